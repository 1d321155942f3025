"""The checksums of the open data say which of its files have changed."""

import hashlib

from generator.site.checksums import with_checksums
from generator.site.publish import Finished


def finished(path: str, data: bytes) -> Finished:
    return Finished(path, hashlib.sha256(data).hexdigest(), lambda: data)


PATH = "data/v1/checksums.txt"
FILES = (
    finished("calls/2031.html", b"<p>"),
    finished("data/v1/calls/2031.json", b"{}"),
    finished("data/v1/calls.json", b"[]"),
)


def test_files_go_by_unchanged_before_the_checksums():
    """The checksums are the last file."""
    assert (*FILES, PATH) == (
        *(found := [*with_checksums(FILES, PATH)])[:-1],
        found[-1].path,
    )


def test_only_open_data_is_listed_in_the_order_of_its_names():
    """Whatever the order in which it was made."""
    *_, sums = with_checksums(FILES, PATH)
    lines = sums.read().decode().splitlines()
    assert ["calls.json", "calls/2031.json"] == [line.split("  ")[1] for line in lines]


def test_lines_have_the_form_of_sha256sum():
    """Digits, two spaces, and the path in the folder of the data; and the file's own checksum is right."""
    *_, sums = with_checksums(FILES[:2], PATH)
    line = f"{hashlib.sha256(b'{}').hexdigest()}  calls/2031.json\n".encode()
    assert (line, hashlib.sha256(line).hexdigest()) == (sums.read(), sums.sha256)
