"""Another movement changes name, mark and colours without touching the program."""

import datetime
import re
from pathlib import Path

import pytest

from generator.colours import DARK, HUES, LIGHT, Scheme
from generator.pipeline import build
from generator.site.builder import Theme, style_sheet
from generator.site.dark_scheme import without_script
from tests.problems.river_archive import RIVER_ARCHIVE, SETTINGS

DAY = datetime.date(2031, 4, 10)
MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 1h6v6H1z" fill="currentColor"/></svg>'
PLACED = MARK.replace("/></svg>", "></path></svg>")


def built(root: Path, settings: str, mark: str = "") -> Path:
    """Build an archive of other people with some settings and perhaps a mark; give the folder of its site."""
    files = {
        **RIVER_ARCHIVE,
        "mkdocs.yml": settings,
        **({"content/mark.svg": mark} if mark else {}),
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    done = build(root, root / "site", root / "build", DAY)
    assert [] == [fault for fault in done.problems if fault.is_error]
    return root / "site"


@pytest.fixture(scope="module")
def hills(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of another movement, whose `mkdocs.yml` alone differs."""
    settings = re.sub("site_name: .*", "site_name: Hill Farms speak", SETTINGS)
    settings += "    colours:\n      accent: '#8c1c13'\n      accent_dark: '#f0a78a'\n"
    settings += "theme:\n  icon:\n    logo: material/sprout\n"
    return built(tmp_path_factory.mktemp("hills"), settings)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of a movement with a drawing of its own."""
    return built(tmp_path_factory.mktemp("marked"), f"{SETTINGS}theme:\n  logo: mark.svg\n", MARK)


def test_the_name_is_on_every_page(hills: Path) -> None:
    """The bar, the drawer and the title of every page say the name of the settings."""
    pages = [path.read_text("utf-8") for path in sorted(hills.rglob("*.html"))]
    framed = [page for page in pages if "md-header" in page]
    assert framed
    assert [] == [page for page in framed if page.count("Hill Farms speak") < 3]


def test_the_colours_are_in_the_style_sheet(hills: Path) -> None:
    """The accents of the settings come last, so they hold; paper has no colours."""
    sheet = (hills / "assets/stylesheets/archive.css").read_text("utf-8")
    rule = '[data-md-color-scheme="{}"] {{ --ia-accent: {}; }}'
    rules = [rule.format("default", "#8c1c13"), rule.format("slate", "#f0a78a")]
    last = sheet.rindex("--ia-violet:")
    assert [True, True] == [sheet.find(f"@media screen {{ {one}") > last for one in rules]


def test_the_icon_of_the_theme_is_the_mark(hills: Path) -> None:
    """An icon of the theme's set stands in the bar, and in the tab in the accents of the archive."""
    page = (hills / "index.html").read_text("utf-8")
    tab = (hills / "assets/images/own-mark.svg").read_text("utf-8")
    shape = re.search('<path d="[^"]+"/?>', tab)
    assert shape is not None
    assert page.count(shape[0]) == 2
    assert '<link rel="icon" href="assets/images/own-mark.svg">' in page
    assert ("#8c1c13" in tab, "#f0a78a" in tab) == (True, True)


def test_an_own_drawing_is_the_mark(marked: Path) -> None:
    """`content/mark.svg` stands in the bar, in the drawer and in the tab, and is no file that a reader could open."""
    page = (marked / "calls/index.html").read_text("utf-8")
    tab = (marked / "assets/images/own-mark.svg").read_text("utf-8")
    assert page.count(PLACED) == 2
    assert '<path d="M1 1h6v6H1z" fill="currentColor"></path>' in tab
    assert not (marked / "mark.svg").exists()


def test_a_mark_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    """A line for a mark without its file is said at that line, and nothing is built."""
    settings = f"{SETTINGS}theme:\n  logo: mark.svg\n"
    for path, text in {**RIVER_ARCHIVE, "mkdocs.yml": settings}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    done = build(tmp_path, tmp_path / "site", tmp_path / "build", DAY)
    line = settings.split("\n").index("  logo: mark.svg") + 1
    errors = [(one.code, one.place[:2]) for one in done.problems if one.is_error]
    assert [("S724", ("mkdocs.yml", line))] == errors


def test_an_archive_without_wishes_has_our_look(theme: Theme) -> None:
    """Nothing is added to the style sheet, and no second picture of the tab is made."""
    assets = dict(theme.assets)
    sheet = without_script(style_sheet())
    assert sheet.encode() == assets["assets/stylesheets/archive.css"]
    assert "assets/images/own-mark.svg" not in assets


@pytest.mark.parametrize(
    ("scheme", "name"), [(LIGHT, "default"), (DARK, "slate")], ids=["light", "dark"]
)
def test_colours_are_judged_on_the_papers_of_the_style_sheet(scheme: Scheme, name: str) -> None:
    """The papers and hues against which colours are judged are those that pages have."""
    sheet = style_sheet()
    block = sheet[sheet.index(f'[data-md-color-scheme="{name}"] {{') :].partition("}")[0]
    found = dict(re.findall(r"--ia-(\w+): ([^;]+);", block))
    assert (found["paper"], found["sheet"]) == scheme.backgrounds
    assert (found["slate"], found["violet"], found["blue"]) == HUES[scheme.name]
    assert (found["paper"], found["tint"]) == (scheme.paper, f"{round(scheme.tint * 100)}%")
