"""What makes recordings of a made-up archive last and be read: lengths, keepers, answers about addresses, transcripts.

An archive has it only where it is asked for, so that figures of builds can be compared with older ones.
"""

import datetime
import json
import random
from collections.abc import Iterator

from generator.bench import world
from generator.bench.plan import Fate, Planned

_ASKED = world.TODAY
_CUES = 120
"""Pieces of a transcript: about ten minutes, and 12 kB."""
_SECONDS = 5


def has_recording(call: Planned) -> bool:
    """Tell whether a record names a copy: half of the calls that were held; every second of these lasts."""
    return call.fate is Fate.HELD and call.number % 4 < 2


def has_transcript(call: Planned) -> bool:
    """Tell whether there is a transcript: of one call in 20."""
    return has_recording(call) and call.number % 20 == 1


def told(call: Planned, record: str) -> str:
    """Give a record in which the copy has a length, and one that lasts a keeper and a day."""
    if not has_recording(call):
        return record
    more = f"    duration: 1:{call.number % 60:02d}:30\n"
    if call.number % 4 == 1:
        town = world.PLACES[call.number % len(world.PLACES)].split(",")[0]
        more += f"    keeper: the library of {town}\n    seen: {min(call.date + datetime.timedelta(3), world.TODAY)}\n"
    place = "    type: audio/mpeg\n"
    return record.replace(place, place + more, 1)


def words_of(call: Planned) -> Iterator[tuple[str, str]]:
    """Give the files of a call's transcript: path and text; one in five has a correction."""
    if not has_transcript(call):
        return
    stem = call.notes_path.removesuffix(".md")
    yield f"{stem}.vtt", _transcript(call)
    if call.number % 100 == 1:
        yield (
            f"{stem}.corrections.yaml",
            "- old: the spring gattering\n  new: the spring gathering\n  reason: misheard\n",
        )


def _transcript(call: Planned) -> str:
    dice = random.Random(call.number)
    origin = "machine-draft" if call.number % 60 == 1 else "transcript"
    out = [f"WEBVTT\n\nNOTE\norigin: {origin}\ntaken_by: a volunteer on the line\n"]
    for number in range(_CUES):
        voice = "Facilitator" if number % 3 else "Timekeeper"
        said = f"{dice.choice(world.WHO)} {dice.choice(world.DID)} {dice.choice(world.WHAT)}."
        if number == 1:
            said = "We prepare the spring gattering."
        start, end = number * _SECONDS, number * _SECONDS + _SECONDS - 1
        out.append(f"{_clock(start)} --> {_clock(end)}\n<v {voice}>{said}\n")
    return "\n".join(out)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.000"


def answer(call: Planned) -> str:
    """Give a line of what was found at the address of a copy; of two copies in three nothing is known."""
    if not has_recording(call) or call.number % 3:
        return ""
    found = {0: "gone", 1: "refused", 2: "silent"}.get(call.number // 3 % 30, "there")
    said: dict[str, object] = {
        "url": f"https://sound.example/{call.id}.mp3",
        "asked_on": str(_ASKED),
        "found": found,
    }
    if found == "there":
        size = 9_000_000 + call.number * 37
        said |= {"status": 200, "type": "audio/mpeg", "bytes": size, "there_on": str(_ASKED)}
    elif found != "silent":
        said["status"] = 404 if found == "gone" else 403
    return json.dumps(said, ensure_ascii=False) + "\n"


def answers_path(call: Planned) -> str:
    """Give the path of the file in which what was found at a call's addresses stands."""
    return f"calls/links/{call.date.year:04d}.jsonl"
