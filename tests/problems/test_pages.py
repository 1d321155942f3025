"""Tests that every code of the catalogue has a page, and that the examples on it are true."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.personal_data import check_text
from generator.pipeline import Examined, examine
from generator.problems import CODES, Severity
from tests.problems.recipes import MADE_ELSEWHERE, RECIPES
from tests.problems.river_archive import RIVER_ARCHIVE, TODAY

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "content/help/problems"
SECTIONS = ["Why it matters", "How to mend it", "Wrong", "Right"]
FAMILIES = {
    "Y": "Files and YAML",
    "F": "Fields",
    "R": "References",
    "T": "Time",
    "P": "Privacy",
    "M": "Recordings",
    "S": "The site",
}
FENCE = re.compile(r"^(`{3,})\w+ (.+)\n((?:.*\n)*?)\1$", re.MULTILINE)

Write = Callable[[Mapping[str, str]], Path]


def text_of(code: str) -> str:
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")


def section(code: str, title: str) -> str:
    """Give what stands on a code's page under one heading."""
    return text_of(code).split(f"\n## {title}\n")[1].split("\n## ")[0]


def files_in(code: str, title: str) -> dict[str, str]:
    return {path: text for _, path, text in FENCE.findall(section(code, title))}


SHOWN = [code for code in CODES if files_in(code, "Wrong")]


def look_at(root: Path) -> Examined:
    return examine(root, TODAY)


def errors(root: Path) -> set[str]:
    return {fault.code for fault in look_at(root).problems if fault.is_error}


def reported(root: Path) -> set[str]:
    return {fault.code for fault in look_at(root).problems}


def expected_errors(code: str) -> set[str]:
    """Give what a wrong example is allowed to report as errors: its own code, or nothing for a warning."""
    return {code} if CODES[code].severity is Severity.ERROR else set()


def test_the_river_archive_has_no_error(archive_at: Write):
    """The archive that all examples begin with is a good one."""
    assert set() == errors(archive_at(RIVER_ARCHIVE))


def test_every_code_has_a_page_and_every_page_a_code():
    """The folder holds one page for each code, and the list of them."""
    assert {*CODES, "index"} == {page.stem for page in PAGES.iterdir()}


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_headed_by_the_words_of_the_catalogue(code: str):
    """Code, name and title on the page are those that reports print."""
    entry = CODES[code]
    assert f"# {entry.code} {entry.name}: {entry.title}" == text_of(code).split("\n")[0]


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_all_its_parts(code: str):
    """Each page says what it means, why it matters, how to mend it, and shows both sides."""
    assert SECTIONS == re.findall(r"^## (.+)$", text_of(code), re.MULTILINE)
    assert all(section(code, title).strip() for title in SECTIONS)
    assert text_of(code).split("\n")[2].strip()


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_one_sentence_a_line(code: str):
    """Differences between two versions of a page show which sentence changed."""
    prose = re.sub(r"`[^`]*`", "code", FENCE.sub("", text_of(code)))
    assert [] == [line for line in prose.split("\n") if re.search(r"[.:?] [A-Z]", line)]


@pytest.mark.parametrize("code", CODES)
def test_a_page_holds_no_personal_data(code: str):
    """The pages are searched like everything else that is published."""
    path = f"content/help/problems/{code}.md"
    assert [] == list(check_text(path, text_of(code), frozenset()))


def test_every_code_is_shown_made_or_explained_once():
    """A code's fault is shown on its page, made by a recipe, or made by another test with a reason."""
    assert sorted(CODES) == sorted([*SHOWN, *RECIPES, *MADE_ELSEWHERE])


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_reports_its_code_and_nothing_else(code: str, archive_at: Write):
    """One fault gives one kind of problem, and it is the page's own."""
    root = archive_at(RIVER_ARCHIVE | files_in(code, "Wrong"))
    assert code in reported(root)
    assert expected_errors(code) == errors(root)


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_example_reports_nothing(code: str, archive_at: Write):
    """Whoever follows the page is done."""
    root = archive_at(RIVER_ARCHIVE | files_in(code, "Right"))
    assert set() == errors(root)
    assert code not in reported(root)


@pytest.mark.parametrize("code", RECIPES)
def test_the_recipe_reports_its_code_and_nothing_else(
    code: str, archive_at: Write, monkeypatch: pytest.MonkeyPatch
):
    """What the page says in words is made here, and reported as that."""
    root = archive_at(RIVER_ARCHIVE)
    RECIPES[code](root, monkeypatch)
    assert code in reported(root)
    assert expected_errors(code) == errors(root)


def test_the_list_of_pages_is_the_catalogue():
    """The list names every code in its family, in order, with the words of the catalogue."""
    lines = ["# Problems the check reports", ""]
    lines += (PAGES / "index.md").read_text(encoding="utf-8").split("\n")[2:3]
    for letter, family in FAMILIES.items():
        lines += ["", f"## {family}", ""]
        lines += [
            f"- [{entry.code} {entry.name}]({entry.code}.md): {entry.title}"
            for entry in CODES.values()
            if entry.code.startswith(letter)
        ]
    assert "\n".join([*lines, ""]) == (PAGES / "index.md").read_text(encoding="utf-8")


def test_codes_stand_in_the_order_of_their_numbers():
    """Whoever looks for a code in the list of its family finds it between its neighbours."""
    for letter in FAMILIES:
        family = [code for code in CODES if code[0] == letter]
        assert sorted(family) == family


def test_codes_are_their_keys_and_in_families():
    """Each code begins with the letter and the number of its family."""
    numbers = {"Y": "1", "F": "2", "R": "3", "T": "4", "P": "5", "M": "6", "S": "7"}
    assert [] == [
        code
        for code, entry in CODES.items()
        if code != entry.code or numbers.get(code[0]) != code[1] or len(code) != 4
    ]
