"""The last look: searches finished files for withheld text, also where it is escaped or compressed.

A needle is a run of five words or of 24 characters of withheld text that stands nowhere in public text, or a withheld
address. Both sides are brought to the same plain form first, which is that of `plain_words.py`.
How a file can be read is said in `readings.py`.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, pairwise

from generator.model.archive import Archive
from generator.model.call import Call
from generator.privacy import policy
from generator.privacy.plain_words import words_of
from generator.privacy.public import PublicArchive, PublicCall
from generator.privacy.readings import readings
from generator.settings import Settings

WORDS = 5
CHARACTERS = 24
REST = 3
"""So few letters of a word at the end of 24 characters tell nothing, where the words before them are public."""

_ADDRESS = re.compile(r"\bhttps?://[^\s<>()\"'`\]]+", re.IGNORECASE)
# Targets of links, and the names that people give to passages and marks.
_UNSEEN = re.compile(r"\]\([^()\s]*\)|\{#[^{}\s]*\}")
_UNSEEN_INNER = re.compile(r"\]\((?!https?:)[^()\s]*\)|\{#[^{}\s]*\}", re.IGNORECASE)
# Words that are the same in many records, ids that pages are named after, and how much was seen.
_SAID_ANYWAY = frozenset(
    {"id", "path", "date", "share", "zone", "status", "mode", "evidence", "confidence"}
)

Runs = dict[str, str]
"""Runs of plain text, each with the path of the record it comes from."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What runs begin with: most places of a file begin like none of them, and nothing more is asked there.

    A run is known by its first three words, or by two or one where it has no more whole ones; `cut` says that some
    have none, which are pieces of words of 24 characters or more.
    """

    ones: frozenset[str]
    twos: frozenset[tuple[str, ...]]
    threes: frozenset[tuple[str, ...]]
    cut: bool

    def places(self, words: list[str]) -> list[int]:
        """Give the numbers of the words at which a run may begin."""
        found: set[int] = set()
        # Sets are asked as a whole first, which takes no step of ours for each word, and empty ones not at all.
        if self.threes and not self.threes.isdisjoint(
            zip(words, words[1:], words[2:], strict=False)
        ):
            threes = zip(words, words[1:], words[2:], strict=False)
            found.update(at for at, three in enumerate(threes) if three in self.threes)
        if self.twos and not self.twos.isdisjoint(pairwise(words)):
            twos = enumerate(pairwise(words))
            found.update(at for at, two in twos if two in self.twos)
        if self.ones and not self.ones.isdisjoint(words):
            found.update(at for at, word in enumerate(words) if word in self.ones)
        if self.cut and max(map(len, words), default=0) >= CHARACTERS:
            found.update(at for at, word in enumerate(words) if len(word) >= CHARACTERS)
        return sorted(found)


def _heads(runs: Iterable[str]) -> Heads:
    heads = {_head(run) for run in runs}
    return Heads(
        frozenset(head[0] for head in heads if len(head) == 1),
        frozenset(head for head in heads if len(head) == 2),
        frozenset(head for head in heads if len(head) == 3),
        () in heads,
    )


def _head(run: str) -> tuple[str, ...]:
    """Give the first whole words of a run; the last one of 24 characters may be cut off."""
    words = tuple(run.split(" ", 3))
    return words[:-1] if len(run) == CHARACTERS and len(words) < 4 else words[:3]


@dataclass(frozen=True, slots=True)
class Needles:
    """What must not be found; `lengths` are the numbers of words that runs are made of.

    `any_closed` says whether any record is not fully shared, whether or not there is text of it.
    """

    runs: Runs
    lengths: tuple[int, ...] = (WORDS,)
    any_closed: bool = False
    heads: Heads = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        """Gather what runs begin with once, and not for each file."""
        object.__setattr__(self, "heads", _heads(self.runs))


def needles(
    archive: Archive, published: PublicArchive, settings: Settings, ours: Iterable[str] = ()
) -> Needles:
    """Collect withheld runs that stand neither in public text nor in the settings, which every page may quote.

    `ours` are texts of the program itself, which stand on pages whatever an archive holds.
    """
    records = (archive.calls, archive.series, archive.groups, archive.hubs)
    any_closed = any(not record.share.is_full for kind in records for record in kind)
    runs: Runs = {}
    lengths = {WORDS}
    for path, text in _hidden_texts(archive, published, settings.repository_is_public):
        for part in _parts(text):
            runs.update(dict.fromkeys(_runs(words_of(part), (WORDS,)), path))
        for address in _ADDRESS.findall(text):
            words = words_of(address)
            if len(words) < WORDS:
                lengths.add(len(words))
                runs[" ".join(words)] = path
    if runs:
        cut, heads = _by_whole_words(runs), _heads(runs)
        for text in (*ours, *_texts(settings), *_texts(published), *_together(published)):
            for part in {text, *_parts(text)}:
                _take_out(runs, cut, words_of(part), tuple(lengths), heads)
    return Needles(runs, tuple(sorted(lengths)), any_closed)


def _parts(text: str) -> Iterator[str]:
    """Give a text with what a page keeps apart in its place and without it, and targets in the archive and names apart.

    Those are ids and addresses of our own, and stand behind a word like `call` on pages and in data too. So the words
    beside one are not run together with it; a leak of the source is found by `_found`, which leaves them out as well.
    """
    if "](" in text or "{#" in text:
        yield _UNSEEN.sub("]", text)
        yield from (found[0] for found in _UNSEEN_INNER.finditer(text))
    yield _UNSEEN_INNER.sub("]", text)


def _together(published: PublicArchive) -> Iterator[str]:
    """Give public texts that outputs put together: a call's purpose with its agenda, and permanent names of marks."""
    for call in published.calls:
        if isinstance(call, PublicCall):
            yield " ".join((call.purpose, *call.agenda))
            yield from (f"{call.id}#{mark.anchor}" for notes in call.notes for mark in notes.marks)


