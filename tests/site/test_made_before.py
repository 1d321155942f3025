"""Only those pages that stay are looked into which may lead to what is gone, and every broken link is told."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.pipeline import build
from generator.site import made_before, verify
from generator.site.manifest import Entry, OldTree
from generator.site.verify import (
    BrokenLink,
    Gone,
    LinkBook,
    asking_for,
    broken_links,
    read_links,
)
from tests.site_archives import GOOD, copied

Texts = Mapping[str, str]
"""The bodies of pages, and the texts of other files, by path."""
_HEAD, _FOOT = "<nav>é</nav>", '<a href="nowhere.html">'
"""What stands around the body of a page; nothing in it is a link of the page."""


def sha256(text: str) -> str:
    """Give the checksum of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def whole(path: str, text: str) -> str:
    """Give the whole text of a file."""
    return f"{_HEAD}{text}{_FOOT}" if path.endswith(".html") else text


def span(path: str, text: str) -> made_before.Span:
    """Give where a body lies."""
    start = len(_HEAD.encode())
    return (start, start + len(text.encode())) if path.endswith(".html") else made_before.NO_PAGE


def standing(out: Path, texts: Texts, recorded: bytes | None = None) -> made_before.MadeBefore:
    """Write a site, and give what is remembered of it."""
    for path, text in texts.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(whole(path, text).encode())
    files = {path: Entry(sha256(whole(path, text)), 0) for path, text in texts.items()}
    old = OldTree(b"manifest", files, frozenset(files), strange=False)
    if recorded is None:
        rows = {path: (path.encode(), span(path, text)) for path, text in texts.items()}
        recorded = made_before.record_bytes(sha256("manifest"), len(files), rows)
    return made_before.MadeBefore(out, old, recorded)


def looked_into(known: made_before.MadeBefore, before: Texts, after: Texts) -> set[str]:
    """Give the pages that stay and whose links are read."""
    return {links.path for links in _in_doubt(known, before, after, LinkBook())}


def broken(known: made_before.MadeBefore, before: Texts, after: Texts) -> list[BrokenLink]:
    """Give the broken links of what a site becomes, as a build finds them."""
    book = LinkBook()
    for links in _in_doubt(known, before, after, book):
        book.add(links)
    kept = _kept(before, after)
    return book.broken(after.keys(), lambda path: known.links(path) if path in kept else None)


def _in_doubt(known, before, after, book):
    kept = _kept(before, after)
    pages = {path for path in after if path.endswith(".html") and path not in kept}
    for path in sorted(pages):
        book.add(read_links(path, after[path]))
    fresh = made_before.Fresh(book, {path: sha256(whole(path, after[path])) for path in pages})
    return [*known.in_doubt(kept, after.keys(), fresh)]


def _kept(before: Texts, after: Texts) -> list[str]:
    return [path for path, text in before.items() if after.get(path) == text]


SITE = {
    "index.html": '<p id="top"><a href="d/a.html#one"> <a href="feed.xml">',
    "d/index.html": '<a href="a.html#two">',
    "d/a.html": '<p id="one"><p id="two">',
    "other.html": '<a href="d/">',
    "feed.xml": "feed",
}


def test_nothing_is_looked_into_where_nothing_is_gone(tmp_path: Path) -> None:
    """A page that offers more than before, a file that is another one, and a new page break no link of the rest."""
    more = {"d/a.html": SITE["d/a.html"] + '<p id="three">', "feed.xml": "new", "new.html": ""}
    assert set() == looked_into(standing(tmp_path, SITE), SITE, {**SITE, **more})


@pytest.mark.parametrize(
    ("change", "pages"),
    [
        ({"d/a.html": '<p id="two">'}, {"index.html"}),
        ({"feed.xml": None}, {"index.html"}),
        ({"d/a.html": None}, {"index.html", "d/index.html"}),
        ({"d/index.html": None}, {"index.html", "d/a.html", "other.html"}),
    ],
)
def test_pages_are_looked_into_that_may_lead_to_what_is_gone(
    tmp_path: Path, change: Mapping[str, str | None], pages: set[str]
) -> None:
    """They hold the name of the passage or of the file; to the index of a folder every page may lead."""
    after = {path: text for path, text in {**SITE, **change}.items() if text is not None}
    known = standing(tmp_path, SITE)
    assert pages == looked_into(known, SITE, after)
    assert [*broken(known, SITE, after)] == whole_look(after)


def whole_look(texts: Texts) -> list[BrokenLink]:
    """Give the broken links of a site whose every page is asked."""
    pages = [read_links(path, text) for path, text in texts.items() if path.endswith(".html")]
    return broken_links(pages, texts.keys())


@pytest.mark.parametrize("strange", ["another manifest", "more files"])
def test_every_page_is_looked_into_where_the_record_is_not_of_this_very_site(
    tmp_path: Path, strange: str
) -> None:
    """A record of another site says nothing; where a file is missing, every link is followed."""
    rows = {path: (path.encode(), span(path, text)) for path, text in SITE.items()}
    other, more = strange == "another manifest", int(strange == "more files")
    name = sha256("another" if other else "manifest")
    known = standing(tmp_path, SITE, made_before.record_bytes(name, len(SITE) + more, rows))
    assert [not other] * 5 == [known.is_same(path, path.encode()) for path in SITE]
    if not other:
        pages = {path for path in SITE if path.endswith(".html")}
        assert pages == looked_into(known, SITE, SITE)


