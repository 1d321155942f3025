"""Says which rhythms that can be read a sentence in other words may mean; the weekly ones are left to `sure.py`.

Nothing is read where the hour is not sure.
"""

import re

from generator import zones
from generator.load.likely import likely_time
from generator.load.sure import sure_rhythm
from generator.problems import surely
from generator.recurrence.words import read_words

_WEEKDAY = r"(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)days?"
_CLOCK = r",?\s+(?:at\s+)?(?P<clock>\S.*)\Z"
_NUMBERS = {
    "other": "2", "second": "2", "2nd": "2", "two": "2", "2": "2",
    "third": "3", "3rd": "3", "three": "3", "3": "3",
    "fourth": "4", "4th": "4", "four": "4", "4": "4",
}  # fmt: skip
_WHICH = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
_WORDS = ("first", "second", "third", "fourth", "last")
_SPELT = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday every week weeks on and at the of month day"
    " first second third fourth fifth last but one"
).split()
_KNOWN = {word.lower(): word for word in _SPELT}
"""The words of rhythms, by their small letters."""
_EVERY_FEW = re.compile(
    rf"every\s+(?P<number>{'|'.join(_NUMBERS)})(?P<weeks>\s+weeks?,?(?:\s+on)?)?\s+{_WEEKDAY}{_CLOCK}",
    re.IGNORECASE | re.ASCII,
)
_MONTHLY = re.compile(
    rf"(?:monthly,?\s+)?(?:on\s+)?(?:(?:the|every|each)\s+)?(?P<which>{'|'.join((*_WORDS, *_WHICH))})\s+"
    rf"{_WEEKDAY}\s+(?:of|in)\s+(?:the|every|each|a)\s+month{_CLOCK}",
    re.IGNORECASE | re.ASCII,
)

_EACH = "|".join((*_WORDS, *_WHICH))
_MONTHLY_ONES = re.compile(
    rf"\A(?:monthly,? )?(?:on )?(?:(?:the|every|each) )?(?P<which>(?:{_EACH})(?:(?:,| and) (?:{_EACH}))+) {_WEEKDAY}"
    r"(?: (?:of|in) (?:the|every|each|a) month)?,? (?:at )?",
    re.IGNORECASE | re.ASCII,
)
_ZONE_BEHIND = re.compile(r"(?<=[0-9mM])\s+\(?([A-Z]{2,4})\)?\Z")
_DAYS = {day[:3].lower(): day for day in _SPELT[:7]}
_SHORT_DAY = re.compile(
    r"\b(mon|tues?|wed|thu|thurs?|fri|sat|sun)s?\b\.?", re.IGNORECASE | re.ASCII
)
_FORTNIGHTLY = re.compile(
    r"\A(?:bi-?weekly|fortnightly|every fortnight),? (?:on )?", re.IGNORECASE | re.ASCII
)


def rhythms_meant(text: str) -> tuple[str, ...]:
    """Give the rhythms that a sentence may mean, the likeliest first: one is sure, and none is not understood."""
    plain = " ".join(text[:120].split())
    weekly = sure_rhythm(plain)
    if weekly:
        return (weekly,)
    monthly = _MONTHLY.match(plain)
    if monthly:
        found = _of_month(monthly["which"], _on_day(monthly))
        return (found,) if found else ()
    return _every_few(plain)


def rhythm_near(text: str) -> str:
    """Give the rhythm that is nearest to a sentence with slips in it, to propose and never to mend; else nothing.

    Misspelt words become those they are nearest to, `every 0 weeks` is every week, and an hour that no clock shows
    is 21:00, as in other examples.
    """
    short = _SHORT_DAY.sub(lambda found: _DAYS[found[1].lower()[:3]], text[:120])
    meant = rhythms_meant(short)
    if meant:
        return "` or `".join(meant)
    whole = " ".join(_word_near(word) for word in short.split())
    plain = _FORTNIGHTLY.sub("every 2 weeks on ", whole)
    plain = re.sub(r"(?i)(day),? (?=[0-9])", r"\1 at ", plain)
    plain = _MONTHLY_ONES.sub(_of_each_month, plain)
    plain = re.sub(r"(?i)\bevery [01] weeks?\b", "every week", plain)
    plain = re.sub(r"(?i)\b(every [1-9][0-9]?) week\b", r"\1 weeks", plain)
    plain = re.sub(r" at \S+\Z", lambda found: f" at {_clock_near(found[0][4:])}", plain)
    return plain if read_words(plain) else ""


def without_zone(text: str) -> tuple[str, str]:
    """Part a sentence from the word for a zone behind its hour, and give the IANA name of that zone, or nothing."""
    found = _ZONE_BEHIND.search(text[:120])
    name = zones.meant(found[1]) if found else ""
    return (text[: found.start()], name) if found and name else (text, "")


def _of_each_month(found: re.Match[str]) -> str:
    """Write numbered weekdays, such as `1st and 3rd Tuesdays at`, as those of the month."""
    which = re.sub(r"\w+", lambda one: _WHICH.get(one[0].lower(), one[0]), found["which"])
    return f"{which} {found['weekday']}day of the month at "


def _word_near(word: str) -> str:
    bare = word.rstrip(",")
    known = bare.lower() in _KNOWN or not bare.isalpha()
    return word if known else (surely(bare, _KNOWN.values()) or bare) + word[len(bare) :]


def _clock_near(text: str) -> str:
    return likely_time(text)[0]


def _every_few(plain: str) -> tuple[str, ...]:
    """Read what is every second, or other, week; a numbered weekday alone may be one of the month as well."""
    match = _EVERY_FEW.match(plain)
    on_day = _on_day(match) if match else ""
    if not match or not on_day:
        return ()
    number = match["number"].lower()
    weeks = on_day.replace("every week", f"every {_NUMBERS[number]} weeks")
    is_open = not match["weeks"] and (number in _WORDS or number in _WHICH)
    return (weeks, _of_month(number, on_day)) if is_open else (weeks,)


def _on_day(match: re.Match[str]) -> str:
    return sure_rhythm(f"{match['weekday']}day {match['clock']}")


def _of_month(which: str, on_day: str) -> str:
    """Turn a weekly rhythm into one of the month; an empty text stays so."""
    number = _WHICH.get(which.lower(), which.lower())
    day, _, clock = on_day.removeprefix("every week on ").partition(" at ")
    return f"{number} {day} of the month at {clock}" if on_day else ""
