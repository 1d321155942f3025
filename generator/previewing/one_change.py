"""Shows a change of one call or one written page at once, before the whole archive is read again.

How it works. A saved file is read by itself and put together with the other files of its call, exactly as all files
are. Only when the call was fully shared and still is does the gate give it again and its page is drawn anew. Whatever
could close something (a file that cannot be read or is gone, a record that is not fully shared) shuts the preview
until everything is read: a closed name may stand on any page.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from generator import addresses, loading
from generator.load.archive import Loaded, assemble
from generator.load.files import Disk, Source, limit_of
from generator.load.names import (
    ANSWERS,
    CORRECTIONS,
    TRANSCRIPT,
    Kind,
    fault_of_file,
    fault_of_folder,
    is_passed_over,
)
from generator.model.archive import Archive
from generator.model.call import Call
from generator.open_actions import lines_of
from generator.previewing.kept_files import Kept, digest
from generator.previewing.related_marks import Related, gathered, related_of, related_to
from generator.privacy import gate
from generator.privacy.public import AnyCall, PublicArchive, PublicCall
from generator.render.belonging import group_ids
from generator.render.drawn_again import call_again, page_again
from generator.render.output import Draft
from generator.settings import Settings
from generator.wording import spoken

FEW = 20
"""Where more files changed at once, none of them is looked at by itself."""


MOST_IN_LINE = 1500
"""Where a call carries actions along with more calls than this, its page follows with everything else."""


class Effect(IntEnum):
    """What a change may do to pages that are shown, the gravest last."""

    NOTHING = 0
    LATER = 1
    """Nothing is closed by it: pages follow when everything is read again."""
    CLOSES = 2
    """Something may have been closed: no page may be shown before everything is read again."""


@dataclass(frozen=True, slots=True)
class Known:
    """An archive as the last round found it, and what changes of single files are looked up in.

    `related` tells which calls name each other, and `lines` which of them carry actions along together.
    """

    settings: Settings
    archive: Archive
    public: PublicArchive
    files: Mapping[str, Kept]
    drafts: Mapping[str, Draft]
    calls: Mapping[str, Call]
    shown_calls: Mapping[str, AnyCall]
    related: Related
    lines: Mapping[str, tuple[str, ...]]
    files_of: Mapping[str, tuple[str, ...]]
    lookups: gate.Lookups


@dataclass(frozen=True, slots=True)
class Change:
    """What some changed files do: drafts that are made anew, by path, and the gravest effect."""

    drafts: Mapping[str, Draft]
    effect: Effect


def known_of(
    settings: Settings,
    archive: Archive,
    public: PublicArchive,
    files: Mapping[str, Kept],
    drafts: Mapping[str, Draft],
) -> Known:
    """Prepare what changes are looked up in, in linear time."""
    return Known(
        settings=settings,
        archive=archive,
        public=public,
        files=files,
        drafts=drafts,
        calls={call.id: call for call in archive.calls},
        shown_calls={call.id: call for call in public.calls},
        related=related_of(public.calls),
        lines=gathered((line, one.id) for one in public.calls for line in _lines_of(one)),
        files_of=gathered((call_of(path), path) for path in files if is_of_call(path)),
        lookups=gate.lookups(archive, public.transcripts, settings),
    )


def look_at(known: Known, root: str, paths: Collection[str]) -> Change:
    """Tell what changed files do, and draw what can be drawn at once."""
    if len(paths) > FEW:
        closes = any(path.startswith(("calls/", "minutes/")) for path in paths)
        return Change({}, Effect.CLOSES if closes else Effect.LATER)
    found = {path: _read(known, root, path) for path in sorted(paths) if _is_ours(path)}
    changed = {path: one for path, one in found.items() if one is not _SAME}
    effects = [Effect.LATER for path in paths if not _is_ours(path)]
    drafts: dict[str, Draft] = {}
    for name in sorted({call_of(path) for path in changed if is_of_call(path)}):
        effect, drawn = _of_call(known, name, changed)
        effects.append(effect)
        drafts.update(drawn)
    for path, one in changed.items():
        if path.startswith("content/"):
            drafts.update(_of_page(known, one))
            effects.append(Effect.LATER)
        elif not is_of_call(path):
            effects.append(_of_other(known, path, one))
    return Change(drafts, max(effects, default=Effect.NOTHING))


def is_of_call(path: str) -> bool:
    """Tell whether a path is that of a call's record or of its notes."""
    folder, _, _ = path.rpartition("/")
    top, _, year = folder.partition("/")
    if not (len(year) == 4 and year.isdigit()):
        return False
    return (top, path.rpartition(".")[2]) in (("calls", "yaml"), ("minutes", "md"))


def call_of(path: str) -> str:
    """Give the id of the call that a file belongs to."""
    return path.rpartition("/")[2].partition(".")[0]


_SAME = Loaded("")
"""Stands for a file whose bytes are those that are known."""


