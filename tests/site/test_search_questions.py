"""Fifty questions with known answers, asked of the search client: of the real archive, the River, and a made-up one.

The questions stand in `fixtures/search_questions.yaml`, with what must be found among the first hits.
"""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.bench import made_up, world
from generator.pipeline import Examined, examine
from generator.privacy import gate
from generator.render import search_rows, transcript_rows
from generator.render.output import File, Index
from generator.site.search_index import index_bytes
from tests.site.search_client import search
from tests.site_archives import GOOD, copied

ROOT = Path(__file__).parents[2]
QUESTIONS: tuple[dict[str, Any], ...] = tuple(
    yaml.safe_load((ROOT / "tests/fixtures/search_questions.yaml").read_text(encoding="utf-8"))
)
MADE_UP_CALLS = 1000


def archive_of(name: str, folder: Path) -> tuple[Path, Examined]:
    """Give the root of one of the three archives, and what is in it."""
    if name == "real":
        return ROOT, examine(ROOT, datetime.date(2031, 6, 1))
    if name == "river":
        root = copied("river", folder)
        return root, examine(root, GOOD["river"])
    made_up.write_archive(folder, made_up.Wanted(MADE_UP_CALLS))
    return folder, examine(folder, world.TODAY)


def write_index(found: Examined, folder: Path) -> None:
    """Write the index of an archive into a folder."""
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    folder.mkdir()
    drafts = [
        *search_rows.render(public, found.settings),
        *transcript_rows.render(public, found.settings),
    ]
    for draft in drafts:
        output = draft.make(draft.view, found.settings)
        assert isinstance(output, File | Index)
        data = index_bytes(output) if isinstance(output, Index) else output.data
        (folder / Path(draft.path).name).write_bytes(data)


def fault(question: Mapping[str, Any], found: Mapping[str, Any], root: Path) -> str:
    """Say what is wrong with an answer, in a few words; nothing where it is right."""
    within = question.get("within", 1)
    hits = found["results"][:within]
    pages = [hit["page"] for hit in hits]
    if question.get("none"):
        return f"found {pages}" if found["results"] else ""
    if "title" in question:
        right = any(hit["title"].startswith(question["title"]) for hit in hits)
    elif "holds" in question:
        right = any(question["holds"] in written(root, page) for page in pages)
    else:
        asked = all if question.get("all") else any
        right = asked(page in pages for page in question["expect"])
    if not right:
        return f"first were {[(hit['page'], hit['anchor']) for hit in found['results'][:3]]}"
    if "answer" in question and not any(question["answer"] in words_of(hit) for hit in hits):
        return f"led to {[hit['heading'] for hit in hits]}"
    return ""


def words_of(hit: Mapping[str, Any]) -> str:
    """Give the words a hit is shown with; those of a page's head are its title."""
    return str(hit["heading"] or hit["title"])


def written(root: Path, page: str) -> str:
    """Give the record and notes of a call by its page."""
    name = Path(page).stem
    files = sorted((root / "calls").glob(f"*/{name}.yaml")) + sorted(
        (root / "minutes").glob(f"*/{name}.*md")
    )
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.node
@pytest.mark.parametrize("name", ["real", "river", "made-up"])
def test_questions_are_answered(name, tmp_path):
    """Every question has its answer at the place where it is expected, and the hit leads to the right passage."""
    asked = [question for question in QUESTIONS if question["archive"] == name]
    root, found = archive_of(name, tmp_path / "archive")
    write_index(found, tmp_path / "index")
    queries = [(str(one["words"]), one.get("filters", {}), {"limit": 10}) for one in asked]
    answers = search(tmp_path / "index", tmp_path / "scripts", queries)
    faults = {
        f"{one['words']} {one.get('filters', '')}": said
        for one, answer in zip(asked, answers, strict=True)
        if (said := fault(one, answer, root))
    }
    assert len(asked) > 9
    assert {} == faults


@pytest.mark.node
def test_a_town_leads_to_its_page_and_to_the_calls_that_are_named_after_it(tmp_path):
    """The page of a place is among the first of what its name finds, and hides no call with that name in its title."""
    expected = {
        "Philadelphia": ["places/philadelphia-pa.html"],
        "houston": ["places/houston-tx.html", "calls/2012-02-16-houston-foreclosure.html"],
        "spain": ["places/madrid-spain.html"],
    }
    _, found = archive_of("real", tmp_path / "archive")
    write_index(found, tmp_path / "index")
    nothing: dict[str, object] = {}
    queries = [(words, nothing, {"limit": 3}) for words in expected]
    answers = search(tmp_path / "index", tmp_path / "scripts", queries)
    first = [{hit["page"] for hit in answer["results"]} for answer in answers]
    lost = {
        words: set(pages) - hits
        for (words, pages), hits in zip(expected.items(), first, strict=True)
    }
    assert [] == [words for words in lost if lost[words]]
