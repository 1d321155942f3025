"""Composes long minutes in which nothing is private, so that false alarms can be counted per 10,000 words.

Everything in them is made up: the River Assembly, Mill Town and their neighbours exist nowhere.
The same words, seed and forms give the same minutes on every machine.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Final

FORMS: Final = Path(__file__).with_name("harmless_forms.txt")

HUBS: Final = (
    "Mill Town", "River Assembly", "Harbour Hub", "Weir Hub", "Occupy Riverside", "North Bank",
    "Lantern Hill", "the Old Mill assembly", "Ferry Landing", "State Street hub", "Occupy Harbour",
    "the Main Street assembly", "Heron Island", "South Quay", "Upper Weir", "Tannery Row hub",
)  # fmt: skip
GROUPS: Final = (
    "Direct Action working group", "Outreach group", "Media team", "Tech working group",
    "Kitchen crew", "Legal desk", "Facilitation working group", "Finance group", "Medics",
    "Library tent", "Housing circle", "Labour Outreach committee", "Arts and Culture group",
)  # fmt: skip
TOPICS: Final = (
    "winter tents", "the rota of facilitators", "shorter report-backs", "the statement on banks",
    "how to keep stack fairly", "the May Day march", "student debt", "a shared calendar",
    "translation into Spanish", "the bus to the capital", "foreclosures", "the code of conduct",
    "public transport fares", "the eviction of the camp", "money in politics", "a day of rest",
    "who speaks to the press", "safer spaces", "the library", "the calls of next quarter",
)  # fmt: skip
THINGS: Final = (
    "wool blankets", "dry socks", "tarpaulins", "two stoves", "salt and rice", "gas bottles",
    "printed cards", "folding chairs", "a loudspeaker", "rain coats", "a tea urn", "paint",
)  # fmt: skip
PLACES: Final = (
    "Liberty Plaza", "the Old Mill", "Pier 8", "Harbour Green", "Town Hall Square", "the fountain",
    "Court Street", "the foot of the bridge", "Wall Street", "the south steps", "Mill Town Common",
)  # fmt: skip
BILLS: Final = (
    "H.R. {}", "HR {}", "S. {}", "SB {}", "S.B. {}", "A.B. {}", "Assembly Bill {}", "H.J. Res. {}",
    "Senate Bill {}", "LD {}",
)  # fmt: skip
LINKS: Final = (
    "https://river.example/{year}/{month:02}/{day:02}/{number}/minutes/",
    "https://example.org/node/{number}",
    "https://news.example/story-{number}.html",
    "https://code.example/river/commit/{hash}",
    "https://lists.example.net/archive/{year}-{month:02}/msg{number}.html",
    "https://web.example/web/{year}{month:02}{day:02}083012/http://mill.example/",
    "https://example.org/wp-content/uploads/{year}/{month:02}/Minutes-{number}.pdf",
    "https://weir.example/minutes?start={year}{month:02}01&id={number}",
)
DATES: Final = (
    "{d.day} {month} {d.year}", "{month} {d.day}, {d.year}", "{weekday} {d.day} {month}",
    "{d.month}/{d.day}/{d.year}", "{d.month:02}/{d.day:02}/{short:02}", "{d.day}.{d.month}.{d.year}",
    "{weekday}, {month} {d.day}", "{d.day:02}-{brief}-{d.year}", "{brief}. {d.day}", "{d}",
    "{d.month}/{d.day}",
)  # fmt: skip
MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
FIRST_DAY: Final = date(2011, 9, 17)
SLOT: Final = re.compile(r"\{(\w+)\}")


def _hex(draw: Random, length: int) -> str:
    return "".join(draw.choice("0123456789abcdef") for _ in range(length))


def _digits(draw: Random, length: int) -> str:
    return str(draw.randrange(10 ** (length - 1), 10**length))


def _day(draw: Random) -> date:
    return FIRST_DAY + timedelta(days=draw.randrange(1100))


def _date(draw: Random) -> str:
    day = _day(draw)
    month = MONTHS[day.month - 1]
    return draw.choice(DATES).format(
        d=day, month=month, brief=month[:3], weekday=WEEKDAYS[day.weekday()], short=day.year % 100
    )


def _clock(draw: Random) -> str:
    hour, minute = draw.randint(1, 12), draw.choice((0, 0, 15, 30, 45))
    half = draw.choice(("am", "pm", " pm", " PM", " p.m."))
    return f"{hour}{half}" if minute == 0 and draw.random() < 0.6 else f"{hour}:{minute:02}{half}"


def _clock24(draw: Random) -> str:
    return f"{draw.randrange(24):02}:{draw.randrange(0, 60, 5):02}"


def _range(draw: Random) -> str:
    hour, start = draw.randint(6, 10), draw.randrange(0, 30, 5)
    end = start + draw.randrange(5, 30, 5)
    dash = draw.choice(("-", "–", " - ", " to "))
    if draw.random() < 0.3:
        return f"{hour + 12}{start:02}{dash}{hour + 12}{end:02}"
    return f"{hour}:{start:02}{dash}{hour}:{end:02}"


def _zones(draw: Random) -> str:
    hour, minute = draw.randint(4, 12), draw.choice(("", ":30"))
    hours = [(hour - behind - 1) % 12 + 1 for behind in range(4)]
    names, mark, between = draw.choice(
        (
            (("ET", "CT", "MT", "PT"), "pm ", " / "),
            (("EST", "CST", "MST", "PST"), " PM ", ", "),
            (("Eastern", "Central", "Mountain", "Pacific"), " ", "; "),
            (("E", "C", "M", "P"), "p", "/"),
        )
    )
    return between.join(
        f"{one}{minute}{mark}{name}" for one, name in zip(hours, names, strict=True)
    )


def _stamp(draw: Random) -> str:
    return f"{draw.randrange(3)}:{draw.randrange(60):02}:{draw.randrange(60):02}"


def _money(draw: Random) -> str:
    whole = draw.choice((draw.randint(2, 99), draw.randint(100, 999), draw.randint(1000, 99999)))
    return draw.choice(
        (
            f"${whole:,}",
            f"${whole:,}.{draw.randrange(100):02}",
            f"{whole:,} dollars",
            f"USD {whole}",
        )
    )


def _coord(draw: Random) -> str:
    north, west = draw.uniform(30, 48), draw.uniform(70, 120)
    return draw.choice(
        (f"{north:.4f}, -{west:.4f}", f"{north:.3f}° N, {west:.3f}° W", f"{north:.6f},-{west:.6f}")
    )


def _url(draw: Random) -> str:
    day = _day(draw)
    return draw.choice(LINKS).format(
        year=day.year,
        month=day.month,
        day=day.day,
        number=_digits(draw, draw.randint(4, 11)),
        hash=_hex(draw, 40),
    )


SLOTS: Final[Mapping[str, Callable[[Random], str]]] = MappingProxyType(
    {
        "hub": lambda draw: draw.choice(HUBS),
        "group": lambda draw: draw.choice(GROUPS),
        "topic": lambda draw: draw.choice(TOPICS),
        "thing": lambda draw: draw.choice(THINGS),
        "place": lambda draw: draw.choice(PLACES),
        "bill": lambda draw: draw.choice(BILLS).format(draw.randint(2, 6999)),
        "date": _date,
        "isodate": lambda draw: _day(draw).isoformat(),
        "year": lambda draw: str(draw.randint(2011, 2014)),
        "clock": _clock,
        "clock24": _clock24,
        "range": _range,
        "zones": _zones,
        "stamp": _stamp,
        "money": _money,
        "coord": _coord,
        "radio": lambda draw: f"{draw.randint(88, 107)}.{draw.randrange(10)}",
        "url": _url,
        "hash": lambda draw: _hex(draw, draw.choice((7, 8, 10, 12))),
        "longhash": lambda draw: _hex(draw, draw.choice((40, 64))),
        "md5": lambda draw: _hex(draw, 32),
        "digit": lambda draw: str(draw.randint(1, 9)),
        "small": lambda draw: str(draw.randint(2, 24)),
        "big": lambda draw: str(draw.randint(12, 59)),
        "n": lambda draw: str(draw.randint(61, 2400)),
        "fivedigits": lambda draw: _digits(draw, 5),
        "sixdigits": lambda draw: _digits(draw, 6),
        "eightdigits": lambda draw: _digits(draw, 8),
    }
)
"""What may stand in braces in a form, and how it is drawn."""


def forms_in(path: Path) -> tuple[str, ...]:
    """The forms of a file, one to a line; `\\n` in a form breaks its line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line.replace("\\n", "\n") for line in lines if line.strip())


