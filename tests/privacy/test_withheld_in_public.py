"""P505 and P506: withheld text in a public repository, and names that tell, each at its place."""

import pytest

from generator.problems import Place
from tests.privacy.quiet_archive import Frame, open_files, read

CALL = "calls/2031/2031-05-07-withheld-1.yaml"
NOTES = "minutes/2031/2031-05-07-withheld-1.md"
GROUP = "calls/groups/lantern-keepers.yaml"
TEXT = "---\norigin: notes\n---\nWe met.\n"


def share(minutes: str, recording: str, details: str, more: str = "") -> str:
    return (
        f"share:\n  minutes: {minutes}\n  recording: {recording}\n  details: {details}\n"
        f"  reason: safety\n  decided_by: river-planning\n{more}"
    )


WHOLE = share("withheld", "withheld", "withheld").replace("  decided_by: river-planning\n", "")
NAMING = share("withheld", "withheld", "withheld")
"""Who decided is named."""


def faults(files: dict[str, str], in_public: bool = True) -> list[tuple[str, Place]]:
    """Give code and place of everything that is wrong with an archive."""
    found = read(open_files(Frame(public_repository=in_public)) | files)[2]
    return [(fault.code, fault.place) for fault in found]


def lines(files: dict[str, str]) -> list[tuple[str, int]]:
    return [(f"{code} {place.path}", place.line) for code, place in faults(files)]


def test_bare_withheld_call_may_stand():
    """Date, reason and the day of the decision are all that a public repository should hold, and they may."""
    assert [] == faults({CALL: f"date: 2031-05-07\n{WHOLE}  decided_on: 2031-05-08\n"})


def test_who_decided_may_stand_only_if_identified():
    """A group that decided about a call that nobody may know is withheld with it, as on the site."""
    assert [(f"P505 {CALL}", 7)] == lines({CALL: f"date: 2031-05-07\n{NAMING}"})
    assert [] == faults({CALL: f"date: 2031-05-07\n{NAMING}  identify: true\n"})
    assert [] == faults({CALL: f"date: 2031-05-07\n{NAMING}"}, in_public=False)


def test_every_written_detail_is_found_at_its_place():
    """Each field of a call whose details are withheld is an error, at its line."""
    record = (
        "title: The lantern\ndate: 2031-05-07\nstart: 21:00\nend: 22:00\nstatus: held\ngroups: [river-planning]\n"
        "hosts: [x y]\nroles:\n  a: b\nagenda:\n  - c\nsources:\n  - title: d\nminutes: missing\nrecording: missing\n"
    )
    expected = [1, 3, 4, 5, 6, 7, 9, 11, 13, 14, 15]
    assert [(f"P505 {CALL}", line) for line in expected] == lines({CALL: record + WHOLE})


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({CALL: f"date: 2031-05-07\ntitle: a b\n{WHOLE}"}, "only the date, the class"),
        (
            {
                CALL: "date: 2031-05-07\ntitle: a b\nrecording: missing\nshare: withheld for safety\n"
            },
            "what is not withheld may stay",
        ),
        ({CALL: f"date: 2031-05-07\n{WHOLE}", NOTES: TEXT}, "this whole file"),
        ({GROUP: "name: a b\nkind: network\nshare: withheld for safety\n"}, "this whole file"),
    ],
)
def test_what_to_do_fits_what_is_withheld(files: dict[str, str], words: str):
    """Who withholds the notes alone must not be told to empty the record."""
    found = read(open_files(Frame(public_repository=True)) | files)[2]
    helps = [fault.help for fault in found if fault.code == "P505"]
    assert [True] == [words in one for one in helps]


def test_private_repository_may_hold_all_of_it():
    """Where strangers cannot read, the text may lie there, and the gate keeps it off the site."""
    files = {CALL: f"title: The lantern\ndate: 2031-05-07\nstatus: held\n{WHOLE}", NOTES: TEXT}
    assert [] == faults(files, in_public=False)