def test_only_what_was_made_from_the_same_and_stands_is_the_same(tmp_path: Path) -> None:
    """Another key, and a file that somebody touched, are made anew."""
    rows = {path: (b"key", span(path, text)) for path, text in SITE.items()}
    record = made_before.record_bytes(sha256("manifest"), len(SITE), rows)
    touched = {path: text for path, text in SITE.items() if path != "feed.xml"}
    known = standing(tmp_path, touched, record)
    asked = [("index.html", b"key"), ("index.html", b"another"), ("feed.xml", b"key")]
    assert [True, False, False] == [known.is_same(*one) for one in asked]


@pytest.mark.parametrize(
    ("html", "may"),
    [
        (b'<a href="a.html#one">', True),
        (b'<a href="a.html#%6fne">', True),
        (b'<a href="a.html#&#111;ne">', True),
        (b'<a href="a.html?x=1&amp;y=2#two">', False),
        (b'<a href="https://there.example/%20">', False),
        (b'<rect width="7.5%"/>', False),
    ],
)
def test_letters_may_be_written_otherwise(html: bytes, may: bool) -> None:
    """As numbers or by name, so that such a page is looked into whatever it holds."""
    assert may == asking_for({"a.html": {"one"}})(html)


def test_many_names_of_one_call_are_looked_for_by_what_they_begin_with() -> None:
    """A page without it leads to none of them; of many calls every page may."""
    names = {f"2031-02-12-river-open-call.d-{number}" for number in range(40)}
    asks = asking_for({"decisions/2031.html": names, "calls/2031-02-12-river-open-call.html": None})
    assert asks(b'<a href="2031.html#2031-02-12-river-open-call.d-39">')
    assert not asks(b'<a href="2031.html#2031-02-13-river-open-call.d-39">')
    calls: dict[str, set[str] | None] = {
        f"calls/20{number}-01-01-x.html": None for number in range(10, 31)
    }
    assert asking_for(calls)(b"<p>")


_PATHS = ("a.html", "b.html", "d/index.html", "d/c.html", "feed.xml")
_TO = ("a.html", "b.html", "../b.html", "d/", "c.html", "d/c.html", "feed.xml", "/a.html", "")
_BITS = st.one_of(
    st.builds(
        '<a href="{}{}">'.format, st.sampled_from(_TO), st.sampled_from(("", "#x", "#y%20", "#%78"))
    ),
    st.sampled_from(('<p id="x">', '<p id="y ">', "text")),
)
_SITES = st.dictionaries(st.sampled_from(_PATHS), st.lists(_BITS, max_size=4).map("".join))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=_SITES, change=_SITES, gone=st.sets(st.sampled_from(_PATHS)))
def test_links_are_broken_that_a_look_at_every_page_finds(
    tmp_path: Path, before: Texts, change: Texts, gone: set[str]
) -> None:
    """Whatever changes in a site in which no link was broken."""
    wrong = {link.page for link in whole_look(before)}
    while wrong:
        before = {path: text for path, text in before.items() if path not in wrong}
        wrong = {link.page for link in whole_look(before)}
    after = {path: text for path, text in {**before, **change}.items() if path not in gone}
    assert whole_look(after) == broken(standing(tmp_path, before), before, after)


def test_a_heading_that_goes_breaks_a_link_of_a_page_that_stays(tmp_path: Path) -> None:
    """A build after an edit refuses what a build from nothing refuses, and says the same of it."""
    root, out, day = copied("river", tmp_path), tmp_path / "site", GOOD["river"]
    (root / "content/about/one.md").write_text("# One\n\n[x](two.md#here)\n")
    (root / "content/about/two.md").write_text("# Two\n\n## Here\n\nWords.\n")
    assert build(root, out, tmp_path / "work", day).published
    (root / "content/about/two.md").write_text("# Two\n\n## There\n\nWords.\n")
    after_edit, anew = (build(root, out, tmp_path / work, day) for work in ("work", "anew"))
    assert (None, None) == (after_edit.published, anew.published)
    assert anew.problems == after_edit.problems
    assert ["S708"] == [fault.code for fault in anew.problems if fault.is_error]


def test_pages_that_are_made_anew_each_time_tell_their_names_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another reason for withholding changes pages that are never remembered, and no page need be looked into."""
    asked: list[Gone] = []

    def noted(gone: Gone) -> Callable[[bytes], bool]:
        asked.append(gone)
        return asking_for(gone)

    monkeypatch.setattr(verify, "asking_for", noted)
    root, out, day = copied("river", tmp_path), tmp_path / "site", GOOD["river"]
    assert build(root, out, tmp_path / "work", day).published
    before = (out / "withheld/index.html").read_bytes()
    record = root / "calls/2031/2031-02-25-withheld-1.yaml"
    record.write_text(record.read_text().replace("reason: safety", "reason: legal"))
    assert build(root, out, tmp_path / "work", day).published
    assert (out / "withheld/index.html").read_bytes() != before
    assert [] == asked
