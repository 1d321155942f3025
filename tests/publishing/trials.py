"""Disturbs builds at chosen calls of the system, and says of each trial what stood afterwards and what was wrong.

Calls are drawn step by step by a fixed seed, so that a short step is met as often as a long one.
"""

import errno
import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.publishing.system_calls import GO, KILL, Answer, Call
from tests.publishing.workshop import STATES, After, Workshop, quietly, refusing, step_of

ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS, errno.EACCES)


@dataclass(frozen=True, slots=True)
class Trial:
    """What was done to a build and at which step, what stood afterwards, and what should have been otherwise."""

    kind: str
    state: str
    step: str
    stood: str
    wrong: str


def kills(workshop: Workshop, count: int, seed: int = 7) -> Iterator[Trial]:
    """End builds by SIGKILL: most at a call, one in six by the clock, and one in six once more while it is mended."""
    chance = random.Random(seed)
    for number, (state, calls, drawn) in enumerate(_draws(workshop, count, chance, writing=False)):
        if number % 6 == 4:
            yield _killed_by_the_clock(workshop, state, chance.uniform(0.01, 0.6))
        elif number % 6 == 5:
            yield _killed_twice(workshop, state, drawn, chance.randrange(400))
        else:
            after = workshop.disturbed(state, killing(drawn))
            yield _killed("kill", state, step_of(calls[drawn], calls[:drawn]), after)


def killing(chosen: int) -> Answer:
    """Answer the chosen call by the end of its process."""
    return lambda number, call: KILL if number == chosen else GO


def _killed(kind: str, state: str, step: str, after: After) -> Trial:
    wrong = after.mended or ("" if after.stands in _whole(state) else f"stands: {after.stands}")
    return Trial(kind, state, step, after.stands, wrong)


def _killed_by_the_clock(workshop: Workshop, state: str, seconds: float) -> Trial:
    after = workshop.disturbed(state, quietly, kill_after=seconds)
    calls = after.ended.calls
    last = step_of(calls[-1], calls[:-1]) if calls else "beginning"
    return _killed("kill by the clock", state, f"after: {last}", after)


def _killed_twice(workshop: Workshop, state: str, first: int, second: int) -> Trial:
    workshop.restore(state)
    answer = refusing(state)
    workshop.build(answer(killing(first)))
    one = workshop.stands()
    ended = workshop.build(answer(killing(second)))
    calls = ended.calls
    step = step_of(calls[-1], calls[:-1]) if calls else "beginning"
    after = After(ended, workshop.stands(), workshop.mended(state))
    trial = _killed("kill while mending", state, step, after)
    wrong = trial.wrong or ("" if one in _whole(state) else f"stood at first: {one}")
    return Trial(trial.kind, state, step, after.stands, wrong)


def faults(workshop: Workshop, count: int, seed: int = 11) -> Iterator[Trial]:
    """Let single calls fail that change files, each with the next of the errors of the outside world."""
    chance = random.Random(seed)
    numbers = itertools.cycle(ERRORS)
    for state, calls, drawn in _draws(workshop, count, chance, writing=True):
        number = next(numbers)
        after = workshop.disturbed(state, failing(drawn, number))
        step = step_of(calls[drawn], calls[:drawn])
        kind = f"{errno.errorcode[number]} at {calls[drawn].name}"
        yield Trial(kind, state, step, outcome(after), _wrong_of_fault(state, after))


def failing(chosen: int, number: int) -> Answer:
    """Answer the chosen call by an error."""
    return lambda count, call: number if count == chosen else GO


def outcome(after: After) -> str:
    """Say how a build ended, and what stood."""
    return f"{'published' if after.ended.status == 0 else 'refused'}, {after.stands} stands"


def _wrong_of_fault(state: str, after: After) -> str:
    said = after.ended.said
    if "Traceback" in said or "fault of the generator" in said:
        return said
    if after.ended.status == 0:
        return after.mended or ("" if after.stands == "new" else f"ended well: {after.stands}")
    if after.ended.status != 3 or "The computer refused: " not in said:
        return f"ended with {after.ended.status}: {said}"
    return after.mended or ("" if after.stands == _before(state) else f"stands: {after.stands}")


def _before(state: str) -> str:
    return "nothing" if state.startswith("first") else "old"


def _whole(state: str) -> tuple[str, str]:
    return _before(state), "new"


def _draws(
    workshop: Workshop, count: int, chance: random.Random, *, writing: bool
) -> Iterator[tuple[str, tuple[Call, ...], int]]:
    """Choose a call of a build of each state in turn, each time of another step."""
    waiting = []
    for state in STATES:
        workshop.restore(state)
        calls = workshop.build(refusing(state)(quietly)).calls
        waiting.append((state, calls, _by_turns(calls, chance, writing)))
    for number in range(count):
        state, calls, order = waiting[number % len(waiting)]
        if order:
            yield state, calls, order.pop(0)


def _by_turns(calls: Sequence[Call], chance: random.Random, writing: bool) -> list[int]:
    """Give the numbers of calls in a drawn order in which the steps take turns."""
    steps: dict[str, list[int]] = {}
    for number, call in enumerate(calls):
        if call.writes or not writing:
            steps.setdefault(step_of(call, tuple(calls[:number])), []).append(number)
    for numbers in steps.values():
        chance.shuffle(numbers)
    order = sorted(steps)
    chance.shuffle(order)
    turns = itertools.zip_longest(*(steps[step] for step in order))
    return [number for turn in turns for number in turn if number is not None]
