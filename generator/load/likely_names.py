"""Proposes a name for a file whose name cannot be used: its date in front, then its words.

A date is taken where it can be read in one way; what is missing stays a word to fill in, which a check refuses.
"""

import re
from typing import NamedTuple

from generator.load.likely import likely_id
from generator.load.sure import sure_day

_DAY_TO_FILL_IN = "YYYY-MM-DD"
_BEGINS_WITH_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?:-|\Z)")
_GAP = r"[\s_.,-]{1,3}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_NUMBER = r"(?:[0-9]{1,2})(?:st|nd|rd|th)?"
_DATES = tuple(
    re.compile(rf"(?<![A-Za-z0-9]){form}(?![A-Za-z0-9])", re.IGNORECASE)
    for form in (
        rf"[0-9]{{4}}{_GAP}[0-9]{{1,2}}{_GAP}[0-9]{{1,2}}",
        rf"[0-9]{{1,2}}{_GAP}[0-9]{{1,2}}{_GAP}[0-9]{{4}}",
        r"[0-9]{8}",
        rf"{_MONTH}{_GAP}{_NUMBER}(?:{_GAP}[0-9]{{4}})?",
        rf"{_NUMBER}{_GAP}(?:of{_GAP})?{_MONTH}(?:{_GAP}[0-9]{{4}})?",
    )
)
_TEXTS = (".md", ".markdown", ".txt", ".text", ".yaml", ".yml")
_DOCUMENTS = (".doc", ".docx", ".odt", ".rtf", ".pdf", ".htm", ".html", ".eml", ".pages")
_ENDING = re.compile(r"\.[a-z]{2,8}\Z", re.IGNORECASE)


class Proposed(NamedTuple):
    """A name without its ending, and what is still to be put into it, as the end of a sentence."""

    stem: str
    hint: str


def propose(stem: str, year: str, day: str = "") -> Proposed:
    """Propose a name for a call or its notes; `year` is that of the folder, `day` that of the record, where known."""
    plain = likely_id(stem)
    if _BEGINS_WITH_DATE.match(plain):
        return Proposed(plain, "")
    found, words = _dated(stem, year)
    if day and found.startswith("YYYY"):
        found = day
    return Proposed(f"{found}-{words or 'open-call'}", _to_fill_in(found))


def _dated(stem: str, year: str) -> tuple[str, str]:
    """Give the day that a name holds and the words beside it."""
    for form in _DATES:
        match = form.search(stem[:200])
        if match:
            words = likely_id(f"{stem[: match.start()]} {stem[match.end() :]}")
            return _day(match[0], year), words.lstrip("0123456789-") or words
    return _DAY_TO_FILL_IN, likely_id(stem).lstrip("0123456789-")


def _day(written: str, year: str) -> str:
    parts = " ".join(re.split(_GAP, written))
    if not re.search(r"[A-Za-z]{3}", parts):
        return sure_day(parts.replace(" ", "-")) or _DAY_TO_FILL_IN
    if re.search(r"[0-9]{4}", parts):
        return sure_day(parts) or _DAY_TO_FILL_IN
    # 2032 is a leap year, so that every day of the year can be read.
    found = sure_day(f"{parts} {year or '2032'}")
    return f"{year or 'YYYY'}{found[4:]}" if found else _DAY_TO_FILL_IN


def _to_fill_in(day: str) -> str:
    if day == _DAY_TO_FILL_IN:
        return "; put the date of the call for `YYYY-MM-DD`"
    return "; put the year of the call for `YYYY`" if day.startswith("YYYY") else ""


def way_to(path: str) -> str:
    """Say where a file of `calls/` or `minutes/` belongs and what to name it; nothing where that cannot be told."""
    top, *folders, name = path.split("/")
    ending = {"calls": ".yaml", "minutes": ".md"}.get(top, "")
    written = _ENDING.search(name)
    kind = written[0].lower() if written else ""
    is_text = kind in _TEXTS or not kind
    if not ending or name.startswith(".") or not (is_text or kind in _DOCUMENTS):
        return ""
    year = next((one for one in folders if re.fullmatch(r"[0-9]{4}", one)), "")
    stem, hint = propose(name.removesuffix(written[0]) if written else name, year)
    if top == "calls" and stem.startswith(_DAY_TO_FILL_IN):
        return ""
    verb = "name it" if is_text else "copy its words into a text file"
    return f"; {verb} `{top}/{stem[:4]}/{stem}{ending}`{hint}"
