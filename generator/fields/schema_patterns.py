"""Patterns of values for editors' schemas: what can be told of a value by its form alone.

They say the same as the readers of `load/scalars.py`, which stay the judges; tests hold the two together.
Only what ECMA 262 and Python read alike is used, and no switches: letters of either case are written out.
"""

from generator.fields.kinds import ID_LIMIT

_YEAR = "(?:1[89][0-9]{2}|2[0-9]{3})"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_HOUR = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_HTTPS = "[Hh][Tt][Tt][Pp][Ss]"

ID = f"^[a-z0-9][a-z0-9-]{{0,{ID_LIMIT - 1}}}$"
DAY = f"^{_YEAR}-{_MONTH}-{_DAY}$"
LOOSE_DAY = f"^{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?$"
CLOCK = f"^{_HOUR}$"
LOCAL_TIME = f"^{_YEAR}-{_MONTH}-{_DAY} {_HOUR}$"
LENGTH = r"^(?=.*[1-9])(?:[0-9]{1,2}h)?\s?(?:[0-9]{1,4}m)?$"
DURATION = "^(?=.*[1-9])(?:[0-9]{1,2}:[0-5][0-9]|[0-5]?[0-9]):[0-5][0-9]$"
PARTICIPANTS = r"^(?:about [0-9]{1,7}|[0-9]{1,7}(?:\+|\s?-\s?[0-9]{1,7})?)$"
WHOLE = "^[0-9]{1,15}$"
CHECKSUM = "^[0-9a-f]{64}$"
DAYS = "^[1-9][0-9]{0,4} days?$"


def text(limit: int) -> str:
    """Give the pattern of 1 to `limit` characters, where a run of spaces counts as one and those around as none."""
    return rf"^\s*(?:\S|\s+(?=\S)){{1,{limit}}}\s*$"


def lines(limit: int) -> str:
    """Give the pattern of 1 to `limit` characters on any number of lines; spaces around do not count."""
    most = f"{{0,{max(limit - 2, 0)}}}"
    return rf"^\s*\S(?:[\s\S]{most}\S)?\s*$" if limit > 1 else r"^\s*\S\s*$"


def address(secure: bool) -> str:
    """Give the pattern of a web address: no user's name in it, a host with a dot, and no sign that needs escaping."""
    scheme = _HTTPS if secure else f"{_HTTPS}?"
    label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})?"
    host = rf"(?:{label}\.)+[A-Za-z0-9-]{{2,63}}(?::[0-9]{{1,5}})?"
    rest = r"(?:[/?#][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)?"
    return f"^(?![^/]*//[^/]*@){scheme}://{host}{rest}$"


def rhythm() -> str:
    """Give the pattern of a rhythm in words that can be counted, in letters of either case."""
    day = "(?:" + "|".join(map(_either, _WEEKDAYS)) + ")" + _either("day")
    which = (
        "(?:"
        + "|".join(
            map(_either, ("first", "second", "third", "fourth", "fifth", "last but one", "last"))
        )
        + ")"
    )
    number = (
        f"(?:(?:[23]?1){_either('st')}|2?2{_either('nd')}|2?3{_either('rd')}"
        f"|(?:[4-9]|1[0-9]|2[04-9]|30){_either('th')})"
    )
    also, month = f"(?:,|{_either(' and')}) ", _either(" of the month")
    weekly = (
        f"{_either('every ')}(?:{_either('week')}|[1-9][0-9]? {_either('weeks')}){_either(' on ')}"
    )
    ways = (
        f"{weekly}{day}(?:{also}{day})*",
        f"{which}(?:{also}{which})* {day}{month}",
        f"{_either('on the ')}{number}(?:{also}{number})*{month}",
        _either("every day"),
    )
    return f"^(?:{'|'.join(ways)}){_either(' at ')}{_HOUR}$"


def rule() -> str:
    """Give the pattern of a recurrence rule: known parts; how they go together is not looked at."""
    names = "|".join(map(_either, _PARTS))
    part = rf"(?:{names})=[0-9A-Za-z+,-]+"
    frequency = rf"(?=[\s\S]*{_either('freq')}=)"
    return rf"^\s*{frequency}(?:{_either('rrule')}:)?[;\s]*{part}(?:\s*;[;\s]*{part})*[;\s]*$"


_PARTS = tuple(
    "freq interval byday bymonthday bymonth bysetpos byhour byminute bysecond wkst count until".split()
)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


def _either(words: str) -> str:
    """Give the pattern of words in letters of either case."""
    return "".join(f"[{c.upper()}{c}]" if c.isalpha() else c for c in words)
