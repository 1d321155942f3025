"""Transcripts: what is read of them, and what is said of each fault, at its place and all at once."""

import pytest

from generator.load.archive import Loaded, read_file
from generator.load.files import Source
from generator.model.minutes import Origin
from generator.model.transcript import Cue
from generator.problems import Place

PATH = "minutes/2031/2031-03-05-river.es.vtt"
HEAD = "WEBVTT\n\nNOTE\norigin: transcript\n\n"
WELCOME = "00:00:01.000 --> 00:00:04.000\n<v Facilitator>Welcome to the assembly.\n"


def read(text: str) -> Loaded:
    return read_file(Source(PATH, text.encode()))


def words(body: str) -> list[tuple[str, str]]:
    """Give voice and words of each piece of a transcript with a good head."""
    found = read(f"{HEAD}00:00:01.000 --> 00:00:04.000\n{body}\n").transcript
    assert found is not None
    return [(cue.voice, cue.text) for cue in found.cues]


def faults(text: str) -> list[tuple[str, int, int]]:
    """Give code, line and column of everything that is wrong with a file."""
    found = sorted(read(text).problems, key=lambda fault: fault.place)
    return [(fault.code, fault.place.line, fault.place.column) for fault in found]


def mended(text: str) -> str:
    """Give a file with the fixes of its problems made, whole lines at a time."""
    lines = text.split("\n")
    edits = [edit for fault in read(text).problems if fault.fix for edit in fault.fix.edits]
    for edit in sorted(edits, key=lambda edit: -edit.place.line):
        lines[edit.place.line - 1] = edit.replacement
    return "\n".join(lines)


def test_a_transcript_is_read_with_its_facts_and_the_lines_of_its_words():
    """Call and language come from the name, the rest from the remark below the first line."""
    facts = "origin: machine-draft\ntaken_by: a program\nreviewed_by: River planning\n"
    found = read(f"WEBVTT\n\nNOTE\n{facts}\n{WELCOME}").transcript
    assert found is not None
    assert ("2031-03-05-river", "es") == (found.call, found.language)
    assert (Origin.MACHINE_DRAFT, "a program") == (found.origin, found.taken_by)
    assert "River planning" == found.reviewed_by
    assert (Cue(1000, 4000, "Welcome to the assembly.", "Facilitator", 9),) == found.cues


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Good <b>evening</b>, <i.loud>all</i>", "Good evening, all"),
        ("<c.yellow.bg_blue>We</c> <u>meet</u>", "We meet"),
        ("<lang es>Hola</lang> <ruby>a<rt>b</rt></ruby>", "Hola ab"),
        ("Good <00:00:02.000>evening<00:00:03.500> all", "Good evening all"),
        ("bread &amp; roses &lt;3 &#x26; &#38; &quot;", 'bread & roses <3 & & "'),
        ("a&nbsp;b&lrm;c&rlm;", "a bc"),
        ("two\nlines   of\twords", "two lines of words"),
        ("5 < 6 and R&D", "5 < 6 and R&D"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("<v>no name", "no name"),
    ],
)
def test_words_are_plain(body: str, expected: str):
    """Marks of style go, signs are written out, and what is no mark of WebVTT stays text."""
    assert [("", expected)] == words(body)


