"""What the owner of an archive should look at before search engines may list it.

The rule is in the archive's promise to people who were never asked: see `content/help/privacy.md`.
"""

from collections.abc import Iterator

from generator.privacy.public import (
    Confidence,
    PublicArchive,
    PublicCall,
    PublicGroup,
    PublicHub,
    PublicSeries,
    PublicSource,
    Use,
)


def review_list(archive: PublicArchive) -> tuple[str, ...]:
    """List what a person has to look at, a line each: sources, records with few people, low confidence."""
    sources = dict(_sources(archive))
    few = [call.path for call in archive.calls if isinstance(call, PublicCall) and call.coarse]
    unsure = sorted(
        record.path for record in _records(archive) if record.confidence is Confidence.LOW
    )
    return (
        f"Sources that nobody has looked at yet ({len(sources)}):",
        *(f"  {url}  ({path})" for url, path in sorted(sources.items())),
        f"Records of calls with fewer than ten people ({len(few)}):",
        *(f"  {path}" for path in few),
        f"Records of low confidence ({len(unsure)}):",
        *(f"  {path}" for path in unsure),
    )


def _records(
    archive: PublicArchive,
) -> Iterator[PublicCall | PublicSeries | PublicGroup | PublicHub]:
    yield from (call for call in archive.calls if isinstance(call, PublicCall))
    yield from archive.series
    yield from archive.groups
    yield from archive.hubs


def _sources(archive: PublicArchive) -> Iterator[tuple[str, str]]:
    for record in _records(archive):
        yield from _unseen(record.sources, record.path)
    for platform in archive.platforms:
        yield from _unseen(platform.sources, "calls/platforms.yaml")


def _unseen(sources: tuple[PublicSource, ...], path: str) -> Iterator[tuple[str, str]]:
    for source in sources:
        if source.url and source.use is not Use.LINK:
            yield source.url, path
