"""What is sent to a host after a build: what differs by the manifests, in an order that shows no half of a change."""

import hashlib

import pytest

from generator.site.manifest import Entry, manifest_bytes
from generator.site.uploads import NoManifest, Uploads, uploads


def manifest(**files: str) -> bytes:
    """Give the manifest of a site with such files; two underscores stand for a dot."""
    entries = {
        name.replace("__", "."): Entry(hashlib.sha256(text.encode()).hexdigest(), len(text))
        for name, text in files.items()
    }
    return manifest_bytes(entries, {})


NEW = manifest(a__html="1", b__css="2", c__ics="3")


def test_only_what_differs_is_sent():
    """A file of the same checksum stays, a changed and a new one go, and the manifest ends the list."""
    old = manifest(a__html="1", b__css="0")
    assert Uploads(("b.css", "c.ics", "manifest.json"), ()) == uploads(old, NEW)


def test_pages_follow_what_they_lead_to():
    """Pages come behind everything else, and the manifest behind the pages."""
    assert ("b.css", "c.ics", "a.html", "manifest.json") == uploads(None, NEW).changed


def test_what_was_withdrawn_is_listed():
    """A file that the new site does not have is to be deleted, and the new manifest is sent even where that is all."""
    old = manifest(a__html="1", b__css="2", c__ics="3", d__html="withdrawn")
    assert Uploads(("manifest.json",), ("d.html",)) == uploads(old, NEW)


def test_the_same_site_needs_nothing():
    """Nothing is sent, not even the manifest."""
    assert Uploads((), ()) == uploads(NEW, NEW)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"<html>", b'{"files": [{"path": 1}]}', b"\xff"]
)
def test_something_else_than_a_manifest_is_refused(data: bytes):
    """A page of an error in its place would else let everything that was withdrawn stay."""
    with pytest.raises(NoManifest):
        uploads(data, NEW)
