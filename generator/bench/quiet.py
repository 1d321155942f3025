"""Writes made-up calls that are withheld with all that is known of them, as a private repository may hold.

They stand beside the calls of `plan.py` and change none of them, so that builds with and without them can be compared.
"""

import datetime
import random
from collections.abc import Iterator

from generator.bench import records, world

_FIRST = 10
"""Lower numbers of withheld calls of a day are those of other parts."""
_SENTENCES = 32


def files(number: int, date: datetime.date) -> Iterator[tuple[str, str]]:
    """Give record and notes of the withheld call of a number: path and text, of about 1 kB and 4 kB."""
    dice = random.Random(number)
    name = f"{date.year:04d}/{date}-withheld-{_FIRST + number}"
    yield f"calls/{name}.yaml", _record(number, date, dice)
    yield f"minutes/{name}.md", _notes(dice)


def _record(number: int, date: datetime.date, dice: random.Random) -> str:
    agenda = "".join(f"  - {_sentence(dice)} (10 min)\n" for _ in range(4))
    return (
        f"title: {_sentence(dice)}\nstart: 20:00\nlength: 90m\nmode: phone\nstatus: held\n"
        f"purpose: {_sentence(dice)}\nagenda:\n{agenda}"
        f"recordings:\n  - url: https://quiet-sound.example/kept-{number}.mp3\n"
        f"{records.withheld(date)}"
    )


def _notes(dice: random.Random) -> str:
    said = "\n".join(f"{_sentence(dice).capitalize()}." for _ in range(_SENTENCES))
    return (
        f"---\norigin: notes\n---\n## Outcomes\n\n- **Decision:** {_sentence(dice)}. (consensus)\n\n"
        f"## Reports\n\n{said}\n"
    )


def _sentence(dice: random.Random) -> str:
    """Give words of open notes in an order of their own, every second one backwards, so that no run of it is public."""
    told = (dice.choice(kind) for kind in (world.WHO, world.DID, world.WHAT, world.SO))
    words = " ".join(told).lower().replace(",", "").split()
    dice.shuffle(words)
    return " ".join(word[::-1] if at % 2 else word for at, word in enumerate(words))
