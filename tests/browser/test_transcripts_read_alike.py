"""Our reader of transcripts finds the pieces that the browser's own reader of WebVTT finds, in good files and odd ones.

Where we differ on purpose, so that no word is lost, decision 0060 says so; such files are not among these.
"""

import pytest

from generator.load.archive import read_file
from generator.load.files import Source

PATH = "minutes/2031/2031-03-05-river.vtt"
HEAD = "WEBVTT\n\nNOTE\norigin: transcript\n\n"
TIMES = "00:00:01.000 --> 00:00:04.000"
READ = """
text => new Promise(done => {
  const video = document.createElement("video"), track = document.createElement("track");
  track.src = URL.createObjectURL(new Blob([text], {type: "text/vtt"}));
  const give = () => done([...(track.track.cues || [])].map(
    cue => [Math.round(cue.startTime * 1000), Math.round(cue.endTime * 1000), cue.getCueAsHTML().textContent]));
  track.onload = give;
  track.onerror = () => done(null);
  video.append(track);
  document.body.append(video);
  track.track.mode = "hidden";
})
"""
FILES = {
    "plain": f"{HEAD}{TIMES}\nWe begin.\n",
    "two lines": f"{HEAD}{TIMES}\nWe begin\nnow.\n",
    "Windows line ends": f"{HEAD}{TIMES}\nWe begin.\n".replace("\n", "\r\n"),
    "a byte order mark": f"\ufeff{HEAD}{TIMES}\nWe begin.\n",
    "header text": f"WEBVTT - a call\nKind: captions\n\n{HEAD[8:]}{TIMES}\nWe begin.\n",
    "names": f"{HEAD}first\n{TIMES}\nWe begin.\n\n2\n00:05.000 --> 00:06.500\nYes.\n",
    "long hours": f"{HEAD}100:00:00.000 --> 100:00:01.001\nLate.\n",
    "no blanks at the arrow": f"{HEAD}00:01.000-->00:02.000\nWe begin.\n",
    "settings": f"{HEAD}{TIMES} align:start position:0% line:-1\nWe begin.\n",
    "voices": f"{HEAD}{TIMES}\n<v Facilitator>Who?</v> <v.loud Mill Town>We.</v>\n",
    "styles": f"{HEAD}{TIMES}\n<c.a.b>We</c> <b><i>begin</i></b> <u>now</u> <lang es>hoy</lang>\n",
    "times inside": f"{HEAD}{TIMES}\nWe <00:00:02.000>begin <00:00:03.000>now\n",
    "signs": f"{HEAD}{TIMES}\nbread &amp; roses &lt;3 &gt; &nbsp;&#x26;&#38;&quot; &copy; R&D AT&T; &unknown;\n",
    "unclosed tags": f"{HEAD}{TIMES}\n<b>We <i>begin\n",
    "closed before opened": f"{HEAD}{TIMES}\n</b>We</i> begin\n",
    "ruby": f"{HEAD}{TIMES}\n<ruby>a<rt>b</rt></ruby> c\n",
    "remarks": f"{HEAD}NOTE listen again\n\n{TIMES}\nWe begin.\n\nNOTE\nand again\n",
    "a remark with no blank line below": f"{HEAD}NOTE\n{TIMES}\nWe begin.\n",
    "no blank line above times": f"{HEAD}{TIMES}\nWe begin.\n00:05.000 --> 00:06.000\nYes.\n",
    "an empty piece": f"{HEAD}{TIMES}\n\n00:05.000 --> 00:06.000\nYes.\n",
    "many blank lines": f"{HEAD}\n\n\n{TIMES}\nWe begin.\n\n\n\n00:05.000 --> 00:06.000\nYes.\n\n\n",
    "a style sheet": f"{HEAD}STYLE\n::cue {{ color: red }}\n\n{TIMES}\nWe begin.\n",
    "no last line end": f"{HEAD}{TIMES}\nWe begin.",
    "overlapping": f"{HEAD}{TIMES}\nWe begin.\n\n00:03.000 --> 00:06.000\nYes.\n",
}


@pytest.fixture(scope="module")
def blank(page_browser):
    """Give an empty page, in which the browser reads whatever it is given."""
    page = page_browser.new_page()
    yield page
    page.close()


def ours(text: str) -> list[list[object]]:
    """Give start, end and words of each piece; a piece of several voices is one to the browser."""
    found = read_file(Source(PATH, text.encode())).transcript
    assert found is not None
    pieces: dict[tuple[int, int], list[str]] = {}
    for cue in found.cues:
        pieces.setdefault((cue.start, cue.end), []).append(cue.text)
    return [[start, end, " ".join(texts)] for (start, end), texts in pieces.items()]


@pytest.mark.parametrize("name", FILES)
def test_the_browser_finds_the_same_pieces(name: str, blank):
    """The same times and the same words, blanks made single; a piece without words is none."""
    theirs = blank.evaluate(READ, FILES[name])
    assert theirs
    plain = [[start, end, " ".join(text.split())] for start, end, text in theirs]
    assert [one for one in plain if one[2]] == ours(FILES[name])