def _is_ours(path: str) -> bool:
    return path.startswith(("calls/", "minutes/", "content/"))


def _read(known: Known, root: str, path: str) -> Loaded | None:
    """Read one file by the rules for all files; nothing when it may not or cannot be read."""
    disk = Disk(root)
    folders = [path[:at] for at, sign in enumerate(path) if sign == "/"]
    if any(disk.kind(folder) is not Kind.FOLDER for folder in folders):
        return None
    kind = disk.kind(path)
    if kind is not Kind.FILE or fault_of_file(path, kind) is not None:
        return None
    if any(fault_of_folder(folder) is not None for folder in folders[1:]):
        return None
    limit = limit_of(path)
    try:
        size, data = disk.read(path, limit)
    except OSError:
        return None
    kept = known.files.get(path)
    if kept is not None and kept.digest == digest(data) and size <= limit:
        return _SAME
    if size > limit:
        return None
    allowed = frozenset(known.settings.allowed_addresses)
    loaded = loading.load((Source(path, data),), allowed, None, None)[0]
    return None if loaded.is_empty else loaded


def _of_call(
    known: Known, name: str, changed: Mapping[str, Loaded | None]
) -> tuple[Effect, dict[str, Draft]]:
    """Tell what changed files of one call do, and draw its page where it was fully shared and still is."""
    paths = dict.fromkeys(known.files_of.get(name, ()))
    paths |= dict.fromkeys(path for path in changed if is_of_call(path) and call_of(path) == name)
    files = [changed[path] if path in changed else known.files[path].loaded for path in paths]
    present = [file for file in files if file is not None]
    if len(present) < len(files):
        return Effect.CLOSES, {}
    alone = _put_together(known, present)
    after = [call for call in alone.calls if call.id == name]
    if len(after) != 1 or not after[0].share.is_full:
        return Effect.CLOSES, {}
    before = known.calls.get(name)
    is_new = any(path not in known.files for path in paths)
    if before is None or is_new or not _is_same_call(before, after[0]):
        return Effect.LATER, {}
    notes = alone.notes_by_call().get(name, [])
    call = gate.publish_again(after[0], notes, known.lookups)
    return Effect.LATER, {} if call is None else dict(_drawn(known, call))


def _put_together(known: Known, files: Iterable[Loaded]) -> Archive:
    """Put the files of one call together as those of all calls are, with the series that it may be of."""
    found = tuple(files)
    named = {file.call.series for file in found if file.call}
    named |= {file.minutes.series for file in found if file.minutes}
    series = tuple(Loaded(one.path, series=one) for one in known.archive.series if one.id in named)
    return assemble((*found, *series), known.settings.zone, {}, known.archive.stamps)


def _is_same_call(before: Call, after: Call) -> bool:
    """Tell whether nothing changed that other pages of the call's own depend on, or that closes or opens it."""
    names = [(one.path, one.date, one.series, one.aliases, one.share) for one in (before, after)]
    return before.share.is_full and names[0] == names[1]


def _drawn(known: Known, call: PublicCall) -> Iterator[tuple[str, Draft]]:
    path = addresses.call_page(call.id)
    draft = known.drafts.get(path)
    if draft is None:
        return
    # What its marks say before and after, and those of actions that it carries along, which others may have closed.
    near = {call.id, *(name for line in _lines_of(call) for name in known.lines.get(line, ()))}
    if len(near) > MOST_IN_LINE:
        return
    told = (call, *(known.shown_calls[name] for name in near))
    names = near.union(*(related_to(known.related, one) for one in told))
    others = [known.shown_calls[name] for name in sorted(names) if name in known.shown_calls]
    with spoken(known.settings.language):
        again = call_again(draft, call, others, known.public, known.settings)
    if again is not None:
        yield path, again


def _lines_of(call: AnyCall) -> tuple[str, ...]:
    """Name what a call carries actions along, by the rule that renderers follow."""
    return lines_of(call.series, group_ids(call))


def _of_page(known: Known, file: Loaded | None) -> dict[str, Draft]:
    """Draw a written page again where only its text changed."""
    if file is None or file.page is None:
        return {}
    path = addresses.page_of_source(file.path)
    draft = known.drafts.get(path)
    if draft is None or file.path not in known.files:
        return {}
    again = page_again(draft, gate.publish_page(file.page))
    return {} if again is None else {path: again}


def _of_other(known: Known, path: str, file: Loaded | None) -> Effect:
    """Tell what a change of another file of `calls/` or `minutes/` does."""
    if path.startswith(ANSWERS) or is_passed_over(path):
        return Effect.LATER
    if file is None:
        is_junk = path not in known.files and fault_of_file(path, Kind.FILE) is not None
        return Effect.LATER if is_junk else Effect.CLOSES
    if path.endswith((TRANSCRIPT, CORRECTIONS)):
        return Effect.CLOSES
    return Effect.LATER if file.is_fully_shared else Effect.CLOSES
