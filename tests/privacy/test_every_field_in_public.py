"""Every field of the tables, under every way to withhold: what may not lie in public is refused at its line.

Which part a field belongs to is written down here apart from the check, and a field that is new belongs to the details.
"""

import pytest

from generator.fields import CALL, GROUP, HUB, MINUTES, SERIES
from generator.fields import kinds as k
from tests.privacy.quiet_archive import Frame, open_files, read

PATH = "calls/2031/2031-05-07-withheld-1.yaml"
NOTES = "minutes/2031/2031-05-07-withheld-1.md"
ALWAYS = {"date", "share"}
PARTS = {"minutes": "minutes", "minutes_note": "minutes", "recordings": "recording",
         "recording": "recording", "recording_note": "recording"}  # fmt: skip
IDENTIFIED = {"series", "groups"}
HIDINGS = {
    "details": ("withheld", "withheld", "withheld", ""),
    "details, identified": ("withheld", "withheld", "withheld", "  identify: true\n"),
    "details, with the rest said to be public": ("public", "public", "withheld", ""),
    "minutes": ("withheld", "public", "public", ""),
    "recording": ("public", "withheld", "public", ""),
    "minutes and recording": ("withheld", "withheld", "public", ""),
    "in words": ("withheld", "withheld", "public", None),
}
"""What `share` says of minutes, recording and details, and what stands below it; nothing: the short form."""


def share(hiding: str) -> str:
    minutes, recording, details, more = HIDINGS[hiding]
    if more is None:
        return "share: withheld for safety\n"
    return (
        f"share:\n  minutes: {minutes}\n  recording: {recording}\n  details: {details}\n"
        f"  reason: safety\n{more}"
    )


def written(field: k.Field) -> str:
    """Write a field with some value; whether it is a good one is no question here."""
    if isinstance(field.kind, k.ListOf):
        if isinstance(field.kind.item, k.Table):
            inner = "\n    ".join(f"{row.name}: {row.example}" for row in field.kind.item.fields)
            return f"{field.name}:\n  - {inner}\n"
        example = field.example if field.example.startswith("[") else "[x]"
        return f"{field.name}: {example}\n"
    if isinstance(field.kind, k.Pairs):
        return f"{field.name}:\n  {field.example}\n"
    return f"{field.name}: {field.example.strip('`') or 'x'}\n"


def refused(files: dict[str, str], path: str) -> list[int]:
    """Give the lines of a file at which withheld text is refused."""
    found = read(open_files(Frame(public_repository=True)) | files)[2]
    return [f.place.line for f in found if f.code == "P505" and f.place.path == path]


def is_closed(name: str, hiding: str) -> bool:
    minutes, recording, details, more = HIDINGS[hiding]
    if name in ALWAYS:
        return False
    if details == "withheld":
        return not (name in IDENTIFIED and "identify: true" in (more or ""))
    said = {"minutes": minutes, "recording": recording}
    return name in PARTS and said[PARTS[name]] == "withheld"


@pytest.mark.parametrize("hiding", HIDINGS)
@pytest.mark.parametrize("field", CALL.fields, ids=lambda field: field.name)
def test_a_field_of_a_closed_part_is_refused_where_it_stands(field, hiding):
    """And a field of an open part is not, whatever else is withheld."""
    if field.name in ALWAYS:
        record = f"date: 2031-05-07\n{share(hiding)}"
    else:
        record = f"date: 2031-05-07\n{written(field)}{share(hiding)}"
    lines = refused({PATH: record}, PATH)
    assert is_closed(field.name, hiding) == (lines != [])
    assert lines in ([], [2], [3])


@pytest.mark.parametrize("hiding", HIDINGS)
@pytest.mark.parametrize("field", MINUTES.fields, ids=lambda field: field.name)
def test_notes_with_any_field_are_refused_where_notes_are_closed(field, hiding):
    """Front matter goes with the notes, in any language; with open notes it may stand."""
    record = f"title: x\ndate: 2031-05-07\nstatus: held\n{share(hiding)}"
    more = "" if field.name in ("origin", "share") else written(field)
    notes = f"---\norigin: notes\n{more}---\nWe met.\n"
    closed = "withheld" in (HIDINGS[hiding][0], HIDINGS[hiding][2])
    for path in (NOTES, NOTES.replace(".md", ".es.md")):
        assert ([1] if closed else []) == refused({PATH: record, path: notes}, path)


@pytest.mark.parametrize("hiding", HIDINGS)
@pytest.mark.parametrize(
    ("folder", "field"),
    [
        pytest.param(folder, field, id=f"{folder} {field.name}")
        for folder, table in (("series", SERIES), ("groups", GROUP), ("hubs", HUB))
        for field in table.fields
        if field.name != "share"
    ],
)
def test_a_series_group_or_hub_with_any_field_is_refused(folder, field, hiding):
    """Such a record is withheld as a whole, whichever part it names."""
    path = f"calls/{folder}/lantern-keepers.yaml"
    assert refused({path: written(field) + share(hiding)}, path)
