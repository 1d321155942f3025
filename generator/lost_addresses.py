"""Tells which published addresses of passages a change breaks: what led to a passage and leads nowhere, or elsewhere.

Names are those that the page gives, by the same functions. Both states pass the gate first, so that nothing is said of
what is not public before the change and after it. Nothing is kept of what is gone: whoever takes a passage out decides
whether its name may stay.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator import addresses
from generator.aligned_lines import Gaps, aligned
from generator.joining import notes_order
from generator.model.archive import Archive
from generator.privacy import gate
from generator.privacy.public import PublicArchive, PublicCall
from generator.problems import Place, Problem, problem
from generator.render.call_pages import OWN_NAMES
from generator.render.markdown import render_markdown
from generator.render.notes import notes_setting, place_of
from generator.render.passages import Passage, PassageKind
from generator.render.written_pages import written_setting
from generator.settings import Settings
from generator.slugs import is_name, slug

Key = tuple[str, ...]
"""What makes two passages one: kind, words, what follows, and the heading above."""
_NAMED = frozenset({PassageKind.HEADING, PassageKind.MARK})
"""Passages that a name can be given to by hand."""
_CLOSENESS = (4, 3, 2)
"""Parts of a key by which passages are found again, the closest first."""


class _Said(NamedTuple):
    """What is said of a name: what it led to, what became of it, and what to do."""

    whom: str
    what: str
    todo: str


_KEEP = "write {naming} at the end of this line"
_RENAMED = _Said("this {kind}", "leads here no more", _KEEP)
_MOVED = _Said("this {kind}", "leads to another one now", _KEEP)
_REWORDED = _Said(
    "a {kind} that stood here",
    "leads there no more",
    "if this is the same one, reworded, write {naming} at the end of this line;"
    " if it was taken out, write a line {removing} where it stood",
)
_REMOVED = _Said(
    "a {kind} that stood here",
    "leads there no more",
    "if the passage was taken out, write a line {removing} here;"
    " if it was reworded, write {naming} at the end of its heading or marked line",
)
_NO_MOMENT = _Said(
    "a {kind} of the recording that stood here",
    "leads there no more",
    "if the passage was taken out, write a line {removing} here; a time that was corrected needs nothing",
)
_MOST = 20
"""Names that are told at one place; one line would not hold those of long notes."""


@dataclass(frozen=True, slots=True)
class Text:
    """A published text: the path of its file, its lines and where they begin in the file, and what it can be linked at.

    `prefix` begins the names of its headings; `taken` are all names in its page.
    """

    path: str
    lines: tuple[str, ...]
    first: int
    prefix: str
    passages: tuple[Passage, ...]
    taken: frozenset[str]


def find_lost(
    before: Archive, now: Archive, settings: tuple[Settings, Settings], touched: Set[str]
) -> Iterator[Problem]:
    """Warn of every published name in the touched texts that a change takes away or gives to another passage."""
    paths = {path for path in touched if path.startswith(("minutes/", "content/"))}
    if not paths:
        return
    old = _texts(gate.publish(before, settings[0]), settings[0], paths)
    new = _texts(gate.publish(now, settings[1]), settings[1], paths)
    for path in sorted(old.keys() & new.keys()):
        yield from compare(old[path], new[path])


def _texts(public: PublicArchive, settings: Settings, paths: Set[str]) -> dict[str, Text]:
    """Give the texts of some files as they are published; all notes of a call share one page."""
    found: dict[str, Text] = {}
    for call in public.calls:
        if isinstance(call, PublicCall) and not paths.isdisjoint(one.path for one in call.notes):
            found |= {text.path: text for text in _notes(call, settings)}
    for page in public.pages:
        if page.path in paths:
            prose = render_markdown(page.body, written_setting(page, settings))
            lines = tuple(page.body.split("\n"))
            found[page.path] = Text(
                page.path, lines, page.body_line, "", prose.passages, prose.taken
            )
    return {path: text for path, text in found.items() if path in paths}


def _notes(call: PublicCall, settings: Settings) -> Iterator[Text]:
    page, taken = addresses.call_page(call.id), OWN_NAMES
    drawn = []
    for notes in sorted(call.notes, key=notes_order):
        place = place_of(notes, page, taken)
        text, setting = notes_setting(notes, settings, place)
        prose = render_markdown(text, setting)
        taken = prose.taken
        lines = tuple(notes.body.split("\n"))
        written = _written(lines, text.split("\n"))
        passages = tuple(replace(one, line=written[one.line]) for one in prose.passages)
        drawn.append((notes, place.prefix, lines, passages))
    for notes, prefix, lines, passages in drawn:
        yield Text(notes.path, lines, notes.body_line, prefix, passages, taken)


def _written(lines: Sequence[str], shown: Iterable[str]) -> list[int]:
    """Give for each line as it is shown, from 1, the line as it was written: showing may put empty lines between."""
    found = [1]
    number = 0
    for line in shown:
        if line.strip() or number >= len(lines) or not lines[number].strip():
            number += 1
        found.append(max(1, min(number, len(lines))))
    return found


def compare(old: Text, new: Text) -> Iterator[Problem]:
    """Compare two states of a text, in linear time; what a line `[removed]` or a redaction stands for is not lost."""
    gaps = aligned(old.lines, new.lines)
    matching = _Matching(old, new)
    led_to = {one.name: one for one in new.passages}
    gone: dict[int, list[Passage]] = {}
    renamed: list[tuple[Passage, Passage]] = []
    for one in old.passages:
        if one.kind is PassageKind.REMOVED:
            continue
        same = matching.find(one) if one.kind in _NAMED else None
        there = led_to.get(one.name) if one.kind in _NAMED else None
        if same is not None and one.name not in new.taken:
            renamed.append((one, same))
        elif one.name not in new.taken or (same is None and matching.was_elsewhere(there)):
            gone.setdefault(gaps.number(one.line), []).append(one)
        elif there and same and same.name != one.name and there.kind is not PassageKind.REMOVED:
            yield _told(new, same.line, [one], _MOVED)
    reworded: set[str] = set()
    fresh = _fresh(old, new, gaps)
    for number, lost in gone.items():
        if not _says_so(old, new, gaps, number):
            likes = fresh.get(number, [])
            yield from _of_gap(new, gaps.after(number)[0], lost, likes, reworded)
    for one, same in renamed:
        # Whoever names the heading above gives back the names that were made with it.
        if one.section not in reworded:
            yield _told(new, same.line, [one], _RENAMED)


def _fresh(old: Text, new: Text, gaps: Gaps) -> dict[int, list[Passage]]:
    """Give the passages of the new state that have new names, by the gap they lie in."""
    known = {one.name for one in old.passages}
    found: dict[int, list[Passage]] = {}
    for one in new.passages:
        number = gaps.number_after(one.line)
        if one.name not in known and gaps.new[number] < one.line:
            found.setdefault(number, []).append(one)
    return found


def _of_gap(
    new: Text,
    begin: int,
    lost: Sequence[Passage],
    fresh: Sequence[Passage],
    reworded: set[str],
) -> Iterator[Problem]:
    """Tell what is gone between two lines that stayed: one for one that is new was reworded, the rest goes together.

    The keys of headings that were reworded are added to `reworded`.
    """
    kinds = Counter(one.kind for one in lost)
    by_kind = {kind: [one for one in fresh if one.kind is kind] for kind in kinds}
    rest = []
    for one in lost:
        likes = by_kind[one.kind]
        if kinds[one.kind] == len(likes) == 1 and one.kind in _NAMED:
            reworded |= {slug(one.words), one.name.removeprefix(new.prefix)}
            yield _told(new, likes[0].line, [one], _REWORDED)
        else:
            rest.append(one)
    rest.sort(key=lambda one: (one.kind not in _NAMED, one.line))
    if rest:
        line = max(1, min(begin + 1, len(new.lines)))
        yield _told(new, line, rest, _REMOVED if rest[0].kind in _NAMED else _NO_MOMENT)


class _Matching:
    """Finds a passage of one state in the other by what it says, where only one says it."""

    def __init__(self, old: Text, new: Text) -> None:
        self.old_text, self.new_text = old, new
        self.old = [_unique(_keys(old, parts)) for parts in _CLOSENESS]
        self.new = [_unique(_keys(new, parts)) for parts in _CLOSENESS]

    def find(self, one: Passage) -> Passage | None:
        """Give the passage in the new state that says what one of the old state said."""
        return self._match(one, self.old_text, self.old, self.new)

    def was_elsewhere(self, there: Passage | None) -> bool:
        """Tell whether a passage of the new state had another name before."""
        if there is None or there.kind not in _NAMED:
            return False
        was = self._match(there, self.new_text, self.new, self.old)
        return was is not None and was.name != there.name

    @staticmethod
    def _match(
        one: Passage,
        text: Text,
        own: Sequence[Mapping[Key, Passage]],
        others: Sequence[Mapping[Key, Passage]],
    ) -> Passage | None:
        for parts, mine, theirs in zip(_CLOSENESS, own, others, strict=True):
            key = _key(one, text)[:parts]
            if key in mine and key in theirs:
                return theirs[key]
        return None


def _keys(text: Text, parts: int) -> list[tuple[Key, Passage]]:
    return [(_key(one, text)[:parts], one) for one in text.passages if one.kind in _NAMED]


def _key(one: Passage, text: Text) -> Key:
    """Say what a passage is known by: kind, words, the next line that is not empty, and the heading above."""
    following = next(filter(str.strip, text.lines[one.line : one.line + 3]), "")
    return one.kind.value, one.words, following.strip(), one.section


def _unique(found: Iterable[tuple[Key, Passage]]) -> dict[Key, Passage]:
    pairs = list(found)
    counts = Counter(key for key, _ in pairs)
    return {key: one for key, one in pairs if counts[key] == 1}


def _says_so(old: Text, new: Text, gaps: Gaps, number: int) -> bool:
    """Tell whether the notes say at that place that words were left out: then nothing more is asked of the writer."""
    return _left_out(new, gaps.after(number)) > _left_out(old, gaps.before(number))


def _left_out(text: Text, gap: tuple[int, int]) -> int:
    lines = text.lines[gap[0] : max(gap[0], gap[1] - 1)]
    return sum(line.count("[redacted:") + line.count("[removed") for line in lines)


def _told(text: Text, line: int, lost: Sequence[Passage], said: _Said) -> Problem:
    """Tell of names that are lost at one line of the new text."""
    length = len(text.lines[line - 1]) if line <= len(text.lines) else 0
    return problem(
        "R323",
        Place(text.path, text.first + line - 1, 1, max(1, length)),
        name=lost[0].name,
        more=f" and {len(lost) - 1} more" if len(lost) > 1 else "",
        whom=said.whom.format(kind=lost[0].kind.value),
        what=said.what,
        todo=said.todo.format(naming=_naming(text, lost[0]), removing=_removing(lost)),
    )


def _naming(text: Text, one: Passage) -> str:
    """Give what names a passage by hand; a heading's name is given without what the page puts before it."""
    name = one.name.removeprefix(text.prefix) if one.kind is PassageKind.HEADING else one.name
    return f"`{{#{name}}}`" if is_name(name) else "a name"


def _removing(lost: Sequence[Passage]) -> str:
    return f"`[removed] {' '.join(f'{{#{one.name}}}' for one in lost[:_MOST])}`"
