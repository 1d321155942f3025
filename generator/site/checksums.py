"""The checksums of all open data in one short file, so that who keeps a copy can tell which files have changed.

The manifest has them too, but it lists every file of the site, and nobody should have to load that.
"""

import hashlib
from collections.abc import Iterable, Iterator

from generator.site.publish import Finished


def with_checksums(files: Iterable[Finished], path: str) -> Iterator[Finished]:
    """Give files as they come, and after the last of them the file of their checksums at `path`.

    Those in its folder are in it, which is open data, in the form that `sha256sum --check` reads there.
    """
    folder = f"{path.rpartition('/')[0]}/"
    lines = []
    for file in files:
        if file.path.startswith(folder):
            lines.append(f"{file.sha256}  {file.path.removeprefix(folder)}\n")
        yield file
    data = "".join(sorted(lines, key=_name)).encode()
    yield Finished(path, hashlib.sha256(data).hexdigest(), lambda: data)


def _name(line: str) -> str:
    return line.partition("  ")[2]
