"""What has to be sent to a host so that it serves a new site instead of an earlier one, by their manifests."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from generator.site.manifest import MANIFEST

_PAGE = ".html"


class _File(msgspec.Struct):
    path: str
    sha256: str


class _Manifest(msgspec.Struct):
    files: list[_File]


class NoManifest(ValueError):
    """Bytes that are no manifest of a site."""


@dataclass(frozen=True, slots=True)
class Uploads:
    """Paths to send, in the order in which to send them, and paths to delete afterwards."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]


def uploads(published: bytes | None, site: bytes) -> Uploads:
    """Compare the manifest that is published, if there is one, with that of a site; raises `NoManifest`.

    What pages lead to comes before the pages, so that no reader meets a page whose style sheet is not there yet.
    The manifest comes last: as long as it is the earlier one, the same comparison finds what is still to be sent.
    """
    old = {} if published is None else _files(published)
    new = _files(site)
    changed = [path for path, sha256 in new.items() if old.get(path) != sha256]
    changed.sort(key=lambda path: (path.endswith(_PAGE), path))
    last = (MANIFEST,) if changed or old.keys() != new.keys() else ()
    return Uploads((*changed, *last), tuple(sorted(old.keys() - new.keys())))


def _files(data: bytes) -> Mapping[str, str]:
    try:
        found = msgspec.json.decode(data, type=_Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NoManifest(str(error)) from None
    return {file.path: file.sha256 for file in found.files}
