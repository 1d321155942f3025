"""Corrections of transcripts: each is made where it hits once, and what cannot be made is said with both places."""

import pytest

from generator.checks import wrong_corrections
from generator.correcting import Fault, correct
from generator.load.archive import assemble, read_file
from generator.load.files import Source
from generator.model.transcript import Correction, Cue
from generator.problems import Place, Problem
from tests.privacy.full_call import SETTINGS

PATH = "minutes/2031/2031-03-05-river.vtt"
ROWS = PATH.replace(".vtt", ".corrections.yaml")
VTT = """\
WEBVTT

NOTE
origin: transcript

00:00:01.000 --> 00:00:04.000
<v Facilitator>We hold the spring gattering in May.

00:00:04.000 --> 00:00:08.000
<v Mill Town>The river is high, and the
river is cold.
"""
CUES = (
    Cue(1000, 4000, "We hold the spring gattering in May."),
    Cue(4000, 8000, "The river is high, and the river is cold."),
    Cue(4000, 8000, "A river."),
)


def row(old: str, new: str = "new", at: int | None = None) -> Correction:
    return Correction(old, new, "misheard", at)


def faults(*rows: str, vtt: str = VTT) -> list[Problem]:
    """Give what the check says of some corrections, each written as `old | new | at`."""
    written = ""
    for one in rows:
        old, new, at = [*map(str.strip, one.split("|")), "", ""][:3]
        written += f"- old: {old}\n  new: {new}\n  reason: misheard\n" + (
            f"  at: {at}\n" if at else ""
        )
    record = b"title: River\ndate: 2031-03-05\nstatus: held\nshare: public\n"
    files = {"calls/2031/2031-03-05-river.yaml": record, PATH: vtt.encode(), ROWS: written.encode()}
    loaded = [read_file(Source(path, data)) for path, data in files.items()]
    archive = assemble(loaded, "America/New_York", {}, {})
    own = [fault for file in loaded for fault in file.problems]
    return [*own, *wrong_corrections.check(archive, SETTINGS)]


def test_corrections_are_made_in_the_text_as_it_came():
    """Two in one piece, written in any order, change their own words and nothing else."""
    rows = (row("May", "June"), row("spring gattering", "gathering in May"))
    done = correct(CUES, rows)
    assert "We hold the gathering in May in June." == done.cues[0].text
    assert CUES[1:] == done.cues[1:]
    assert [1, 0] == [made.number for made in done.made]
    assert () == done.unmade


@pytest.mark.parametrize(
    ("one", "fault", "cues"),
    [
        (row("spring gathering"), Fault.NOTHING, ()),
        (row("May. The"), Fault.NOTHING, ()),
        (row("gatter"), Fault.NOTHING, ()),
        (row("the river"), None, (1,)),
        (row("river"), Fault.SEVERAL, (1, 1, 2)),
        (row("river", at=1000), Fault.NOTHING, (0,)),
        (row("A river", at=4000), None, (2,)),
        (row("river", at=4000), Fault.SEVERAL, (1, 1, 2)),
        (row("river", at=4001), Fault.NO_PIECE, ()),
    ],
)
def test_a_correction_hits_once_or_not_at_all(one, fault, cues):
    """Whole words, letter by letter, inside one piece, or inside those that begin at its time."""
    done = correct(CUES, (one,))
    if fault is None:
        assert list(cues) == [made.cue for made in done.made]
    else:
        assert [(fault, cues)] == [(un.fault, un.cues) for un in done.unmade]
        assert CUES == done.cues


def test_corrections_in_each_others_way_are_both_left():
    """Neither is made, for which one would hold is nobody's guess."""
    done = correct(CUES, (row("the spring"), row("spring gattering"), row("in May", "in June")))
    assert [(0, 1), (1, 0)] == [(one.number, one.other) for one in done.unmade]
    assert "We hold the spring gattering in June." == done.cues[0].text


def test_words_without_blanks_are_found():
    """Scripts that write words together have no edges of words to ask for."""
    cue = Cue(0, 1, "我们在春天开会")
    assert "我们在夏天开会" == correct((cue,), (row("春天", "夏天"),)).cues[0].text


def test_what_finds_nothing_is_told_with_the_nearest_words():
    """At the words of the correction, with the piece that may be meant."""
    (fault,) = faults("spring gatherin | x")
    assert ("M636", Place(ROWS, 1, 8)) == (fault.code, fault.place)
    assert "the nearest words are `spring gattering`, at 00:00:01.000" in fault.message
    assert [Place(PATH, 7)] == [place for place, _ in fault.notes]


def test_of_words_in_another_piece_only_the_piece_that_was_meant_is_spoken():
    """That they stand in no piece would not be true: they stand in another one than the time says."""
    (fault,) = faults("river is high | x | 00:00:01.000")
    assert "in no piece of the transcript that begins at `00:00:01.000`" in fault.message


def test_what_hits_twice_is_told_with_both_places():
    """Each line of the transcript that it hits is shown."""
    (fault,) = faults("high | low", "river is | x")[-1:]
    assert ("M637", Place(ROWS, 4, 8)) == (fault.code, fault.place)
    assert "2 times" in fault.message
    assert [Place(PATH, 10)] == [place for place, _ in fault.notes]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("May | May",), [("M639", 1, 8)]),
        (("May | '[redacted: safety]'",), [("M639", 1, 8)]),
        (("May | June | 9",), [("M639", 4, 7)]),
        (("May | June | 00:00:02.000",), [("M639", 1, 8)]),
        (("spring gattering | x", "the spring | y"), [("M638", 4, 8)]),
        (("May | ''",), [("F210", 2, 8)]),
        (("May | June",), []),
    ],
)
def test_what_cannot_be_made_is_told_at_its_line(rows, expected):
    """Words that change nothing, redactions, times of no piece, and corrections in each other's way."""
    found = [(fault.code, fault.place.line, fault.place.column) for fault in faults(*rows)]
    assert expected == found


def test_no_hint_quotes_personal_data():
    """What a transcript should not say at all is not said again by whoever could not find it."""
    said = VTT.replace("spring gattering", "mill@" + "river.example gattering")
    (fault,) = faults("miil@" + "river.example gattering | x", vtt=said)
    assert "M636" == fault.code
    assert "nearest" not in fault.message
    assert () == fault.notes


def test_a_file_that_is_no_list_is_refused():
    """The form is said, and nothing is corrected."""
    found = read_file(Source(ROWS, b"old: a\nnew: b\nreason: c\n"))
    assert (None, ["F209"]) == (found.corrections, [fault.code for fault in found.problems])


def test_a_thousand_corrections_of_a_long_transcript_are_tried_step_by_word():
    """Letters that stand everywhere inside words cost no step each."""
    cues = tuple(Cue(n, n + 1, "a" * 2000) for n in range(200))
    rows = tuple(row("a" * size) for size in range(1, 300))
    assert {Fault.NOTHING} == {one.fault for one in correct(cues, rows).unmade}
