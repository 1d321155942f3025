"""What calls that may be seen tell of actions, and what is open; how that is followed is left to `open_actions`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.joining import MarkName
from generator.open_actions import Carried, Course, Met, carried_words, course_of, lines_of
from generator.privacy.public import AnyCall, PublicArchive, PublicCall
from generator.render.belonging import group_ids
from generator.render.named_marks import telling
from generator.render.once import once


@dataclass(frozen=True, slots=True)
class OpenActions:
    """The actions that were open, in the words of the skeleton for notes: before each call, and after each series."""

    before: tuple[tuple[str, ...], ...]
    after: dict[str, tuple[str, ...]]


def course_in(archive: PublicArchive) -> Course:
    """Give the course of all actions of an archive, worked out once for all renderers."""
    return once(archive, _course)


def _course(archive: PublicArchive) -> Course:
    return course_of_calls(archive.calls)


def course_of_calls(calls: Iterable[AnyCall]) -> Course:
    """Follow the actions of calls in the order of the archive; notes that may not be read tell nothing."""
    return course_of(map(_met, calls))


def open_actions_in(archive: PublicArchive) -> OpenActions:
    """Give what skeletons for new notes list: before each call, and after the last call of each series by its id."""
    return once(archive, _open_actions)


def _open_actions(archive: PublicArchive) -> OpenActions:
    course = course_in(archive)
    # An action is carried to many calls, always in the same words.
    words = {each.name: carried_words(course, each) for each in course.taken}
    nothing = Carried((), 0)
    ends = ((each.id, lines_of(each.id, ())[0]) for each in archive.series)
    return OpenActions(
        before=tuple(_words(words, each) for each in course.before),
        after={name: _words(words, course.after.get(line, nothing)) for name, line in ends},
    )


def _words(words: Mapping[MarkName, str], carried: Carried) -> tuple[str, ...]:
    return tuple(words[each.name] for each in carried.actions)


def _met(call: AnyCall) -> Met:
    day = (call.date.year, call.date.month, call.date.day)
    lines = lines_of(call.series, group_ids(call))
    if not isinstance(call, PublicCall):
        return Met(call.id, (), day, lines, False, ())
    is_final, marks = telling(call)
    return Met(call.id, call.aliases, day, lines, is_final, marks)
