"""Turns what may be seen into the finished site: every output is made, framed, looked at a last time and published.

An output that is remembered is not made again: its checksum is known, and its file is linked from the old site.
"""

import dataclasses
import datetime
import hashlib
import importlib
import importlib.metadata
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never
from urllib.parse import urlsplit

import msgspec

from generator import addresses, render
from generator import memo as memory
from generator.memo import Memo
from generator.privacy import leaks
from generator.privacy.public import PublicArchive
from generator.problems import Place, Problem, problem
from generator.render import sitemap
from generator.render.output import Draft, File, Index, Output, Page
from generator.render.recording_hosts import recording_hosts
from generator.settings import Settings
from generator.site import builder, frames, headers, manifest, publish, search_index, verify
from generator.wording import spoken
from generator.work import Pool, spread

_NO_DAY = datetime.date(1, 1, 1)
_BATCH = 2048


@dataclass(frozen=True, slots=True)
class Site:
    """Where a site goes and what it is made with; `work` keeps frames, memo and the staged folder."""

    root: Path
    out: Path
    work: Path
    settings: Settings


@dataclass(frozen=True, slots=True)
class Made:
    """A finished output: its checksum, its links if it is a page, and its bytes unless they are remembered."""

    path: str
    sha256: str
    links: verify.PageLinks | None
    data: bytes = b""
    leak: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What every output is made with; `settings` have no day, so that outputs do not change with it."""

    settings: Settings
    frames: frames.Frames
    needles: leaks.Needles


@dataclass(slots=True)
class _Findings:
    """What the last look gathers while files go by."""

    links: list[verify.PageLinks] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)
    leaks: list[tuple[str, str]] = field(default_factory=list)


class _Refused(Exception):
    """The finished files may not be published."""


def draft_all(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Ask every module of `render/` that has a `render` function for its outputs; the folder is the list.

    The sitemap comes last, because it lists the pages among them.
    """
    listed = []
    for module in sorted(pkgutil.iter_modules(render.__path__), key=lambda module: module.name):
        maker = importlib.import_module(f"{render.__name__}.{module.name}")
        if hasattr(maker, "render"):
            for draft in _spoken(maker.render(archive, settings), settings.language):
                if sitemap.is_listed(draft):
                    listed.append((draft.path, draft.changed_at))
                yield draft
    yield from sitemap.site_map(listed, settings)


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
    taken = {path for path, _ in assets}
    drafts, clashes = _by_path(draft_all(public, site.settings), taken, written)
    if clashes:
        return clashes, None
    context = context_of(site.settings, cut, needles)
    old = manifest.old_tree(site.out, site.work / "cache").files
    findings = _Findings(paths={*drafts, *(path for path, _ in assets), manifest.MANIFEST})
    made = _make(context, list(drafts.values()), old, memo, pool)
    files = _watched(made, drafts, context, findings, assets)
    about = {"tzdata": importlib.metadata.version("tzdata")}
    said = " ".join(about.values()).encode()
    _note_leak(findings, context, manifest.MANIFEST, leaks.find(needles, manifest.MANIFEST, said))
    try:
        done = publish.publish(files, site.out, site.work / "cache", about)
    except _Refused:
        return _problems(findings, site.settings), None
    return (), done


def _uncovered(cut: frames.Frames) -> tuple[Problem, ...]:
    place = Place("mkdocs.yml")
    found = cut.policy.uncovered
    return tuple(problem("S725", place, page=page, what=what) for page, what in found)


def _by_path(
    drafts: Iterable[Draft], taken: set[str], written: Mapping[str, str]
) -> tuple[dict[str, Draft], tuple[Problem, ...]]:
    """Order drafts by their addresses, with those that two have; `written` are the files of written pages."""
    found: dict[str, Draft] = {}
    clashes = []
    for draft in drafts:
        if draft.path in found or draft.path in taken:
            clashes.append(_clash(draft.path, written.get(draft.path)))
        found[draft.path] = draft
    return dict(sorted(found.items())), tuple(clashes)