def _dealt(forms: Sequence[str], draw: Random) -> Iterator[str]:
    """Each form once in a drawn order, and then again in another: all of them come up equally often."""
    if not forms:
        raise ValueError("there are no forms of one of the three kinds: title, heading, line")
    while True:
        yield from draw.sample(forms, len(forms))


def compose(words: int, seed: int, forms: Sequence[str]) -> str:
    """Minutes of at least so many words: titles (`# `), headings (`## `) and all other forms as lines below them."""
    draw = Random(seed)

    def fill(form: str) -> str:
        return SLOT.sub(lambda slot: SLOTS[slot[1]](draw), form)

    titles = _dealt([form for form in forms if form.startswith("# ")], draw)
    headings = _dealt([form for form in forms if form.startswith("## ")], draw)
    lines = _dealt([form for form in forms if not form.startswith(("# ", "## "))], draw)
    blocks: list[str] = []
    written = 0
    while written < words:
        call = [next(titles)]
        for _ in range(draw.randint(4, 7)):
            call.append(next(headings))
            call.extend(next(lines) for _ in range(draw.randint(4, 9)))
        filled = [fill(form) for form in call]
        blocks.extend(filled)
        written += sum(len(block.split()) for block in filled)
    return "\n\n".join(blocks) + "\n"
