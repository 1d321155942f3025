"""A text in the plainest signs that say the same, with a way back to the columns of the original.

Every rule of this folder reads it, so that none has to know wide digits, escapes or letters of another alphabet.
"""

import bisect
import functools
import html
import re
import unicodedata
from dataclasses import dataclass

_UNUSUAL = re.compile(
    # One set of signs first: Python goes over all others without trying to match.
    r"[&%\\*<\x80-\U0010ffff](?:(?<=[^\x00-\x7f])|(?<=&)#?[0-9A-Za-z]{1,10};|(?<=%)[2-7][0-9A-Fa-f]"
    r"|(?<=\\)(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[!-/:-@\[-`{-~])|(?<=\*)\*"
    r"|(?<=<)/?(?:b|i|u|s|em|strong|span|code|wbr|sub|sup|tt|mark|small)(?: [^<>\n]{0,80})?/?>)"
)
_NEEDED = "&%\\<"
"""Every replaced stretch of ASCII text begins with one of these, or is the sign of what is bold."""
_BOLD = "**"
_TWINS = str.maketrans(
    {
        ours: theirs
        for theirs, likes in (
            ("a", "\u0430\u03b1"), ("c", "\u0441"), ("d", "\u0501"), ("e", "\u0435\u03b5"), ("h", "\u04bb"),
            ("i", "\u0456\u03b9\u0131"), ("j", "\u0458"), ("k", "\u03ba"), ("o", "\u043e\u03bf"),
            ("p", "\u0440\u03c1"), ("q", "\u051b"), ("s", "\u0455"), ("u", "\u03c5"), ("v", "\u03bd"),
            ("w", "\u051d"), ("x", "\u0445\u03c7"), ("y", "\u0443"), ("A", "\u0410\u0391"), ("B", "\u0412\u0392"),
            ("C", "\u0421"), ("E", "\u0415\u0395"), ("H", "\u041d\u0397"), ("I", "\u0406\u0399\u0130"),
            ("J", "\u0408"), ("K", "\u041a\u039a"), ("M", "\u041c\u039c"), ("N", "\u039d"), ("O", "\u041e\u039f"),
            ("P", "\u0420\u03a1"), ("S", "\u0405"), ("T", "\u0422\u03a4"), ("X", "\u0425\u03a7"), ("Y", "\u03a5"),
            ("Z", "\u0396"),
        )
        for ours in likes
    }
)  # fmt: skip
"""Letters of other alphabets by the Latin ones they look like."""
_SIGNS = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u3002\uff61\u2024\uff0e\u06d4\u00b7\u2027\u2219\u22c5", "."),
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    **dict.fromkeys("\u2022\u25e6\u25aa\u2023", "*"),
    **dict.fromkeys("\uff5c\u2502\u2503", "|"),
    **dict.fromkeys("\uff20\ufe6b\u24d0", "@"),
    "\u00df": "ss",
    "\u00ba": "o",
    "\u00b0": "o",
}


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text; `starts`, `origins` and `widths` say where each of its stretches comes from.

    A stretch with a width stands for so many characters of the original; one of width 0 is as it was.
    All three are empty where the whole text is as it was.
    """

    text: str
    starts: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Give the stretch of the original that a stretch of the plain text was made of; neither is empty."""
        if not self.starts:
            return start, end
        return self._one(start)[0], self._one(end - 1)[1]

    def _one(self, at: int) -> tuple[int, int]:
        index = bisect.bisect(self.starts, at) - 1
        first, width = self.origins[index], self.widths[index]
        if width:
            return first, first + width
        first += at - self.starts[index]
        return first, first + 1


def plain_form(text: str) -> Plain:
    """Write a text plainly: ASCII digits, letters without accents, one kind of space, dash, quote and dot.

    Escapes of HTML, of web addresses, of Markdown and of YAML are read; marks of emphasis and unseen signs go.
    Line ends stay, and nothing else becomes one. Linear in the text.
    """
    if text.isascii() and not any(sign in text for sign in _NEEDED):
        return _without_bold(text) if _BOLD in text else Plain(text)
    parts: list[str] = []
    starts, origins, widths = [0], [0], [0]
    done = length = 0
    for found in _UNUSUAL.finditer(text):
        sign = _plain(found[0])
        if sign == found[0]:
            continue
        parts += (text[done : found.start()], sign)
        length += found.start() - done
        done = found.end()
        if len(sign) == done - found.start() == 1:
            length += 1
            continue
        starts += (length, length + len(sign))
        origins += (found.start(), done)
        widths += (done - found.start(), 0)
        length += len(sign)
    if not parts:
        return Plain(text)
    parts.append(text[done:])
    return Plain("".join(parts), tuple(starts), tuple(origins), tuple(widths))


def _without_bold(text: str) -> Plain:
    """Write a text plainly that has nothing but `**` in it that is written otherwise, as most notes."""
    parts = text.split(_BOLD)
    starts, origins, widths = [0], [0], [0]
    length = done = 0
    for part in parts[:-1]:
        length += len(part)
        done += len(part) + len(_BOLD)
        starts += (length, length)
        origins += (done - len(_BOLD), done)
        widths += (len(_BOLD), 0)
    return Plain("".join(parts), tuple(starts), tuple(origins), tuple(widths))


@functools.lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    if len(sign) == 1:
        return _letter(sign)
    if sign[0] == "&":
        read = html.unescape(sign)
        return sign if read == sign or len(read) != 1 else _visible(_letter(read), sign)
    if sign[0] == "%":
        read = chr(int(sign[1:], 16))
        # A space or a quote would end an address that goes on.
        return read if read.isalnum() or read in "@.-_=?&#:/+" else sign
    if sign[0] == "\\":
        return sign[1:] if len(sign) == 2 else _visible(_letter(chr(int(sign[2:], 16))), sign)
    return ""


def _visible(read: str, sign: str) -> str:
    return sign if read in "\n\r" else read


def _letter(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign in _SIGNS:
        return _SIGNS[sign]
    kind = unicodedata.category(sign)
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if kind == "Zs":
        return " "
    if kind in ("Cf", "Mn", "Me"):
        return ""
    twin = sign.translate(_TWINS)
    if twin != sign:
        return twin
    # Circled digits and wide letters; a raised digit is a footnote or a square.
    plain = unicodedata.normalize("NFKC", sign)
    if len(plain) == 1 and plain.isascii() and kind != "Sk" and "SUPERSCRIPT" not in _name(sign):
        return plain
    base = unicodedata.normalize("NFD", sign)[0]
    return base if base.isascii() else sign


def _name(sign: str) -> str:
    return unicodedata.name(sign, "")
