"""Writes the notes of a made-up call: about 4 kB of Markdown with marks, lists, a table and links."""

import datetime
import posixpath
import random

from generator.bench import world
from generator.bench.plan import Planned, adopting, earlier

_ADOPTED = ("consensus", "unanimous", "passed as amended", "agreed")
_OPEN = ("tabled; 2 blocks, 3 stand-asides", "withdrawn", "left open", "blocked; 1 block")
_SOFT = ("encouraged", "discussed", "reported", "noted")


def notes(call: Planned, calls: int) -> str:
    """Give the notes of a call in an archive of so many calls; the same call always has the same notes."""
    dice = random.Random(call.number)
    link = _link(call, calls)
    return "\n".join(
        (
            _front(call),
            _outcomes(call, earlier(call, calls), dice),
            f"## [00:{4 + call.number % 20:02d}:10] Reports\n\n{_paragraph(dice, 7)}\n\n{_steps(dice)}",
            f"## [00:31:00] Breakout: {dice.choice(world.HUBS).lower()} (about 20 people)\n",
            f"{_paragraph(dice, 5)}{link}\n\n> {_sentence(dice)}\n\n{_table(dice)}",
            f"## Closing\n\n{_paragraph(dice, 5)}\n\n{_closing(call, dice)}",
        )
    )


def spanish_notes(call: Planned) -> str:
    """Give a summary of a call in Spanish."""
    dice = random.Random(call.number)
    told = [
        f"{dice.choice(world.QUIEN)} {dice.choice(world.DIJO)} {dice.choice(world.QUE)}."
        for _ in range(12)
    ]
    return (
        "---\norigin: summary\n---\n## Resumen\n\n"
        + "\n".join(told[:6])
        + "\n\n## Lo que se oyó\n\n"
        + "".join(f"- {sentence}\n" for sentence in told[6:])
    )


def _front(call: Planned) -> str:
    after = adopting(call)
    adopted = f"status: adopted\nadopted_by: {after.id}\n" if after else "status: under-review\n"
    town = world.PLACES[call.number % len(world.PLACES)].split(",")[0]
    return f"---\norigin: notes\n{adopted}taken_by: a volunteer from {town}\n---"


def _outcomes(call: Planned, before: Planned | None, dice: random.Random) -> str:
    due = call.date + datetime.timedelta(days=9)
    one, two, three, four, five = dice.sample(world.DEEDS, 5)
    # Decisions supersede each other from week to week, so that the register has chains to follow.
    ends = f"(agreed; supersedes #d-{before.number}) " if before and before.has_notes else ""
    return (
        "## Outcomes\n\n"
        f"- **Decision:** {one}, from {due:%B} on. ({dice.choice(_ADOPTED)})\n"
        f"- **Decision:** {two} as the {dice.choice(world.WORK)} group asked. {ends}{{#d-{call.number}}}\n"
        f"- **Proposal:** {three}. ({dice.choice(_OPEN)})\n"
        f"- **Outcome:** assemblies to {four}. ({dice.choice(_SOFT)})\n"
        f"- **Straw poll:** {five}? yes {dice.randrange(20, 60)}, no {dice.randrange(9)}, abstain 6\n"
        "- **Count:** which gathering will your assembly join?\n"
        f"    - at the mill: {dice.randrange(30)}\n    - at the ferry: {dice.randrange(30)}\n"
        "- **Temperature check:** all positive\n"
        f"- **Action:** {dice.choice(world.WORK)}: {dice.choice(world.DEEDS)}, by {due}\n"
    )


def _steps(dice: random.Random) -> str:
    lines = (f"{number}. {_sentence(dice)}\n" for number in range(1, 5))
    return "".join(lines) + f"    - *{dice.choice(world.SO)}*\n"


def _table(dice: random.Random) -> str:
    rows = (
        f"| {place.split(',')[0]} | {dice.randrange(4, 60)} | {dice.choice(world.DEEDS)} |\n"
        for place in dice.sample(world.PLACES, 4)
    )
    return "| Assembly | People | What they bring |\n|---|---:|---|\n" + "".join(rows)


def _closing(call: Planned, dice: random.Random) -> str:
    redacted = "[redacted: legal]\n\n" if call.number % 16 == 0 else ""
    return f"{redacted}- [x] {dice.choice(world.DEEDS)}\n- [ ] {dice.choice(world.DEEDS)}\n"


def _link(call: Planned, calls: int) -> str:
    before = earlier(call, calls)
    if before is None:
        return ""
    target = before.notes_path if before.has_notes else before.path
    address = posixpath.relpath(target, posixpath.dirname(call.notes_path))
    return f"\nMore stands in [the notes of the week before]({address})."


def _paragraph(dice: random.Random, sentences: int) -> str:
    return "\n".join(_sentence(dice) for _ in range(sentences))


def _sentence(dice: random.Random) -> str:
    what = dice.choice(world.WHAT)
    told = f"**{what}**" if dice.random() < 0.1 else what
    return f"{dice.choice(world.WHO)} {dice.choice(world.DID)} {told}, {dice.choice(world.SO)}."
