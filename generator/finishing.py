"""Turns what may be seen into the finished site: every output is made, framed, looked at a last time and published.

An output that was made from the same before is not made again: its file is linked from the old site.
"""

import contextvars
import dataclasses
import datetime
import hashlib
import importlib
import importlib.metadata
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
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
from generator.remembered import Remembered
from generator.render import sitemap
from generator.render.output import Draft, File, Index, Output, Page
from generator.render.recording_hosts import recording_hosts
from generator.settings import Settings
from generator.site import (
    builder,
    checksums,
    frames,
    headers,
    made_before,
    manifest,
    publish,
    search_index,
    verify,
)
from generator.wording import spoken
from generator.work import Pool, spread

_NO_DAY = datetime.date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Site:
    """Where a site goes and what it is made with; `work` keeps frames, memo and the staged folder."""

    root: Path
    out: Path
    work: Path
    settings: Settings


@dataclass(frozen=True, slots=True)
class Made:
    """A finished output: its checksum, its links if it is a page, and its bytes.

    `lies` is where a file of so many bytes has been put down instead; `body` says where the body of a page lies in it.
    """

    path: str
    sha256: str
    links: verify.PageLinks | None
    data: bytes = b""
    leak: str = ""
    lies: str = ""
    size: int = 0
    body: made_before.Span = made_before.NO_PAGE

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
    fresh: made_before.Fresh
    leaks: list[tuple[str, str]] = field(default_factory=list)
    clashes: list[Problem] = field(default_factory=list)
    broken: list[verify.BrokenLink] = field(default_factory=list)

    def note(self, path: str, record: str) -> None:
        """Note which file tells what of which record; a file whose very name tells it is not named."""
        if record:
            named = leaks.find_in_name(self.context.needles, path)
            self.leaks.append(("…" if named else path, record))

    def take(self, made: Made) -> publish.Finished:
        """Look at a finished output, and hand it on."""
        if made.links is not None:
            self.fresh.book.add(made.links)
            self.fresh.pages[made.path] = made.sha256
        self.note(made.path, made.leak)
        return made.finished

    def follow(self, remembered: Remembered) -> None:
        """Look for links that lead nowhere, once all files have gone by."""
        files, book = self.taken | {manifest.MANIFEST}, self.fresh.book
        for links in remembered.in_doubt(files, self.fresh):
            book.add(links)
        self.broken = book.broken(files, remembered.links)


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
    with spoken(language):
        speaking = contextvars.copy_context()
    while (draft := speaking.run(next, waiting, None)) is not None:
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
    data, body = _bytes_of(output, context)
    links = verify.read_links(output.path, output.body) if isinstance(output, Page) else None
    leak = _leak_in(output, data, context.needles)
    return Made(output.path, hashlib.sha256(data).hexdigest(), links, data, leak, body=body)


def _bytes_of(output: Output, context: Context) -> tuple[bytes, made_before.Span]:
    """Give the bytes of an output, and where the body lies in those of a page."""
    match output:
        case File():
            return output.data, made_before.NO_PAGE
        case Page():
            return frames.stamped(output, context.frames)
        case Index():
            return search_index.index_bytes(output), made_before.NO_PAGE
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
    findings = _Findings(context, taken, made_before.Fresh(links))
    about = {"tzdata": importlib.metadata.version("tzdata")}
    said = " ".join(about.values()).encode()
    findings.note(manifest.MANIFEST, leaks.find(needles, manifest.MANIFEST, said))

    remembered = Remembered(_made_with(context), site.out, memo)

    def making(old: manifest.OldTree, spool: publish.Spool) -> Iterator[publish.Finished]:
        remembered.begin(old)
        drafts = _once(draft_all(public, site.settings), findings, written)
        yield from _assets(assets, findings)
        made = _make(findings, drafts, remembered, pool, spool)
        yield from checksums.with_checksums(made, addresses.CHECKSUMS)
        if not (findings.clashes or findings.leaks):
            findings.follow(remembered)
        if findings.clashes or findings.leaks or findings.broken:
            raise _Refused

    try:
        published = publish.publish_made(making, site.out, site.work / "cache", about)
    except _Refused:
        return _problems(findings), None
    remembered.keep(published)
    return (), published


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


def _make(
    findings: _Findings,
    drafts: Iterator[Draft],
    remembered: Remembered,
    pool: Pool,
    spool: publish.Spool,
) -> Iterator[publish.Finished]:
    """Give every output; those that were made from the same before are not made.

    Drafts are drawn up while others make outputs of earlier ones, and let go with them.
    """
    known: list[publish.Finished] = []

    def unknown() -> Iterator[Draft]:
        for draft in drafts:
            same = remembered.known(draft)
            if same is None:
                yield draft
            else:
                known.append(same)

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
            # What tells of a record is never published, and nothing of it is kept.
            if not made.leak:
                remembered.note(made.path, made.body)
            yield findings.take(made)
            yield from known
            known.clear()
    finally:
        # Whatever comes now, nobody puts down another file.
        begin_anew(pool)
    yield from known


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
        for link in findings.broken
    )
    return tuple(broken)


def _made_with(context: Context) -> bytes | None:
    """Give what stands for all that every output is made with; nothing where no remembered output may be used."""
    if not may_trust(context.needles, context.settings):
        return None
    settings, cut = msgspec.msgpack.encode(context.settings), msgspec.msgpack.encode(context.frames)
    return memory.key(memory.code_key(), b"finish", settings, memory.key(cut))
