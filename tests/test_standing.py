"""A site that stands is left alone when nothing that went into it has changed, and only then."""

import datetime
from pathlib import Path

import pytest

from generator import loading, pipeline
from tests.site_archives import GOOD, copied

TODAY = GOOD["river"]


class Loaded(Exception):
    """Says that a build went further than looking at what it was given."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build the living archive once; after that any loading raises."""
    copied("river", tmp_path)
    assert build(tmp_path).published is not None

    def refuse(*given: object) -> None:
        raise Loaded

    monkeypatch.setattr(loading, "load", refuse)
    return tmp_path


def build(folder: Path, today: datetime.date = TODAY, name: str = "river") -> pipeline.Built:
    return pipeline.build(folder / name, folder / "site", folder / "work", today)


def test_nothing_is_read_twice(place):
    """The second build says what the first said and touches nothing."""
    again = build(place)
    assert again.published is not None
    assert (0, 0) == (again.published.written, again.published.removed)
    assert again.review


@pytest.mark.parametrize("path", ["mkdocs.yml", "calls/platforms.yaml", "content/index.md"])
def test_one_byte_more_is_a_new_build(place, path):
    """Settings, records and pages all count."""
    file = place / "river" / path
    file.write_bytes(file.read_bytes() + b"\n")
    with pytest.raises(Loaded):
        build(place)


def test_a_file_more_is_a_new_build(place):
    """A file that came is as much of a change as one that was edited."""
    (place / "river/content/help/more.md").write_text("# More\n", encoding="utf-8")
    with pytest.raises(Loaded):
        build(place)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("calls/2031/2031-02-02-long.yaml", b"#" * 70_000),
        ("calls/minutes.docx", b"not ours"),
        ("minutes/2031/Notes Of May.md", b"# Notes"),
    ],
)
def test_a_file_that_is_refused_is_a_new_build(place, path, data):
    """What cannot be a record is no source, and must be told all the same."""
    (place / "river" / path).write_bytes(data)
    with pytest.raises(Loaded):
        build(place)


def test_another_day_is_a_new_build(place):
    """What is due and what has expired depends on the day."""
    with pytest.raises(Loaded):
        build(place, TODAY + datetime.timedelta(days=1))


@pytest.mark.parametrize("change", ["edited", "removed", "added"])
def test_a_site_that_somebody_touched_is_built_again(place, change):
    """A published file that is not as it was published is mended."""
    page = place / "site/index.html"
    if change == "edited":
        page.write_bytes(page.read_bytes() + b" ")
    elif change == "removed":
        page.unlink()
    else:
        (place / "site/strange.html").write_text("", encoding="utf-8")
    with pytest.raises(Loaded):
        build(place)


def test_no_hash_of_withheld_text_is_kept(tmp_path, monkeypatch):
    """In a private archive with closed records every build reads everything."""
    copied("withheld", tmp_path)
    assert build(tmp_path, GOOD["withheld"], "withheld").published is not None

    def refuse(*given: object) -> None:
        raise Loaded

    monkeypatch.setattr(loading, "load", refuse)
    with pytest.raises(Loaded):
        build(tmp_path, GOOD["withheld"], "withheld")
