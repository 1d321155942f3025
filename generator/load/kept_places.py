"""Keeps the places of all values of an archive as bytes, file by file, and makes those that somebody asks for.

Hardly one of them is ever told, and as values of their own they would be most of what a large archive holds in memory.
"""

from collections.abc import Iterator, Mapping

import msgspec

from generator.problems import Place

_InFile = dict[str, tuple[int, int, int]]
"""Line, column and length of values by their names in one file."""

_DECODER = msgspec.msgpack.Decoder(_InFile)


def packed(places: Mapping[str, Place]) -> bytes:
    """Give the places of one file as bytes, by the names of its values."""
    return msgspec.msgpack.encode({name: place[1:] for name, place in places.items()})


class KeptPlaces(Mapping[tuple[str, str], Place]):
    """The places of values by path and name; `own` are those of the settings, `files` what `packed` gave, by path."""

    __slots__ = ("_files", "_last", "_own")

    def __init__(self, own: Mapping[tuple[str, str], Place], files: Mapping[str, bytes]) -> None:
        """Keep the bytes, and unpack none of them."""
        self._own = own
        self._files = files
        self._last: tuple[str, _InFile] = ("", {})

    def __getitem__(self, key: tuple[str, str]) -> Place:
        """Make one place."""
        path, name = key
        found = self._of(path).get(name)
        return Place(path, *found) if found else self._own[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Give path and name of each place."""
        yield from self._own
        yield from ((path, name) for path in self._files for name in self._of(path))

    def __len__(self) -> int:
        """Count all places."""
        return len(self._own) + sum(len(self._of(path)) for path in self._files)

    def _of(self, path: str) -> _InFile:
        # Several values of one file are asked for in a row, from several threads in a preview.
        last, names = self._last
        if last != path:
            data = self._files.get(path, b"")
            names = _DECODER.decode(data) if data else {}
            self._last = path, names
        return names
