"""Turns what may be seen into the finished site: every output is made, framed, looked at a last time and published.

An output that is remembered is not made again: its checksum is known, and its file is linked from the old site.
"""

import dataclasses
import datetime
import hashlib
import importlib
import importlib.metadata
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import assert_never
from urllib.parse import urlsplit

import msgspec

from generator import addresses, render
from generator import memo as memory
from generator.local_pool import begin_anew, shares_disk
from generator.memo import Memo
from generator.privacy import leaks
from generator.privacy.public import PublicArchive
from generator.problems import Place, Problem, problem
from generator.render import sitemap
from generator.render.output import Draft, File, Index, Output, Page
from generator.render.recording_hosts import recording_hosts
from generator.settings import Settings
from generator.site import (
    builder,
    checksums,
    frames,
    headers,
    manifest,
    publish,
    search_index,
    verify,
)
from generator.view_keys import ViewKeys
from generator.wording import spoken
from generator.work import Pool, spread

_NO_DAY = datetime.date(1, 1, 1)
_BATCH = 512
"""So many outputs are asked of the memo, or handed to it, at once."""

Old = Mapping[str, manifest.Entry]
"""The files of the site that stands, which may be linked."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a site goes and what it is made with; `work` keeps frames, memo and the staged folder."""

    root: Path
    out: Path
    work: Path
    settings: Settings


@dataclass(frozen=True, slots=True)
class Made:
    """A finished output: its checksum, its links if it is a page, and its bytes unless they are remembered.

    `lies` is where a file of so many bytes has been put down instead.
    """

    path: str
    sha256: str
    links: verify.PageLinks | None
    data: bytes = b""
    leak: str = ""
    lies: str = ""
    size: int = 0

    @property
    def finished(self) -> publish.Finished:
        """What is to be published of it."""
        return publish.Finished(self.path, self.sha256, lambda: self.data, self.lies, self.size)


@dataclass(frozen=True, slots=True)
class Context:
    """What every output is made with; `settings` have no day, so that outputs do not change with it."""

    settings: Settings
    frames: frames.Frames
    needles: leaks.Needles


@dataclass(slots=True)
class _Findings:
    """What the last look gathers while files go by; `taken` are the paths that each stand once."""

    context: Context
    taken: set[str]
    links: verify.LinkBook
    leaks: list[tuple[str, str]] = field(default_factory=list)
    clashes: list[Problem] = field(default_factory=list)

    def note(self, path: str, record: str) -> None:
        """Note which file tells what of which record; a file whose very name tells it is not named."""
        if record:
            named = leaks.find_in_name(self.context.needles, path)
            self.leaks.append(("…" if named else path, record))

    def take(self, made: Made) -> publish.Finished:
        """Look at a finished output, and hand it on."""
        if made.links is not None:
            self.links.add(made.links)
        self.note(made.path, made.leak)
        return made.finished

    def broken(self) -> list[verify.BrokenLink]:
        """Give every link that leads nowhere, once all files have gone by."""
        return self.links.broken(self.taken | {manifest.MANIFEST})


_MADE = msgspec.msgpack.Decoder(Made)


class _Refused(Exception):
    """The finished files may not be published."""


