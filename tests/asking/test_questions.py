"""Tests of which addresses are asked about, and of which of them in a run."""

import datetime
from pathlib import Path

from generator.asking.questions import Kind, Wanted, chosen, questions
from generator.model.answer import Answer, Found
from generator.pipeline import examine
from generator.privacy import gate
from generator.privacy.public import PublicArchive
from tests.problems.river_archive import RIVER_ARCHIVE

CALL = """\
title: {title}
date: 2031-0{month}-05
status: held
platform: switchboard
recordings:
  - url: https://sound.example/{name}.mp3
    type: audio/mpeg
    kept_by: switchboard
  - url: https://lasting.example/{name}.mp3
    bytes: 1000
    sha256: {sum}
sources:
  - title: minutes as posted
    url: https://pages.example/{name}
    use: link
  - title: a page that nobody looked at
    url: https://cited.example/{name}
{more}
"""
OPEN, OLD, MINUTES, WHOLLY = (
    "2031-03-05-open", "2030-03-05-old", "2031-02-05-minutes", "2031-01-05-withheld-1",
)  # fmt: skip
WITHHELD = """
share:
  minutes: withheld
  recording: withheld
  details: {details}
  reason: safety
"""


def call(name: str, month: int = 3, more: str = "share: public", year: int = 2031) -> str:
    text = CALL.format(title=f"Call {name}", name=name, month=month, more=more, sum="ab" * 32)
    return text.replace("date: 2031", f"date: {year}")


FILES = {
    **RIVER_ARCHIVE,
    # What is withheld may lie in a private repository, and so be there to be asked about by mistake.
    "mkdocs.yml": f"{RIVER_ARCHIVE['mkdocs.yml']}    repository_is_public: false\n",
    f"calls/2031/{OPEN}.yaml": call("open"),
    f"calls/2030/{OLD}.yaml": call("old", year=2030),
    f"calls/2031/{MINUTES}.yaml": call("minutes", 2, WITHHELD.format(details="public")),
    f"calls/2031/{WHOLLY}.yaml": call("wholly", 1, WITHHELD.format(details="withheld")),
    "calls/platforms.yaml": """\
switchboard:
  name: Switchboard
  keeps_recordings: 120 days
  sources:
    - title: what they say
      url: https://pages.example/open
      use: link
    - title: their own words
      url: http://switchboard.example/rules
      use: link
""",
    "calls/groups/river-shy.yaml": """\
name: Shy
kind: working-group
sources:
  - title: about us
    url: https://shy.example/about
    use: link
share:
  minutes: withheld
  recording: withheld
  details: withheld
  reason: consent
""",
}


TODAY = datetime.date(2031, 4, 1)


def archive_in(root: Path) -> Path:
    """Write the archive below a folder."""
    for path, text in FILES.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return root


def archive(root) -> PublicArchive:
    examined = examine(archive_in(root), TODAY)
    assert examined.settings is not None
    return gate.publish(examined.archive, examined.settings)


def test_what_may_be_seen_is_asked_about(tmp_path):
    """Copies that are there, copies that are past their rule, and sources that are linked; nothing else."""
    expected = {
        "https://sound.example/open.mp3",
        "https://lasting.example/open.mp3",
        "https://sound.example/old.mp3",
        "https://lasting.example/old.mp3",
        "https://pages.example/open",
        "https://pages.example/old",
        "https://pages.example/minutes",
        "http://switchboard.example/rules",
    }
    assert expected == {one.address for one in questions(archive(tmp_path))}


def test_nothing_withheld_is_asked_about(tmp_path):
    """Neither recordings that are withheld of a call that is shown, nor anything of a record that is not."""
    asked = " ".join(one.address for one in questions(archive(tmp_path)))
    for secret in ("minutes.mp3", "wholly", "shy.example"):
        assert secret not in asked


def test_what_is_known_of_a_lost_copy_is_asked_with_it(tmp_path):
    """It may be there after all, and a page that came instead must not pass for it."""
    found = {one.address: one for one in questions(archive(tmp_path))}
    old = found["https://sound.example/old.mp3"]
    told = (Kind.RECORDING, "calls/links/2030.jsonl", (OLD,), "audio/mpeg")
    assert told == (old.kind, old.file, old.calls, old.type)


def test_an_address_has_one_line(tmp_path):
    """One that a call and a platform name belongs to the call; without a call it belongs to the others."""
    found = {one.address: one for one in questions(archive(tmp_path))}
    assert "calls/links/2031.jsonl" == found["https://pages.example/open"].file
    assert "calls/links/others.jsonl" == found["http://switchboard.example/rules"].file


def test_only_some_can_be_measured(tmp_path):
    """Those of which the record says a size or a checksum."""
    measured = {one.address for one in questions(archive(tmp_path)) if one.can_be_measured}
    assert {"https://lasting.example/open.mp3", "https://lasting.example/old.mp3"} == measured


def answers(**days: int) -> dict[str, Answer]:
    """Give answers that are so many days old, by the name of the page."""
    found = {}
    for name, age in days.items():
        address = f"https://pages.example/{name}"
        day = TODAY - datetime.timedelta(days=age)
        found[address] = Answer("calls/links/2031.jsonl", 1, address, day, Found.THERE)
    return found


def picked(root, wanted: Wanted, **days: int) -> list[str]:
    asked = questions(archive(root))
    return [one.address for one in chosen(asked, answers(**days), wanted, TODAY)]


def test_the_oldest_answers_are_renewed_first(tmp_path):
    """What was never asked comes before all, then the answers by their age."""
    found = picked(tmp_path, Wanted(Kind.SOURCE), open=1, old=30, minutes=10)
    pages = [f"https://pages.example/{name}" for name in ("old", "minutes", "open")]
    assert ["http://switchboard.example/rules", *pages] == found
    assert found[:2] == picked(tmp_path, Wanted(Kind.SOURCE, most=2), open=1, old=30, minutes=10)


def test_what_was_asked_lately_is_left_out(tmp_path):
    """An answer that is just as old as was said is renewed."""
    found = picked(tmp_path, Wanted(Kind.SOURCE, older_than=10), open=9, old=10, minutes=11)
    expected = {
        "http://switchboard.example/rules",
        "https://pages.example/old",
        "https://pages.example/minutes",
    }
    assert expected == set(found)


def test_one_call_and_one_kind(tmp_path):
    """The addresses of one call, or its recordings alone."""
    copies = ["https://lasting.example/old.mp3", "https://sound.example/old.mp3"]
    assert [*copies[:1], "https://pages.example/old", copies[1]] == picked(
        tmp_path, Wanted(call=OLD)
    )
    assert copies == picked(tmp_path, Wanted(Kind.RECORDING, OLD))