def _take_out(
    runs: Runs,
    cut: dict[str, list[str]],
    words: list[str],
    lengths: tuple[int, ...],
    heads: Heads,
) -> None:
    """Take the runs of public words out of those that must not be found."""
    for run in _runs(words, lengths, heads):
        runs.pop(run, None)
    for whole in _beginnings(words) if cut else ():
        for run in cut.get(whole, ()):
            runs.pop(run, None)


def _by_whole_words(runs: Runs) -> dict[str, list[str]]:
    """Give runs of 24 characters that end with a few letters of a word, by the whole words before those.

    What follows public words on a page is often a word of ours, which may begin with the same letters.
    """
    found: dict[str, list[str]] = {}
    for run in runs:
        whole, _, rest = run.rpartition(" ")
        if len(run) == CHARACTERS and whole and len(rest) <= REST:
            found.setdefault(whole, []).append(run)
    return found


def _beginnings(words: list[str]) -> Iterator[str]:
    """Give the runs of whole words that are as long as those before a cut-off rest."""
    plain = f"{' '.join(words)} "
    at = 0
    for word in words:
        for length in range(CHARACTERS - REST - 1, CHARACTERS):
            if plain[at + length : at + length + 1] == " ":
                yield plain[at : at + length]
        at += len(word) + 1


def find(needles: Needles, path: str, data: bytes) -> str:
    """Give the path of a record whose withheld text stands in a finished file or its name, or an empty string."""
    if not needles.runs:
        return ""
    return find_in_name(needles, path) or _found(needles, readings(path, data))


def find_in_name(needles: Needles, path: str) -> str:
    """Give the path of a record whose withheld text stands in a file's name, or an empty string."""
    return _found(needles, readings("", path.encode()))


def _found(needles: Needles, texts: Iterable[str]) -> str:
    for text in texts:
        for part in dict.fromkeys((text, _UNSEEN.sub("]", text))):
            for run in _runs(words_of(part), needles.lengths, needles.heads):
                if run in needles.runs:
                    return needles.runs[run]
    return ""


def _hidden_texts(
    archive: Archive, published: PublicArchive, is_public: bool
) -> Iterator[tuple[str, str]]:
    closed: dict[str, Call] = {}
    # Where strangers can read the records, exact places are public there; the page only repeats less.
    few = (
        set()
        if is_public
        else {c.id for c in published.calls if isinstance(c, PublicCall) and c.coarse}
    )
    for call in archive.calls:
        hidden = _hidden_fields(call, call.id in few)
        yield from ((call.path, text) for value in hidden for text in _texts(value))
        if "minutes" not in policy.open_fields(call.share):
            closed[call.id] = call
    for notes in archive.minutes:
        if notes.call in closed:
            yield from ((notes.path, text) for text in _texts(notes.marks))
            yield from ((notes.path, t) for t in (notes.taken_by, notes.reviewed_by, notes.body))
    yield from _hidden_words(archive)
    silent = {one.url for c in archive.calls if not c.share.recording for one in c.recordings}
    yield from ((one.path, one.moved_to) for one in archive.answers if one.address in silent)
    for records in (archive.series, archive.groups, archive.hubs):
        for record in records:
            if not record.share.is_full:
                yield from ((record.path, text) for text in _texts(record))


def _hidden_words(archive: Archive) -> Iterator[tuple[str, str]]:
    """Give the words of recordings that may not be read: piece by piece, run together, and what corrections say.

    What a correction of an open transcript takes out stands in a public file, and is no secret.
    """
    opened = {call.id for call in archive.calls if policy.opens_words(call.share)}
    for one in archive.transcripts:
        if one.call not in opened:
            yield from ((one.path, text) for text in _texts(one.cues))
            yield one.path, " ".join(cue.text for cue in one.cues)
            yield one.path, one.taken_by
            yield one.path, one.reviewed_by
    for file in archive.corrections:
        if file.call not in opened:
            yield from ((file.path, text) for text in _texts(file.rows))


def _hidden_fields(call: Call, few: bool) -> Iterator[object]:
    """Give the values of a call that may not be seen; of one with few people also its places and roles."""
    opened = policy.open_fields(call.share)
    for field in dataclasses.fields(call):
        if field.name not in opened and field.name not in _SAID_ANYWAY:
            yield getattr(call, field.name)
    if few:
        yield call.places, call.roles


def _texts(value: object) -> Iterator[str]:
    """Give every piece of text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Enum):
        return
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _runs(words: list[str], lengths: tuple[int, ...], heads: Heads | None = None) -> Iterator[str]:
    """Give the runs of so many words, and those of 24 characters that begin with a word.

    With `heads` those alone that may begin like one of these.
    """
    asked = range(len(words)) if heads is None else heads.places(words)
    if not asked:
        return
    plain = " ".join(words)
    letters = list(accumulate(map(len, words)))
    for number in asked:
        for length in lengths:
            if number + length <= len(words):
                yield " ".join(words[number : number + length])
        at = letters[number] - len(words[number]) + number
        if at + CHARACTERS <= len(plain):
            yield plain[at : at + CHARACTERS]