def draft_all(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Ask every module of `render/` that has a `render` function for its outputs; the folder is the list.

    The sitemap comes last, because it lists the pages among them.
    """
    listed = []
    for maker in renderers():
        if hasattr(maker, "render"):
            for draft in _spoken(maker.render(archive, settings), settings.language):
                if sitemap.is_listed(draft):
                    listed.append((draft.path, draft.changed_at))
                yield draft
    yield from sitemap.site_map(listed, settings)


def renderers() -> tuple[ModuleType, ...]:
    """Load all modules of `render/`, by name: before the first process begins, because those are copies of this one."""
    names = sorted(module.name for module in pkgutil.iter_modules(render.__path__))
    return tuple(importlib.import_module(f"{render.__name__}.{name}") for name in names)


def _spoken(drafts: Iterable[Draft], language: str) -> Iterator[Draft]:
    """Give drafts whose words are in a language; nothing between two of them speaks it."""
    waiting = iter(drafts)
    while True:
        with spoken(language):
            draft = next(waiting, None)
        if draft is None:
            return
        yield draft


def theme_of(
    site: Site, media: tuple[str, ...] = ()
) -> tuple[frames.Frames, tuple[tuple[str, bytes], ...]]:
    """Give the frames, and the theme's own files with what hosts should say of each.

    `media` are the origins of recordings, which pages may play from.
    """
    theme = builder.built_theme(
        site.settings, site.root, site.work / "stage", site.work / "cache" / "frames"
    )
    cut = frames.cut_frames(theme, site.settings, media)
    said = headers.headers_file(cut.policy, site.settings, (path for path, _ in theme.assets))
    return cut, (*theme.assets, (headers.PATH, said))


def finish_one(context: Context, draft: Draft) -> Made:
    """Make one output and put it into its frame."""
    with spoken(context.settings.language):
        output = draft.make(draft.view, context.settings)
    if output.path != draft.path:
        raise ValueError(f"{draft.path} was made as {output.path}")
    data = _bytes_of(output, context)
    links = verify.read_links(output.path, output.body) if isinstance(output, Page) else None
    leak = _leak_in(output, data, context.needles)
    return Made(output.path, hashlib.sha256(data).hexdigest(), links, data, leak)


def _bytes_of(output: Output, context: Context) -> bytes:
    match output:
        case File():
            return output.data
        case Page():
            return frames.stamp(output, context.frames)
        case Index():
            return search_index.index_bytes(output)
        case _:
            assert_never(output)


def _leak_in(output: Output, data: bytes, needles: leaks.Needles) -> str:
    """Give the path of a record that an output tells of; an index is searched as rows, not as bytes."""
    if not isinstance(output, Index) or not needles.runs:
        return leaks.find(needles, output.path, data)
    texts = search_index.searched_texts(output)
    found = (leaks.find(needles, output.path, text.encode()) for text in texts)
    return next((record for record in found if record), "")


def context_of(settings: Settings, cut: frames.Frames, needles: leaks.Needles) -> Context:
    """Give what outputs are made with."""
    return Context(dataclasses.replace(settings, today=_NO_DAY), cut, needles)


def publish_site(
    site: Site, public: PublicArchive, needles: leaks.Needles, memo: Memo, pool: Pool
) -> tuple[tuple[Problem, ...], publish.Published | None]:
    """Make every output and publish them as one tree; nothing is published when the last look finds something."""
    cut, assets = theme_of(site, recording_hosts(public))
    if cut.policy.uncovered:
        return _uncovered(cut), None
    written = {addresses.page_of_source(page.path): page.path for page in public.pages}
    context = context_of(site.settings, cut, needles)
    taken = {addresses.CHECKSUMS, *(path for path, _ in assets)}
    links = verify.LinkBook(taken, urlsplit(site.settings.site_url).path)
    findings = _Findings(context, taken, links)
    about = {"tzdata": importlib.metadata.version("tzdata")}
    said = " ".join(about.values()).encode()
    findings.note(manifest.MANIFEST, leaks.find(needles, manifest.MANIFEST, said))

    def making(old: Old, spool: publish.Spool) -> Iterator[publish.Finished]:
        drafts = _once(draft_all(public, site.settings), findings, written)
        yield from _assets(assets, findings)
        made = _make(findings, drafts, _Remembered(context, old, memo), pool, spool)
        yield from checksums.with_checksums(made, addresses.CHECKSUMS)
        if findings.clashes or findings.leaks or findings.broken():
            raise _Refused

    try:
        return (), publish.publish_made(making, site.out, site.work / "cache", about)
    except _Refused:
        return _problems(findings), None


def _uncovered(cut: frames.Frames) -> tuple[Problem, ...]:
    place = Place("mkdocs.yml")
    found = cut.policy.uncovered
    return tuple(problem("S725", place, page=page, what=what) for page, what in found)


def _once(
    drafts: Iterable[Draft], findings: _Findings, written: Mapping[str, str]
) -> Iterator[Draft]:
    """Give drafts until two have one address, and note each such address; `written` are the files of written pages."""
    for draft in drafts:
        if draft.path in findings.taken:
            findings.clashes.append(_clash(draft.path, written.get(draft.path)))
        findings.taken.add(draft.path)
        if not findings.clashes:
            yield draft


def _clash(path: str, page: str | None) -> Problem:
    one = f"`{page}`" if page else "a page that is made"
    place = Place(page or "mkdocs.yml")
    return problem("S707", place, path=path, one=one, other="a page that is made")


class _Remembered:
    """What is remembered of outputs, asked for and kept a batch at a time."""

    def __init__(self, context: Context, old: Old, memo: Memo) -> None:
        self._old = old
        self._memo = memo
        self._trusting = may_trust(context.needles, context.settings)
        settings = msgspec.msgpack.encode(context.settings)
        self._salt = memory.key(memory.code_key(), b"finish", settings, _frames_key(context))
        self._views = ViewKeys()
        self._keys: dict[str, bytes] = {}
        self._fresh: dict[bytes, bytes] = {}

    def known(self, batch: Iterable[Draft]) -> dict[str, Made]:
        """Give the outputs whose remembered checksum is that of the old site's file, which need not be made."""
        keys = {d.path: self._key(d) for d in batch if d.remember and self._trusting}
        rows = self._memo.recall(keys.values())
        found = {}
        for path, key in keys.items():
            made = _MADE.decode(rows[key]) if key in rows else None
            if made and made.path in self._old and self._old[made.path].sha256 == made.sha256:
                found[path] = made
            else:
                self._keys[path] = key
        return found

    def _key(self, draft: Draft) -> bytes:
        name = f"{draft.make.__module__}.{draft.make.__qualname__}".encode()
        return memory.key(self._salt, draft.path.encode(), name, *self._views.parts(draft.view))

    def keep(self, made: Made) -> None:
        """Keep what was made, unless it tells of a record or may not be kept."""
        key = self._keys.pop(made.path, None)
        if key and not made.leak:
            row = dataclasses.replace(made, data=b"", lies="", size=0)
            self._fresh[key] = msgspec.msgpack.encode(row)
        if len(self._fresh) >= _BATCH:
            self.finish()

    def finish(self) -> None:
        """Hand on what is left."""
        self._memo.remember(self._fresh)
        self._fresh = {}


def _make(
    findings: _Findings,
    drafts: Iterator[Draft],
    remembered: _Remembered,
    pool: Pool,
    spool: publish.Spool,
) -> Iterator[publish.Finished]:
    """Give every output; those that are remembered are not made.

    Drafts are drawn up while others make outputs of earlier ones, and let go with them.
    """
    known: list[publish.Finished] = []

    def unknown() -> Iterator[Draft]:
        while batch := list(islice(drafts, _BATCH)):
            found = remembered.known(batch)
            known.extend(map(findings.take, found.values()))
            yield from (draft for draft in batch if draft.path not in found)

    place = spool if shares_disk(pool) else None

    def workers() -> Executor:
        assert pool is not None
        if place:
            place.open()
        return pool()

    given, starting = (findings.context, place), workers if pool else None
    try:
        for row in spread(_finish_apart, given, unknown(), starting, lambda draft: draft.weight):
            made = _MADE.decode(row)
            remembered.keep(made)
            yield findings.take(made)
            yield from known
            known.clear()
    finally:
        # Whatever comes now, nobody puts down another file.
        begin_anew(pool)
    yield from known
    remembered.finish()


def _finish_apart(given: tuple[Context, publish.Spool | None], draft: Draft) -> bytes:
    """Make one output, as bytes that any process can hand over; its file is put down where the disk is the same."""
    context, spool = given
    made = finish_one(context, draft)
    if made.links is not None:
        made = dataclasses.replace(made, links=verify.leading_out(made.links))
    lies = spool.put(made.path, made.data) if spool and not made.leak else ""
    if lies:
        made = dataclasses.replace(made, data=b"", lies=lies, size=len(made.data))
    return msgspec.msgpack.encode(made)


def may_trust(needles: leaks.Needles, settings: Settings) -> bool:
    """Tell whether remembered outputs may be used: with withheld text about, all are made and searched anew.

    Whether there is such text in a private repository must not be told by what the memo holds.
    """
    if needles.any_closed and not settings.repository_is_public:
        return False
    return not needles.runs


def _assets(assets: Iterable[tuple[str, bytes]], findings: _Findings) -> Iterator[publish.Finished]:
    for path, data in assets:
        findings.note(path, leaks.find(findings.context.needles, path, data))
        yield publish.finished(path, data)


def _problems(findings: _Findings) -> tuple[Problem, ...]:
    """Say why the tree was refused; while there is a leak nothing of links, for that could quote it."""
    if findings.clashes:
        return tuple(findings.clashes)
    if findings.leaks:
        return tuple(problem("P508", Place(path), file=page) for page, path in findings.leaks)
    broken = (
        problem("S708", Place("mkdocs.yml"), page=link.page, target=link.target)
        for link in findings.broken()
    )
    return tuple(broken)


def _frames_key(context: Context) -> bytes:
    return memory.key(msgspec.msgpack.encode(context.frames))
