"""Looks whether open files say what a change withholds: words that it moves there, and words that stood there before.

What a change withholds was public until then, so it is known; text that was never in the archive is not.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple, TypeVar

from generator.checks import useless_answers, withheld_in_public
from generator.model.archive import Archive
from generator.model.call import Call
from generator.model.group import Group, Hub
from generator.model.series import Series
from generator.model.share import Share, narrower
from generator.privacy import gate, leaks, policy
from generator.privacy.plain_words import words_of
from generator.problems import Place, Problem, problem
from generator.settings import Settings

LONG = 8
"""So many words in a row are a quotation, and no phrase that two texts have by chance."""

ANSWERS = "calls/links/"
"""Where files of answers lie."""
_FIELD = re.compile(rb"([a-z_]+):")

R = TypeVar("R", Series, Group, Hub)


class Withheld(NamedTuple):
    """What a change withholds: the archive before it with nothing more to be seen than now, and whose texts are new.

    `told_as` are the paths that may be named, by the paths of before: a former name may tell what a call was.
    """

    archive: Archive
    told_as: Mapping[str, str]


def find_said_again(
    before: Archive,
    now: Archive,
    settings: Settings,
    texts: Mapping[str, bytes],
    touched: Set[str],
) -> Iterator[Problem]:
    """Say which open files have words that this change withholds; `texts` are the files now, nothing is quoted."""
    withheld = _withheld(before, now)
    if not withheld.told_as:
        return
    yield from _answers(withheld, now, settings)
    moved = leaks.needles(withheld.archive, gate.publish(withheld.archive, settings), settings)
    quoted, led = dict(_quotations(withheld, now)), _addresses(withheld, now)
    parted = {call.path: call.share for call in now.calls if not call.share.is_full}
    for path in sorted(texts.keys() - _closed_files(now)):
        data = _open_lines(texts[path], parted[path]) if path in parted else texts[path]
        found = leaks.find(moved, "", data) if path in touched else ""
        if found in withheld.told_as:
            line = _first_line(moved, data)
            yield problem("P522", Place(path, line), record=withheld.told_as[found]).hush()
            continue
        told = set(_said(data, quoted))
        # Answers are told one by one.
        told |= set() if path.startswith(ANSWERS) else set(_said(data, led))
        for line, record in sorted(told):
            yield problem("P521", Place(path, line), record=record).hush()


def _open_lines(data: bytes, share: Share) -> bytes:
    """Leave empty the lines of fields that a record withholds: they may stand there, or are refused elsewhere."""
    opened, is_open, rows = policy.open_fields(share), True, []
    for row in data.split(b"\n"):
        if name := _FIELD.match(row):
            field = name[1].decode()
            is_open = field in opened or field not in policy.CALL
        rows.append(row if is_open else b"")
    return b"\n".join(rows)


def _addresses(withheld: Withheld, now: Archive) -> Mapping[tuple[str, ...], str]:
    """Give the addresses of recordings that the change withholds and no open call lists, as words, by record."""
    found = {
        copy.url: withheld.told_as[call.path]
        for call in withheld.archive.calls
        if call.path in withheld.told_as and not call.share.recording
        for copy in call.recordings
    }
    opened = useless_answers.open_addresses(now)
    return {tuple(words_of(url)): record for url, record in found.items() if url not in opened}


def _answers(withheld: Withheld, now: Archive, settings: Settings) -> Iterator[Problem]:
    """Say which answers are about addresses that the change withholds; one that a record lists still is told there."""
    listed = {copy.url for call in now.calls for copy in call.recordings}
    closed: dict[str, str] = {}
    for call in withheld.archive.calls:
        copies = () if call.share.recording else tuple(one.url for one in call.recordings)
        sources = () if call.share.details else tuple(one.url for one in call.sources)
        if call.path in withheld.told_as:
            closed |= dict.fromkeys((*copies, *sources), withheld.told_as[call.path])
    for address in closed.keys() & (listed | useless_answers.open_addresses(now)):
        del closed[address]
    for answer in now.answers:
        place = Place(answer.path, answer.line)
        if answer.address in closed and settings.repository_is_public:
            yield problem("P505", place, how=withheld_in_public.AN_ANSWER).hush()
        elif answer.address in closed:
            yield problem("P521", place, record=closed[answer.address]).hush()


def find_left_open(before: Archive, now: Archive) -> Iterator[Problem]:
    """Say which open calls stay beside one of their day that is new and withheld: they may be the same call.

    Nothing is said where another call of that day went or was closed, for then that one was meant.
    """
    open_now = {call.path: call for call in now.calls if call.share.details}
    old = {call.id for call in before.calls}
    closed_anew = {str(c.date) for c in now.calls if not c.share.details and c.id not in old}
    for day in sorted(closed_anew):
        same_day = [c.path for c in before.calls if c.share.details and str(c.date) == day]
        if open_now.keys() >= set(same_day):
            yield from (problem("P519", Place(path)).hush() for path in same_day)


def commits_that_say(before: Archive, now: Archive, messages: Mapping[str, str]) -> tuple[str, ...]:
    """Give the commits whose messages have words that the change withholds; `messages` are by the commit's name."""
    withheld = _withheld(before, now)
    quoted = dict(_quotations(withheld, now)) if withheld.told_as else {}
    return tuple(name for name, text in messages.items() if any(_said(text.encode(), quoted)))