def test_series_and_groups_may_stand_only_if_identified():
    """Without `identify: true` the groups of a withheld call are withheld too."""
    record = "date: 2031-05-07\ngroups: [river-planning]\n"
    assert [(f"P505 {CALL}", 2)] == lines({CALL: record + WHOLE})
    assert [] == faults({CALL: record + WHOLE + "  identify: true\n"})


def test_notes_are_found_in_each_language():
    """Withheld notes are an error in every file of them."""
    spanish = NOTES.replace(".md", ".es.md")
    record = "title: x\ndate: 2031-05-07\nstatus: held\nshare: withheld for safety\n"
    found = faults({CALL: record, NOTES: TEXT, spanish: TEXT})
    assert [("P505", Place(spanish)), ("P505", Place(NOTES))] == found


@pytest.mark.parametrize(
    ("minutes", "recording", "expected"),
    [
        ("public", "public", []),
        ("withheld", "public", [4, 5]),
        ("public", "withheld", [7, 8]),
        ("withheld", "withheld", [4, 5, 7, 8]),
    ],
)
def test_only_fields_of_closed_parts_are_found(minutes, recording, expected):
    """Of a call whose details are open, only what belongs to the closed part may not stand there."""
    record = (
        "title: x\ndate: 2031-05-07\nstatus: held\nminutes: missing\nminutes_note: x\n"
        "recordings:\n  - url: https://a.example/1\nrecording_note: y\n"
    )
    found = lines({CALL: record + share(minutes, recording, "public")})
    assert [(f"P505 {CALL}", line) for line in expected] == found


@pytest.mark.parametrize(
    ("path", "record"),
    [
        (GROUP, "name: Lantern keepers\nkind: network\n"),
        ("calls/hubs/lantern-watch.yaml", "name: Watch\nkind: action\n"),
        ("calls/series/lantern-round.yaml", "title: Round\nrhythm: at dusk\n"),
    ],
)
def test_withheld_group_series_or_hub_does_not_belong_in_public(path, record):
    """Such a record is all words, so it is refused as a whole, where it says what may be shared."""
    assert [(f"P505 {path}", 4)] == lines(
        {path: f"{record}share:\n{WHOLE.removeprefix('share:' + chr(10))}"}
    )
    assert [] == faults({path: record + WHOLE}, in_public=False)


@pytest.mark.parametrize("in_public", [True, False])
def test_telling_name_is_found_in_any_repository(in_public):
    """The address of a withheld call's page is its name, so the name must tell nothing."""
    path = "calls/2031/2031-05-07-lantern-call.yaml"
    assert [("P506", Place(path))] == faults({path: f"date: 2031-05-07\n{WHOLE}"}, in_public)


@pytest.mark.parametrize(
    "name", ["2031-05-07-withheld-1", "2031-05-withheld-12", "2031-withheld-3"]
)
def test_silent_names_are_let_through(name):
    """A date as far as it is known, and a number."""
    date = name.split("-withheld")[0]
    assert [] == faults({f"calls/2031/{name}.yaml": f"date: {date}\n{WHOLE}"})


@pytest.mark.parametrize(
    "name",
    [
        "2031-05-07-withheld",
        "2031-05-07-withheld-lantern",
        "2031-05-07-withheld-1-ferry",
        "2031-05-07-withheld-0",
    ],
)
def test_almost_silent_names_are_found(name):
    """Nothing may stand after the number, and the number is one."""
    path = f"calls/2031/{name}.yaml"
    assert [("P506", Place(path))] == faults({path: f"date: 2031-05-07\n{WHOLE}"})


@pytest.mark.parametrize(
    ("line", "code"), [("", "F222"), ("share: pubic\n", "F215"), ("share: [public]\n", "F209")]
)
def test_missing_sharing_is_one_problem(line, code):
    """A forgotten or misspelt line is said once, and nobody is told to rename a public call."""
    record = f"title: Open call\ndate: 2031-05-07\nstart: 21:00\nstatus: held\n{line}"
    notes = {"minutes/2031/2031-05-07-open.md": TEXT}
    assert [code] == [
        found for found, _ in faults({"calls/2031/2031-05-07-open.yaml": record} | notes)
    ]


