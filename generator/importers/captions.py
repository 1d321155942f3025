"""Takes apart what programs for transcription and players write: WebVTT in all its forms, and SubRip (SRT).

What has one plain reading is put into one form. Whose words they are and what is wrong with them is left to others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TIME = r"(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-9]{2})[.,]([0-9]{1,3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?=[ \t]|\Z)")
_VOICE = re.compile(r"</?v(?:[.\s][^<>]*)?>")
_STYLE = re.compile(
    r"\{\\[a-z]+[0-9]*\}|</?(?:b|i|u|c|font|ruby|rt|lang)(?:[.\s][^<>]*)?>|<[0-9:.]+>",
    re.IGNORECASE,
)
_PASSED_OVER = ("NOTE", "STYLE", "REGION")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|nbsp|lrm|rlm);)")

COMMAS = "points in the place of commas in the times"
NUMBERS = "names and numbers of pieces taken off"
MARKS = "marks of style and place taken off"
BLOCKS = "remarks and styles left out"
EMPTY = "pieces without words left out"


@dataclass(frozen=True, slots=True)
class Captions:
    """What was read: pieces in one form of WebVTT, and what was mended on the way.

    `unread` are the numbers of lines with an arrow that are no times.
    """

    body: str
    pieces: int
    mended: tuple[str, ...]
    unread: tuple[int, ...] = ()


def read_captions(text: str) -> Captions:
    """Read pieces with their times from WebVTT or SRT, in linear time."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    is_webvtt = lines[0].strip().upper().startswith("WEBVTT")
    mended: dict[str, None] = {}
    unread: list[int] = []
    pieces: list[str] = []
    for first, block in _blocks(lines):
        at = next((at for at, line in enumerate(block) if "-->" in line), None)
        if at is None or block[0].startswith(_PASSED_OVER):
            # The first line of WebVTT, with what may stand behind and below it, is no block.
            mended |= {BLOCKS: None} if first or not is_webvtt else {}
            continue
        times = _TIMES.match(block[at])
        if times is None:
            unread.append(first + at + 1)
            continue
        mended |= dict.fromkeys(_mended(block, at, times))
        words = list(_words(block[at + 1 :], is_webvtt, mended))
        if words:
            pieces.append("\n".join((_line_of_times(times), *words)))
        else:
            mended[EMPTY] = None
    return Captions("\n\n".join(pieces), len(pieces), tuple(mended), tuple(unread))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Give what stands between blank lines, with the number of its first line from 0."""
    block: list[str] = []
    for at, line in enumerate([*lines, ""]):
        if line.strip():
            block.append(line)
        elif block:
            yield at - len(block), block
            block = []


def _mended(block: Sequence[str], at: int, times: re.Match[str]) -> Iterator[str]:
    if "," in times[0]:
        yield COMMAS
    if at:
        yield NUMBERS
    if block[at][times.end() :].strip():
        yield MARKS


def _line_of_times(times: re.Match[str]) -> str:
    parts = times.groups()
    return f"{_time(parts[:4])} --> {_time(parts[4:])}"


def _time(parts: Sequence[str | None]) -> str:
    hours, minutes, seconds, rest = (part or "0" for part in parts)
    return f"{int(hours):02d}:{int(minutes):02d}:{seconds}.{rest:0<3}"


def _words(lines: Sequence[str], is_webvtt: bool, mended: dict[str, None]) -> Iterator[str]:
    """Give the words of a piece without marks of style; in SRT a bracket is a bracket."""
    for line in lines:
        plain = _STYLE.sub("", line)
        if plain != line:
            mended[MARKS] = None
        said = " ".join(_escaped(plain, is_webvtt).split())
        if _VOICE.sub("", said).strip():
            yield said


def _escaped(line: str, is_webvtt: bool) -> str:
    if is_webvtt:
        return _REFERENCE.sub("&amp;", line)
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
