"""The questions for the search name pages, records and words that exist; what a search finds is asked elsewhere."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.bench import made_up

ROOT = Path(__file__).parents[1]
QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "fixtures" / "search_questions.yaml").read_text(encoding="utf-8")
)
RECORDS = {"series": "series", "group": "groups", "hub": "hubs"}
each_question = pytest.mark.parametrize(
    "question", QUESTIONS, ids=lambda row: f"{row['archive']}-{row['words'].replace(' ', '-')}"
)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give the folder of each archive; the made-up one is written as `bench` writes it."""
    made = tmp_path_factory.mktemp("made-up")
    made_up.write_archive(made, made_up.Wanted(1000))
    river = ROOT / "tests" / "sites" / "river" / "archive"
    return {"real": ROOT, "river": river, "made-up": made}


def sources(root: Path, address: str) -> list[Path]:
    """Give the files that a page is made from."""
    stem = address.removesuffix(".html")
    if not stem.startswith("calls/"):
        return sorted(root.glob(f"content/{stem}.md"))
    call = stem.removeprefix("calls/")
    return [*root.glob(f"calls/20*/{call}.yaml"), *root.glob(f"minutes/20*/{call}.*")]


def test_there_are_fifty() -> None:
    """Fifty questions, half of them about the real archive, each with one kind of answer and a reason."""
    assert 50 == len(QUESTIONS)
    assert 25 == sum(row["archive"] == "real" for row in QUESTIONS)
    kinds = [{"expect", "title", "holds", "none"} & set(row) for row in QUESTIONS]
    assert [] == [row for row, kind in zip(QUESTIONS, kinds, strict=True) if len(kind) != 1]
    assert all(row["why"] for row in QUESTIONS)
    keys = {"archive", "words", "filters", "expect", "all", "title", "holds", "none"}
    assert [] == [row for row in QUESTIONS if set(row) - keys - {"within", "answer", "why"}]


@each_question
def test_expected_pages_exist(question: dict[str, Any], archives: dict[str, Path]) -> None:
    """Each expected page has files, and the answer's words stand in one of them."""
    root = archives[question["archive"]]
    files = [sources(root, address) for address in question.get("expect", [])]
    assert all(files)
    texts = [path.read_text(encoding="utf-8") for group in files for path in group]
    assert any(question.get("answer", "") in text for text in texts or [""])
    if question.get("all"):
        assert len(files) <= question["within"]


@each_question
def test_many_alike_exist(question: dict[str, Any], archives: dict[str, Path]) -> None:
    """A title that is asked for is the title of a call, and words that a page must hold stand in one."""
    root = archives[question["archive"]]
    if "title" in question:
        starts = f"title: {question['title']}"
        calls = root.glob("calls/20*/*.yaml")
        assert any(path.read_text(encoding="utf-8").startswith(starts) for path in calls)
    if "holds" in question:
        notes = root.glob("minutes/20*/*.md")
        assert any(question["holds"] in path.read_text(encoding="utf-8") for path in notes)


@each_question
def test_filters_name_records(question: dict[str, Any], archives: dict[str, Path]) -> None:
    """A series, a group or a hub that is chosen has a record, a place stands in a call, and a kind is known."""
    root = archives[question["archive"]]
    filters = question.get("filters", {})
    for key, folder in RECORDS.items():
        assert key not in filters or (root / "calls" / folder / f"{filters[key]}.yaml").is_file()
    if "place" in filters:
        lines = f"  - {filters['place']}\n"
        calls = root.glob("calls/20*/*.yaml")
        assert any(lines in path.read_text(encoding="utf-8") for path in calls)
    assert filters.get("kind", "call") in {"call", "decision", "page"}
    assert set(filters) <= {*RECORDS, "place", "kind", "year", "notes", "recording"}


def test_nothing_to_find_means_nothing(archives: dict[str, Path]) -> None:
    """Words for which nothing may be found stand in no file, not even as part of a word."""
    questions = [row for row in QUESTIONS if row.get("none")]
    assert questions
    for row in questions:
        folders = [archives[row["archive"]] / name for name in ("calls", "minutes", "content")]
        files = (path for folder in folders for path in folder.rglob("*.[my]*"))
        word = re.compile(re.escape(row["words"]), re.IGNORECASE)
        assert [] == [path for path in files if word.search(path.read_text(encoding="utf-8"))]
