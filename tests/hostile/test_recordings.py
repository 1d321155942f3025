"""Every hostile case as what is said of a recording and on it: outputs hold the words, and nothing live."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from xml.etree import ElementTree

import pytest

from generator.render.left_out import without_marks
from generator.render.output import Output
from tests.hostile import records
from tests.hostile.attack_archive import call_of, settings_of
from tests.hostile.corpus import OF_MARKDOWN, Case, cases
from tests.hostile.crossing import outputs_of
from tests.hostile.findings import Known, findings, known_of, text_of
from tests.load.test_webvtt import read

PLAIN = Case("", "plain", "", "plain words", "plain words", "plain words")
TAKEN = tuple(
    case
    for case in cases()
    if case.subject != OF_MARKDOWN and not case.refused and not case.refused_in_prose and case.field
)
AT_ONCE = 60
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
BATCHES = tuple(TAKEN[at : at + AT_ONCE] for at in range(0, len(TAKEN), AT_ONCE))
PLAYED = re.compile(r".*: (?:<source src> asks https://[ab]\.example/|nobody looks at \.vtt)")
"""What a player asks for once it is pressed, and captions, which have a test of their own."""


def in_cue(text: str) -> str:
    """Write words so that a reader of WebVTT gives them back: whoever means harm knows how."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def in_short(case: Case) -> str:
    """Give the words of a case where a short text stands, into which no correction may put a redaction."""
    return "words" if len(case.field) > 80 or "[redacted" in case.field else case.field


def archive(some: Sequence[Case]) -> dict[str, str]:
    """Give an archive with a call for each case: its words are those of all that tells of its recording."""
    files = {
        "mkdocs.yml": records.as_yaml(settings_of(lambda name: "words")),
        "calls/platforms.yaml": "line:\n  name: Line\n  keeps_recordings: 120 days\n",
        "content/index.md": "# Home\n\nwords\n",
    }
    for number, case in enumerate(some):
        call, words = f"{call_of(number % 9)}-{number}", case.field
        short = in_short(case)
        copies = [
            {"url": f"https://a.example/{number}.mp3", "type": "audio/mpeg", "bytes": "900", "keeper": short,
             "duration": "50:00"},
            {"url": f"https://b.example/{number}.mp3", "type": "audio/mpeg", "bytes": "900", "kept_by": "line"},
        ]  # fmt: skip
        title = words if len(words) <= 200 else "words"
        files[f"calls/2031/{call}.yaml"] = records.as_yaml(
            {"title": title, "date": call[:10], "status": "held", "purpose": short, "share": "public",
             "recordings": copies[number % 2 :]}
        )  # fmt: skip
        files[f"minutes/2031/{call}.md"] = (
            f"---\norigin: notes\n---\n## [00:00:01] {words}\n\n- [00:00:09] {words}\n"
        )
        files[f"minutes/2031/{call}.vtt"] = (
            f"WEBVTT\n\nNOTE\norigin: transcript\n\n00:00:01.000 --> 00:00:04.000\n{in_cue(words)}\n\n"
            f"00:00:09.000 --> 00:00:11.000\n<v {in_cue(short)} >{in_cue(words)} then at down\n"
        )
        put_right = {"old": "at down", "new": f"at dawn {short}", "reason": short}
        rows = records.as_yaml(put_right).splitlines()
        files[f"minutes/2031/{call}.corrections.yaml"] = "- " + "\n  ".join(rows) + "\n"
    return files


@lru_cache(maxsize=1)
def made(number: int) -> dict[str, Output]:
    """Give the outputs of some of the cases."""
    return outputs_of(archive(BATCHES[number]))


@pytest.fixture(scope="module")
def known() -> Known:
    """Give what may stand in outputs."""
    return known_of(outputs_of(archive([PLAIN] * 3)))


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_what_tells_of_recordings_holds_nothing_live(number: int, known: Known) -> None:
    """Pages with players and words, feeds, calendars and data have what plain words give, and nothing else."""
    found = [one for path, output in made(number).items() for one in findings(path, output, known)]
    assert [] == [one for one in found if not PLAYED.match(one)]


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_captions_say_the_words_and_the_voices_that_were_written(number: int) -> None:
    """Read back as players do, a piece neither ends early nor becomes another one."""
    for index, case in enumerate(BATCHES[number]):
        captions = text_of(made(number)[f"recordings/{call_of(index % 9)}-{index}.vtt"])
        told = read(captions).transcript
        assert told is not None
        words, voice = seen(without_marks(case.field)), seen(in_short(case))
        expected = [("", words), (voice, f"{words} then at dawn {voice}")]
        assert expected == [(seen(cue.voice), seen(cue.text)) for cue in told.cues], case.name


@pytest.mark.parametrize("number", range(len(BATCHES)))
def test_a_podcast_names_each_call_as_its_record_does(number: int) -> None:
    """A strict reader of XML finds the titles, character by character, and one copy in each episode."""
    tree = ElementTree.fromstring(text_of(made(number)["feeds/podcast.xml"]))
    titles = [seen(one.findtext(f"{{{ITUNES}}}title") or "") for one in tree.iter("item")]
    wanted = [case for index, case in enumerate(BATCHES[number]) if index % 2 == 0]
    expected = [seen(case.field if len(case.field) <= 200 else "words") for case in wanted]
    assert sorted(expected) == sorted(titles)
    assert len(wanted) == len(list(tree.iter("enclosure")))


def seen(text: str) -> str:
    """Give words with single spaces, and letters with their points in the form in which texts are read."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