def test_each_voice_of_a_piece_is_one_of_its_own():
    """Who speaks is kept, and words outside of any voice are nobody's."""
    body = "<v Facilitator>Who\nis there?</v>\n- <v.loud Mill Town>We are"
    expected = [("Facilitator", "Who is there?"), ("", "-"), ("Mill Town", "We are")]
    assert expected == words(body)


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{HEAD}{WELCOME}".replace("\n", "\r\n"),
        HEAD.replace("WEBVTT", "WEBVTT - a call\nKind: captions") + WELCOME,
        HEAD + "NOTE to ourselves\nlisten again\n\nwelcome\n" + WELCOME.replace("00:00:", "00:"),
        HEAD + WELCOME.replace(".000\n", ".000 align:start position:0%,line-left line:-1\n"),
        HEAD.replace("\norigin", " origin") + WELCOME,
    ],
)
def test_other_good_forms_are_read_alike(text: str):
    """A byte order mark, Windows line ends, header text, names, remarks, settings and times without hours."""
    found = read(text)
    assert [] == [fault.code for fault in found.problems if fault.is_error]
    assert found.transcript is not None
    assert ["Welcome to the assembly."] == [cue.text for cue in found.transcript.cues]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words without times\n", [("M620", 1, 1)]),
        (HEAD.replace("WEBVTT", "webvtt") + WELCOME, [("M620", 1, 1)]),
        ("WEBVTT\n\n" + WELCOME, [("M627", 1, 1)]),
        ("WEBVTT\nNOTE\norigin: transcript\n\n" + WELCOME, [("M627", 2, 1)]),
        ("WEBVTT\n\n" + WELCOME + "\n" + HEAD[8:], [("M627", 1, 1)]),
        (HEAD.replace("transcript", "notes") + WELCOME, [("F207", 4, 9)]),
        (HEAD.replace("transcript", "transcript\ntaken: x") + WELCOME, [("F201", 5, 1)]),
        (HEAD + WELCOME.replace(".000 -->", ",000 -->"), [("M621", 6, 1)]),
        (HEAD + WELCOME.replace("00:01", "00:61"), [("M621", 6, 1)]),
        (HEAD + WELCOME.replace("-->", "->"), [("M621", 6, 1)]),
        (HEAD + WELCOME + "2\n" + WELCOME.replace("00:01", "00:04").replace("04.000\n", "05.000\n"), [("M621", 9, 1)]),
        (HEAD + WELCOME.replace("01.000", "04.000"), [("M622", 6, 1)]),
        (HEAD + WELCOME + "\n00:00:00.500 --> 00:00:00.900\nHi\n", [("M622", 9, 1)]),
        (HEAD + WELCOME + "\n00:00:03.000 --> 00:00:05.000\n<v Facilitator>Hi\n", [("M624", 9, 1)]),
        (HEAD + "00:00:01.000 --> 00:00:04.000\n\n", [("M625", 6, 1)]),
        (HEAD + WELCOME + "\nlost words\n", [("M626", 9, 1)]),
        (HEAD + "STYLE\n::cue { color: red }\n\n" + WELCOME, [("M628", 6, 1)]),
        (HEAD + "REGION\nid:x\n\n" + WELCOME, [("M628", 6, 1)]),
        (HEAD + WELCOME.replace("04.000", "04.000 loud"), [("M628", 6, 31)]),
        (HEAD + WELCOME.replace("the", "<font>the"), [("M628", 7, 27)]),
        (HEAD + WELCOME.replace("the", "x" * 2000), [("M629", 7, 1)]),
        (HEAD + WELCOME.replace("the", "[redacted: me]"), [("M634", 7, 27)]),
        (HEAD + WELCOME.replace("the", "&#x202e;the"), [("Y112", 7, 27)]),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_place(text: str, expected: list[tuple[str, int, int]]):
    """One fault is one problem, at the smallest place that shows it."""
    assert expected == faults(text)


def test_a_redaction_over_two_pieces_is_told_with_both_places():
    """Also where its first word is cut, and it counts as none."""
    for first, second in (("[redacted:", "legal] yes"), ("[redac", "ted: legal]")):
        text = f"{HEAD}00:01.000 --> 00:02.000\nwe {first}\n\n00:02.000 --> 00:03.000\n{second}\n"
        (fault,) = read(text).problems
        assert ("M634", Place(PATH, 7, 4, len(first))) == (fault.code, fault.place)
        assert [10] == [place.line for place, _ in fault.notes]


def test_redactions_are_counted():
    """As in notes, with each of the reasons, and passages that are said to be gone."""
    text = HEAD + WELCOME.replace("the", "[redacted: legal] [removed: consent] [redacted: safety]")
    found = read(text).transcript
    assert found is not None
    assert 3 == found.redactions


def test_two_voices_may_speak_at_once():
    """Words of others over those of somebody are no fault."""
    text = HEAD + WELCOME + "\n00:00:03.000 --> 00:00:05.000\n<v Mill Town>Hi\n"
    assert [] == faults(text)


def test_subtitles_are_mended_to_a_transcript():
    """Of a file of SubRip the head and all times are written anew; how it came to be somebody must say."""
    text = (
        "1\n00:00:01,000 --> 00:00:04,000\nWe begin.\n\n2\n00:00:05,500 --> 1:00:06,000\nWe end.\n"
    )
    assert [("M627", 1, 1), ("M620", 1, 1), ("M621", 2, 1)] == faults(text)
    done = mended(text)
    assert [("M627", 1, 1)] == faults(done)
    assert "00:00:05.500 --> 01:00:06.000" in done


def test_times_with_two_readings_are_not_mended():
    """Half a second or fifty thousandths: that is for people to say."""
    (fault,) = read(HEAD + WELCOME.replace("01.000", "01,50")).problems
    assert ("M621", None) == (fault.code, fault.fix)


def test_all_faults_are_told_in_one_run():
    """The first fault hides none of the others."""
    text = "WEBVTT\n\n00:00:04,000 --> 00:00:09.000\nyes\n\nlost\n\n00:03.000 --> 00:02.000\n\n"
    assert ["M627", "M621", "M626", "M622", "M622", "M625"] == [code for code, _, _ in faults(text)]


def test_many_faults_of_one_kind_are_told_as_a_few():
    """Twenty of each kind are enough, and nobody waits for the rest."""
    cues = "".join(
        f"00:{n // 60:02d}:{n % 60:02d}.000 --> 00:00:00.000\nx\n\n" for n in range(2000)
    )
    assert 20 == len(read(HEAD + cues).problems)


def test_no_transcript_has_more_pieces_than_a_page_can_show():
    """The limit is named, and nothing else is looked for."""
    cue = "00:00:01.000 --> 00:00:02.000\nx\n\n"
    assert [("M629", 1, 1)] == faults(HEAD + cue * 20_001)
    assert read(HEAD + cue * 20_000).transcript is not None
