"""What changes about groups, hubs and platforms that may be seen, and about written pages.

Series are left to `series.py`.
"""

from collections.abc import Iterator

from generator.differences.pairs import State
from generator.differences.sentences import Said, Sentence
from generator.privacy.public import (
    PublicGroup,
    PublicHub,
    PublicPage,
    PublicPlatform,
    PublicSeries,
)

AnyRecord = PublicSeries | PublicGroup | PublicHub | PublicPlatform
_NOUNS = {"groups": "Group", "hubs": "Hub", "platforms": "Platform"}


def record_sentences(old: State, new: State) -> tuple[Sentence, ...]:
    """Give records that came or changed, by kind; those that are gone are told with what is withdrawn."""
    return tuple(
        sentence for kind, noun in _NOUNS.items() for sentence in _of_kind(kind, noun, old, new)
    )


def _of_kind(kind: str, noun: str, old: State, new: State) -> Iterator[Sentence]:
    unread = old.unread | new.unread
    before: dict[str, AnyRecord] = {one.id: one for one in getattr(old.public, kind)}
    for one in getattr(new.public, kind):
        known = before.get(one.id)
        if not unread.isdisjoint((f"calls/{kind}", f"calls/{kind}/{one.id}")):
            continue
        if known is None:
            yield (f"{noun} added: ", Said(name_of(one)))
        elif known != one:
            yield (f"{noun} changed: ", Said(name_of(one)))


def name_of(record: AnyRecord) -> str:
    """Give what a record is called."""
    return record.title if isinstance(record, PublicSeries) else record.name


def page_sentences(old: State, new: State) -> tuple[Sentence, ...]:
    """Give written pages that came, changed or went, by their files."""
    unread = old.unread | new.unread
    before = {page.path: page for page in old.public.pages}
    after = {page.path: page for page in new.public.pages}
    found: list[Sentence] = []
    for path in sorted((before.keys() | after.keys()) - unread):
        if path not in before:
            found.append(("Page added: ", Said(path), ", ", Said(after[path].title)))
        elif path not in after:
            found.append(("Page removed: ", Said(path)))
        elif _is_changed(before[path], after[path]):
            found.append(("Page changed: ", Said(path)))
    return tuple(found)


def _is_changed(old: PublicPage, new: PublicPage) -> bool:
    return (old.title, old.description, old.body) != (new.title, new.description, new.body)