COMMENTS = [
    "# said\ndate: 2031-05-07\n{share}",
    "date: 2031-05-07 # said\n{share}",
    "date: 2031-05-07\n{share}# said",
    "date: 2031-05-07\n{share}  # said\n",
    "---\ndate: 2031-05-07\n{share}... # said\n",
    "'date' : '2031-05-07'\t# said\n{share}",
]


@pytest.mark.parametrize("record", COMMENTS)
def test_comment_in_a_withheld_record_is_found(record):
    """A comment is no field, so no policy speaks of it, and everybody can read it."""
    text = record.format(share=WHOLE)
    line = text[: text.index("# said")].count("\n") + 1
    found = faults({CALL: text})
    assert [("P520", Place(CALL, line))] == found
    assert [] == faults({CALL: text}, in_public=False)


@pytest.mark.parametrize("closed", [("withheld", "public"), ("public", "withheld")])
def test_comment_in_a_partly_withheld_record_is_found(closed):
    """Nobody can tell which part of the call a comment belongs to, and unknown means closed."""
    record = (
        "title: 'Call # 1'\ndate: 2031-05-07\nstatus: held\npurpose: >-\n  News\n  # no comment\n"
    )
    assert [(f"P520 {CALL}", 7)] == lines(
        {CALL: record + "# said\n" + share(closed[0], closed[1], "public")}
    )


def test_comment_in_front_matter_of_open_notes_is_found():
    """Notes that may be read can hold a comment on the recording that may not be heard."""
    record = "title: x\ndate: 2031-05-07\nstatus: held\n" + share("public", "withheld", "public")
    notes = "---\norigin: notes # said\n---\nWe met.\n\n# A heading\n"
    assert [(f"P520 {NOTES}", 2)] == lines({CALL: record, NOTES: notes})
    alone = "series: river-watch\ndate: 2031-05-07\n" + share("public", "withheld", "public")
    assert [(f"P520 {NOTES}", 2)] == lines({NOTES: notes.replace("---\nWe", f"{alone}---\nWe")})


def test_comment_in_an_open_record_is_nobodys_business():
    """Who shares everything may write beside it what helps."""
    record = "title: x # said\ndate: 2031-05-07\nstatus: held\nshare: public # said\n"
    assert [] == faults({CALL: record, NOTES: TEXT.replace("notes\n", "notes # said\n")})


SAID = "the lantern was carried over the bridge"


@pytest.mark.parametrize(
    "lines_of_share",
    [
        f"  reason: safety, {SAID}\n",
        f"  reason: |\n    {SAID}\n",
        f"  reason: safety\n  why: {SAID}\n",
        f"  reason: safety\n  decided_by: {SAID}\n  identify: true\n",
        "  reason: safety\n  decided_by: the-lantern-was-carried\n  identify: true\n",
        f"  reason: safety\n  decided_on: {SAID}\n",
        f"  reason: safety\n  review_on: 2031-09-06 {SAID}\n",
        f"  reason: safety\n  identify: {SAID}\n",
        f"  reason: [safety, {SAID}]\n",
        f"  reason: &{SAID.replace(' ', '-')} safety\n",
        f"  reason: !{SAID.replace(' ', '-')} safety\n",
        f"  reason: safety\n  reason: {SAID}\n",
        f"  ? {SAID}\n  : safety\n",
    ],
)
def test_words_inside_the_sharing_are_an_error(lines_of_share):
    """Where a class or a day is expected, nothing else gets through."""
    head = "share:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n"
    assert faults({CALL: f"date: 2031-05-07\n{head}{lines_of_share}"})


@pytest.mark.parametrize(
    "more",
    [
        f"why: {SAID}\n",
        f"date_: {SAID}\n",
        f"? [{SAID}]\n: x\n",
        f"<<: {{purpose: {SAID}}}\n",
        f"--- {SAID}\n",
        f"...\n{SAID}\n",
        f"purpose: *{SAID.replace(' ', '-')}\n",
        f"purpose: {SAID}\npurpose: {SAID}\n",
    ],
)
def test_words_beside_the_fields_are_an_error(more):
    """What is no field of a call is refused, whatever may be shared."""
    assert faults({CALL: f"date: 2031-05-07\n{WHOLE}{more}"})