def _withheld(before: Archive, now: Archive) -> Withheld:
    """Narrow what could be seen before to what may be seen now, also of calls that have another name by now."""
    there = {call.id: call for call in now.calls}
    old = {call.id for call in before.calls}
    renamed = {str(c.date): c for c in now.calls if not c.share.details and c.id not in old}
    told_as: dict[str, str] = {}
    calls = []
    for call in before.calls:
        other = _same_call(call, there.get(call.id), renamed.get(str(call.date)))
        share = narrower(call.share, other.share) if other else call.share
        if other and _allows_less(share, call.share):
            told_as[call.path] = other.path
        calls.append(dataclasses.replace(call, share=share))
    by_id = {call.id: call.path for call in before.calls}
    notes = {n.path: told_as[by_id[n.call]] for n in before.minutes if by_id.get(n.call) in told_as}
    notes |= {
        one.path: told_as[by_id[one.call]]
        for one in before.files_of_words()
        if by_id.get(one.call) in told_as
    }
    series, groups, hubs = (
        _narrowed(before.series, now.series, told_as),
        _narrowed(before.groups, now.groups, told_as),
        _narrowed(before.hubs, now.hubs, told_as),
    )
    archive = dataclasses.replace(
        before, calls=tuple(calls), series=series, groups=groups, hubs=hubs
    )
    return Withheld(archive, told_as | notes)


def _same_call(before: Call, named: Call | None, silent: Call | None) -> Call | None:
    """Give what became of a call: notes that stayed behind under its name are not it, if its record was withheld."""
    is_left_behind = named is not None and named.path != before.path
    is_left_behind &= named is not None and named.path.startswith("minutes/")
    return silent if silent and (named is None or is_left_behind) else named


def _allows_less(share: Share, than: Share) -> bool:
    return policy.open_fields(share) != policy.open_fields(than)


def _narrowed(old: tuple[R, ...], new: tuple[R, ...], told_as: dict[str, str]) -> tuple[R, ...]:
    closed = {one.id: one for one in new if not one.share.is_full}
    for one in old:
        if one.id in closed and one.share.is_full:
            told_as[one.path] = closed[one.id].path
    return tuple(
        dataclasses.replace(one, share=closed[one.id].share) if one.id in closed else one
        for one in old
    )


def _closed_files(now: Archive) -> frozenset[str]:
    """Give the files in which nothing may be seen: other checks refuse what stands in them."""
    calls = {call.id: call for call in now.calls}
    paths = {call.path for call in now.calls if not call.share.details}
    paths |= {n.path for n in now.minutes if n.call in calls and not calls[n.call].share.minutes}
    paths |= {
        words.path
        for words in now.files_of_words()
        if words.call in calls and not policy.opens_words(calls[words.call].share)
    }
    records: Iterable[Series | Group | Hub] = (*now.series, *now.groups, *now.hubs)
    return frozenset(paths | {one.path for one in records if not one.share.is_full})


def _first_line(needles: leaks.Needles, data: bytes) -> int:
    """Give the line at which the first needle is complete."""
    lines = data.split(b"\n")
    least, most = 1, len(lines)
    while least < most:
        middle = (least + most) // 2
        if leaks.find(needles, "", b"\n".join(lines[:middle])):
            most = middle
        else:
            least = middle + 1
    return least


def _quotations(withheld: Withheld, now: Archive) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give long runs of words that the change withholds, and titles that no open record has, each with its record."""
    archive, told_as = withheld
    others: tuple[Call | Series, ...] = (*now.calls, *now.series)
    titles = {tuple(words_of(one.title)) for one in others if one.share.details}
    for call in archive.calls:
        if call.path in told_as:
            for text in _closed_texts(call):
                yield from _runs(text, told_as[call.path])
            title = tuple(words_of(call.title))
            if not call.share.details and len(title) > 1 and title not in titles:
                yield title, told_as[call.path]
    closed = {call.id for call in archive.calls if not call.share.minutes}
    for notes in archive.minutes:
        if notes.path in told_as and notes.call in closed:
            yield from _runs(notes.body, told_as[notes.path])
    silent = {call.id for call in archive.calls if not policy.opens_words(call.share)}
    for said in archive.transcripts:
        if said.path in told_as and said.call in silent:
            yield from _runs(" ".join(cue.text for cue in said.cues), told_as[said.path])


def _closed_texts(call: Call) -> Iterator[str]:
    opened = policy.open_fields(call.share)
    for field in dataclasses.fields(call):
        value = getattr(call, field.name)
        if field.name not in opened:
            yield from (
                one
                for one in (value if isinstance(value, tuple) else (value,))
                if isinstance(one, str)
            )


def _runs(text: str, record: str) -> Iterator[tuple[tuple[str, ...], str]]:
    words = words_of(text)
    for at in range(len(words) - LONG + 1):
        yield tuple(words[at : at + LONG]), record


def _said(data: bytes, quoted: Mapping[tuple[str, ...], str]) -> Iterator[tuple[int, str]]:
    """Give the line of the first quotation of each record in a text."""
    rows = data.decode("utf-8", "replace").split("\n")
    placed = [(word, line) for line, row in enumerate(rows, 1) for word in words_of(row)]
    words = [word for word, _ in placed]
    lengths = {len(run) for run in quoted}
    told: set[str] = set()
    for at, (_, line) in enumerate(placed):
        for length in lengths:
            record = quoted.get(tuple(words[at : at + length]), "")
            if record and record not in told:
                told.add(record)
                yield line, record