def _clash(path: str, page: str | None) -> Problem:
    one = f"`{page}`" if page else "a page that is made"
    place = Place(page or "mkdocs.yml")
    return problem("S707", place, path=path, one=one, other="a page that is made")


def _make(
    context: Context,
    drafts: Sequence[Draft],
    old: Mapping[str, manifest.Entry],
    memo: Memo,
    pool: Pool,
) -> Iterator[Made]:
    """Give every output in order; those whose remembered checksum is that of the old site's file are not made."""
    salt = memory.key(
        memory.code_key(), b"finish", msgspec.msgpack.encode(context.settings), _frames_key(context)
    )
    decoder = msgspec.msgpack.Decoder(Made)
    trusting = may_trust(context.needles, context.settings)
    for start in range(0, len(drafts), _BATCH):
        batch = drafts[start : start + _BATCH]
        keys = {d.path: _key(salt, d) for d in batch if d.remember and trusting}
        known = {
            made.path: made
            for made in map(decoder.decode, memo.recall(keys.values()).values())
            if made.path in old and old[made.path].sha256 == made.sha256
        }
        unknown = [draft for draft in batch if draft.path not in known]
        fresh = spread(finish_one, context, unknown, pool, lambda draft: draft.weight)
        kept: dict[bytes, bytes] = {}
        for draft in batch:
            made = known.get(draft.path) or next(fresh)
            if draft.path in keys and draft.path not in known and not made.leak:
                kept[keys[draft.path]] = msgspec.msgpack.encode(dataclasses.replace(made, data=b""))
            yield made
        memo.remember(kept)


def may_trust(needles: leaks.Needles, settings: Settings) -> bool:
    """Tell whether remembered outputs may be used: with withheld text about, all are made and searched anew.

    Whether there is such text in a private repository must not be told by what the memo holds.
    """
    if needles.any_closed and not settings.repository_is_public:
        return False
    return not needles.runs


def _watched(
    made: Iterable[Made],
    drafts: Mapping[str, Draft],
    context: Context,
    findings: _Findings,
    assets: Iterable[tuple[str, bytes]],
) -> Iterator[publish.Finished]:
    """Hand files on to be published, and refuse the whole tree at its end if anything was found."""
    for path, data in assets:
        _note_leak(findings, context, path, leaks.find(context.needles, path, data))
        yield publish.finished(path, data)
    for one in made:
        if one.links is not None:
            findings.links.append(verify.sharing_words(one.links))
        _note_leak(findings, context, one.path, one.leak)
        yield publish.Finished(one.path, one.sha256, _reader(one, drafts[one.path], context))
    if findings.leaks or _broken(findings, context.settings):
        raise _Refused


def _note_leak(findings: _Findings, context: Context, path: str, record: str) -> None:
    """Note which file tells what of which record; a file whose very name tells it is not named."""
    if record:
        named = leaks.find_in_name(context.needles, path)
        findings.leaks.append(("…" if named else path, record))


def _reader(made: Made, draft: Draft, context: Context) -> Callable[[], bytes]:
    """Give the bytes of an output when they are asked for; a remembered one is made again then."""
    return lambda: made.data or finish_one(context, draft).data


def _broken(findings: _Findings, settings: Settings) -> list[verify.BrokenLink]:
    return verify.broken_links(findings.links, findings.paths, urlsplit(settings.site_url).path)


def _problems(findings: _Findings, settings: Settings) -> tuple[Problem, ...]:
    """Say why the tree was refused; while there is a leak nothing else, for it could quote it."""
    if findings.leaks:
        return tuple(problem("P508", Place(path), file=page) for page, path in findings.leaks)
    broken = (
        problem("S708", Place("mkdocs.yml"), page=link.page, target=link.target)
        for link in _broken(findings, settings)
    )
    return tuple(broken)


def _frames_key(context: Context) -> bytes:
    return memory.key(msgspec.msgpack.encode(context.frames))


def _key(salt: bytes, draft: Draft) -> bytes:
    name = f"{draft.make.__module__}.{draft.make.__qualname__}".encode()
    return memory.key(salt, draft.path.encode(), name, msgspec.msgpack.encode(draft.view))
