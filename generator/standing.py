"""Whether the site that stands is what a build would give: then nothing at all has to be done.

What went into the last build is known by one hash of every byte of it; what came out by the manifest of the site.
It is kept only where everything that went in may be seen, because even a hash of withheld text stays away from disk.
"""

import datetime
import hashlib
import importlib.metadata
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator import kept_out
from generator import memo as memory
from generator.history import History
from generator.load.files import Source
from generator.memo import Memo
from generator.problems import Problem
from generator.site import manifest, swap
from generator.site.publish import Published


@dataclass(frozen=True, slots=True)
class Said:
    """What a build says: its problems, the number of files it read, and the owner's list."""

    problems: tuple[Problem, ...]
    files: int
    review: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the last build said, the SHA-256 of the manifest that it published, and its number of files."""

    manifest: str
    outputs: int
    said: Said


def key_of(
    settings: Source | None,
    sources: tuple[Source, ...],
    past: History,
    problems: tuple[Problem, ...],
    today: datetime.date,
) -> bytes:
    """Hash everything that goes into a build; a file that is refused is no source, and known by its problem alone."""
    files = (settings, *sources) if settings else sources
    parts = [part for file in files for part in (file.path.encode(), file.data)]
    versions = [importlib.metadata.version(name) for name in ("mkdocs", "mkdocs-material")]
    rest = msgspec.msgpack.encode(
        (
            *(past.stamps, past.why_not, problems, today, versions),
            kept_out.mark_of(kept_out.key_given()),
        )
    )
    return memory.key(memory.code_key(), b"standing", rest, past.digest.encode(), *parts)


def recall(memo: Memo, key: bytes, out: Path, cache: Path) -> Standing | None:
    """Give what the last build said, if its input was the same and its site stands untouched."""
    value = memo.recall([key]).get(key)
    if value is None:
        return None
    known = msgspec.msgpack.decode(value, type=Standing)
    if swap.leftovers(out):
        return None
    old = manifest.old_tree(out, cache)
    untouched = old.manifest and not old.strange and len(old.files) == known.outputs
    return known if untouched and known.manifest == _sha256(old.manifest) else None


def remember(memo: Memo, key: bytes, published: Published, said: Said) -> None:
    """Keep what this build said beside the site that it has published; another build's may stand there by now."""
    known = Standing(published.manifest, published.files, said)
    memo.remember({key: msgspec.msgpack.encode(known)})


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
