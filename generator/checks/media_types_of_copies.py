"""The type of a copy is none of sound or video, or not that of a file with its ending."""

from collections.abc import Iterator

from generator import media_types
from generator.checks.open_copies import OpenCopy, open_copies
from generator.model.archive import Archive
from generator.problems import Problem, problem, replacing
from generator.settings import Settings

_EXAMPLES = "write the type of the file, such as `audio/mpeg`, `audio/ogg` or `video/mp4`; `calls new copy` finds it"
_PAGE = "a page is no copy: name it under `sources:`, and write the address of the sound or video itself here"


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Look at the type of every copy that may be heard."""
    for copy in open_copies(archive):
        if copy.copy.type:
            yield from _of(copy)


def _of(one: OpenCopy) -> Iterator[Problem]:
    written, place = one.copy.type, one.place("type")
    if not media_types.is_media_type(written):
        # The ending of a file stands for one type, where people write it in place of the type.
        meant = media_types.TYPES_OF.get(written.lower().lstrip("."), ("",))[0]
        how = f"write `{meant}`" if meant else _EXAMPLES
        fix = replacing(place, meant) if meant and place.length == len(written) else None
        yield problem("M607", place, (), fix, value=written, how=how)
    elif not media_types.may_be_recording(written):
        is_page = media_types.bare(written) in ("text/html", "application/xhtml+xml")
        yield problem("M607", place, value=written, how=_PAGE if is_page else _EXAMPLES)
    elif media_types.contradicts(written, one.copy.url):
        ending = media_types.ending_of(one.copy.url)
        example = media_types.TYPES_OF[ending][0]
        yield problem("M608", place, value=written, ending=ending, example=example)
