"""The forms in which a renderer could leak a text by mistake, all of which the last look promises to know."""

import base64
import gzip
import html
import json
import unicodedata
from collections.abc import Callable
from urllib.parse import quote, quote_plus

SOFT_HYPHEN, NO_WIDTH, JOINER = "\u00ad", "\u200b", "\u2060"


def inside_words(text: str, put: str) -> str:
    """Put something into the middle of every longer word."""
    words = text.split(" ")
    return " ".join(f"{word[:2]}{put}{word[2:]}" if word[:3].isalpha() else word for word in words)


def folded(text: str) -> str:
    """Give a text in the lines of a calendar, which go on behind a blank."""
    return "BEGIN:VCALENDAR\r\nDESCRIPTION:" + "\r\n ".join(
        text[at : at + 7] for at in range(0, len(text), 7)
    )


FORMS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "upper case": str.upper,
    "title case": str.title,
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "without accents": lambda text: (
        unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode()
    ),
    "full width": lambda text: "".join(
        chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text
    ),
    "HTML": html.escape,
    "HTML twice": lambda text: html.escape(html.escape(text)),
    "HTML by decimal numbers": lambda text: "".join(f"&#{ord(c)};" for c in text),
    "HTML by hexadecimal numbers": lambda text: "".join(f"&#x{ord(c):X};" for c in text),
    "markup": lambda text: f"<b>{html.escape(text[:30])}</b>{html.escape(text[30:])}",
    "tags inside words": lambda text: inside_words(html.escape(text), "<wbr>"),
    "remarks inside words": lambda text: inside_words(html.escape(text), "<!-- x -->"),
    "soft hyphens": lambda text: inside_words(text, SOFT_HYPHEN),
    "soft hyphens by name": lambda text: inside_words(html.escape(text), "&shy;"),
    "signs of no width": lambda text: inside_words(text, NO_WIDTH + JOINER),
    "signs of no width by number": lambda text: inside_words(html.escape(text), "&#8203;"),
    "lines": lambda text: text.replace(" ", "\n"),
    "JSON": json.dumps,
    "JSON with all signs": lambda text: json.dumps(text, ensure_ascii=False),
    "JSON by halves": lambda text: json.dumps(
        "".join(chr(0x1D41A + ord(c) - 97) if "a" <= c <= "z" else c for c in text)
    ),
    "JSON in an attribute": lambda text: html.escape(json.dumps(text)),
    "JSON as a list of words": lambda text: json.dumps(text.split(" ")),
    "JavaScript": lambda text: "".join(f"\\x{ord(c):02x}" if c < "\x80" else c for c in text),
    "JavaScript in braces": lambda text: "".join(f"\\u{{{ord(c):x}}}" for c in text),
    "an address": quote,
    "an address twice": lambda text: quote(quote(text)),
    "a form": quote_plus,
    "a table": lambda text: '"' + text.replace('"', '""') + '"',
    "a calendar": lambda text: text.replace(",", "\\,").replace(";", "\\;"),
    "a folded calendar": folded,
    "an address with data": lambda text: (
        "data:text/plain;base64," + base64.b64encode(text.encode()).decode()
    ),
    "base 64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()).decode(),
}
"""What is put into a text beside other text."""
PACKED: dict[str, Callable[[str], bytes]] = {
    "gzip": lambda text: gzip.compress(text.encode()),
    "gzip of JSON": lambda text: gzip.compress(json.dumps(text).encode()),
    "gzip of HTML": lambda text: gzip.compress(FORMS["tags inside words"](text).encode()),
}
"""What a whole file is made of."""
