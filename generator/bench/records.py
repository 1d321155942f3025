"""Writes the record of a made-up call as a person would: about 1 kB of YAML."""

import datetime
import hashlib

from generator.bench import world
from generator.bench.plan import Fate, Planned

_COUNTS = ("150+", "90-200", "about 40", "62")
_CONFIDENCE = ("high", "high", "medium", "low")


def record(call: Planned) -> str:
    """Give the text of a call's record; a withheld call's says its date and nothing more."""
    if call.fate is Fate.WITHHELD:
        return withheld(call.date)
    return "".join(
        (
            *(_what(call), _when(call), _who(call), _agenda(call.number)),
            *(_recording(call), _sources(call), _share(call)),
        )
    )


def withheld(date: datetime.date) -> str:
    """Give the record of a call of which all is withheld."""
    return (
        f"date: {date}\nshare:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n"
        "  reason: safety\n  decided_on: 2031-05-20\n"
    )


def title(call: Planned) -> str:
    """Give a call's title."""
    if call.series is None:
        return f"{_of(world.ONE_OFFS, call.number)}, week {call.number // 21}"
    return world.series_title(call.series)


def _what(call: Planned) -> str:
    series = "" if call.series is None else f"series: {world.series_id(call.series)}\n"
    status = "held" if call.fate is Fate.NOTES_WITHHELD else call.fate.value
    reason = "reason: high water closed the exchange\n" if status == "cancelled" else ""
    return f"title: {title(call)}\n{series}date: {call.date}\nstatus: {status}\n{reason}"


def _when(call: Planned) -> str:
    clock = world.CLOCKS[call.slot % 3]
    moved = ""
    if call.moved:
        before = call.date - datetime.timedelta(days=1)
        moved = f"moved_from:\n  - {before} {clock}\n"
    return f"start: {clock}\nlength: {60 + call.number % 4 * 15}m\n{moved}mode: phone\n"


def _who(call: Planned) -> str:
    number = call.number
    few = number % 60 == 19
    groups = [world.group_id((number + step) % world.group_count()) for step in (0, 7)]
    places = [_of(world.PLACES, number + step) for step in (0, 3, 7)]
    shown = ["Pennsylvania"] if few else places
    join = f"join: https://river.example/join/{number}\n" if number < 21 else ""
    return (
        f"hosts: [{groups[0]}]\ngroups: [{', '.join(groups)}]\n"
        f"hubs: [{world.hub_id(number % len(world.HUBS))}]\nplatform: switchboard\n"
        f"purpose: {_of(world.WHO, number)} and others prepare to {_of(world.DEEDS, number // 3)}.\n"
        f"{join}roles:\n  facilitator: {places[0].split(',')[0]} assembly\n"
        f"  note-taker: a volunteer from {places[1].split(',')[0]}\n"
        f"participants: {6 if few else _of(_COUNTS, number)}\nplaces:\n"
        + "".join(f"  - {place}\n" for place in shown)
    )


def _agenda(number: int) -> str:
    items = (_of(world.DEEDS, number + step) for step in range(4))
    lines = (f"  - {item.capitalize()} ({5 + n * 5} min)\n" for n, item in enumerate(items))
    return "agenda:\n  - How the call works (10 min)\n" + "".join(lines)


def _recording(call: Planned) -> str:
    number = call.number
    if call.fate is not Fate.HELD or number % 4 == 3:
        return ""
    if number % 4 == 2:
        return "recording: never-made\n"
    digest = hashlib.sha256(call.id.encode()).hexdigest()
    kept = "    kept_by: switchboard\n" if number % 4 == 0 else ""
    return (
        f"recordings:\n  - url: https://sound.example/{call.id}.mp3\n    type: audio/mpeg\n"
        f"    bytes: {9_000_000 + number * 37}\n    sha256: {digest}\n{kept}"
    )


def _sources(call: Planned) -> str:
    town = _of(world.PLACES, call.number).split(",")[0]
    absent = "minutes: none-taken\n" if call.fate is Fate.HELD and call.number % 24 == 5 else ""
    use = "link" if call.number % 3 == 0 else "cite"
    return (
        f"{absent}sources:\n  - title: page of the {town} assembly about the call\n"
        f"    publisher: {town} assembly\n    published: {call.date}\n"
        f"    url: https://{town.lower().replace(' ', '-')}.example/calls/{call.number}\n"
        f"    use: {use}\nevidence: complete\nconfidence: {_of(_CONFIDENCE, call.number)}\n"
    )


def _share(call: Planned) -> str:
    if call.fate is Fate.NOTES_WITHHELD:
        return "share: withheld for consent\n"
    return "share: public\nbasis: already-public\n"


def _of(choices: tuple[str, ...], number: int) -> str:
    return choices[number % len(choices)]
