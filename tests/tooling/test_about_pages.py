"""The written pages on the service say what they rest on, speak of it as past, and lead to no address of its own."""

import datetime
import re
from pathlib import Path

import pytest

from generator.pipeline import examine
from generator.privacy import gate
from generator.privacy.public import PublicPage
from generator.render.drawings import DRAWINGS
from generator.render.markdown import render_markdown
from generator.render.written_pages import written_setting
from generator.settings import nav_pages

ROOT = Path(__file__).parents[2]
ABOUT = sorted((ROOT / "content/about").glob("*.md"))
HELP = sorted((ROOT / "content/help").glob("*.md"))
RESTS_ON = "## What this rests on"
LIVE_HOSTS = frozenset({"creativecommons.org"})
"""Hosts that written pages may link to; every other address stands as text until somebody has looked at it."""
SERVICES = (
    r"(?:InterOccupy|the service|the provider|the planning (?:meeting|group)|the outreach subgroup)"
)
PRESENT = (
    r"(?:is|are|has|have|does|offers?|provides?|holds?|hosts?|gives?|helps?|runs?|decides?|meets?|keeps?|connects?"
    r"|lays?|stands?|works?|sets?|belongs?|speaks?|sends?|posts?|publish(?:es)?|accepts?|asks?|invites?|needs?|wants?|allows?|trains?|staffs?|records?)"
)
AS_IF_IT_RAN = re.compile(
    rf"(?i:\b{SERVICES} (?:(?:also|now|still|always|usually) )?{PRESENT}\b)"
    r"|(?i:\b(?:join us|get involved|sign up|we (?:offer|host|hold|invite|provide)|please (?:join|register|donate))\b)"
    r"|(?i:\b(?:you|anyone|anybody|groups?|assembl(?:y|ies)|callers?) (?:can|may) (?:now )?"
    r"(?:request|register|join|host|dial|donate|ask for) )"
    r"|(?i:\b(?:calls|trainings?|meetings) are (?:held|free|open|recorded)\b)"
)
"""Words that would tell a reader that there still is a service; what a call asked for stands in the past tense."""


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def resting_on(text: str) -> str:
    """Give what stands under the heading that says what a page rests on, or nothing."""
    return text.partition(f"\n{RESTS_ON}\n")[2].partition("\n## ")[0]


def is_past(line: str) -> bool:
    """Tell whether a line speaks of the service as over; what a source is quoted for is left to its reader."""
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)|`[^`]*`", r"\1", line)
    return AS_IF_IT_RAN.search(words) is None


def live_hosts(page: PublicPage, setting) -> set[str]:
    """Give the hosts that a page links to as it is rendered, bare addresses included."""
    html = render_markdown(page.body, setting).html
    return set(re.findall(r'href="(?:https?:)?//([^/"]+)', html))


@pytest.fixture(scope="module")
def real():
    """Give what may be seen of the archive, with its settings."""
    found = examine(ROOT, datetime.date(2026, 1, 1))
    assert found.settings is not None
    return gate.publish(found.archive, found.settings), found.settings


def test_the_home_page_leads_newcomers_to_answers_and_committees():
    """Questions, how a call worked, and committees are one step away, under the words on this archive."""
    home = text_of(ROOT / "content/index.md").partition("## About this archive")[2]
    links = set(re.findall(r"\]\(([^)#]+)", home))
    assert links >= {"about/questions.md", "about/committees.md", "about/how-a-call-worked.md"}


@pytest.mark.parametrize("path", ABOUT, ids=lambda path: path.stem)
def test_a_page_on_the_service_says_what_it_rests_on(path):
    """Each has the heading once and, but for the first page, which leads to the others, names an address or records."""
    text = text_of(path)
    assert 1 == text.count(f"\n{RESTS_ON}\n")
    assert re.search(r"^- .*(`https?://\S+`|records)", resting_on(text), re.MULTILINE)


@pytest.mark.parametrize("path", ABOUT, ids=lambda path: path.stem)
def test_each_source_says_how_much_of_it_was_seen(path):
    """A line that names an address under that heading says what was seen, in full or in part."""
    lines = [line for line in resting_on(text_of(path)).splitlines() if "http" in line]
    assert [] == [line for line in lines if not re.search(r"\bseen\b", line)]


@pytest.mark.parametrize("path", ABOUT, ids=lambda path: path.stem)
def test_a_page_speaks_of_the_service_as_past(path):
    """No line offers, invites, or says what the service does."""
    lines = text_of(path).splitlines()
    assert [] == [line for line in lines if not is_past(line)]


@pytest.mark.parametrize(
    "line",
    [
        "Join us on Monday.",
        "You can request a call a week ahead.",
        "InterOccupy offers training.",
        "Calls are free.",
        "The planning meeting decides by consensus.",
        "Groups may [ask for](requesting-a-call.md) a call.",
        "InterOccupy still holds calls.",
    ],
)
def test_words_as_if_it_ran_are_noticed(line):
    """The test above would fail on any of these."""
    assert not is_past(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nobody can register for a call here.",
        "InterOccupy staffed only the first two calls of a series.",
        "Groups could ask for a call.",
        "`InterOccupy offers` is what must not stand here.",
    ],
)
def test_words_of_the_past_are_let_through(line):
    """What tells that it was is no offer."""
    assert is_past(line)


def test_what_drawings_say_beside_them_is_past_too():
    """The words of a drawing stand on the same pages."""
    said = [each for one in DRAWINGS.values() for each in (one.title, one.about, *one.points)]
    assert [] == [words for words in said if not is_past(words)]


def test_no_page_leads_to_an_old_domain(real):
    """Addresses of sources are text, also where Markdown would make a link of a bare one."""
    archive, settings = real
    written = [page for page in archive.pages if not page.path.startswith("content/help/problems/")]
    found = {page.path: live_hosts(page, written_setting(page, settings)) for page in written}
    assert len(found) > len(ABOUT)
    assert {} == {path: hosts - LIVE_HOSTS for path, hosts in found.items() if hosts - LIVE_HOSTS}


def test_a_bare_address_is_noticed(real):
    """An address that is not in backticks becomes a link, and the test above would fail."""
    _, settings = real
    page = PublicPage("content/about/x.md", "X", "", "See https://old.example/about now.", 2, ())
    assert {"old.example"} == live_hosts(page, written_setting(page, settings))


@pytest.mark.parametrize(("folder", "pages"), [("about", ABOUT), ("help", HELP)])
def test_the_first_page_of_a_section_leads_to_all_others(folder, pages):
    """Who opens About or Help finds each page in a list there."""
    first = text_of(ROOT / "content" / folder / "index.md")
    lists = "\n".join(line for line in first.splitlines() if line.startswith("- "))
    led_to = set(re.findall(r"\]\(([a-z-]+\.md)[)#]", lists))
    assert set() == {page.name for page in pages} - {"index.md"} - led_to


def test_every_page_of_a_section_is_in_the_navigation(real):
    """A page is found beside its neighbours as well."""
    _, settings = real
    known = nav_pages(settings.nav)
    pages = {page.relative_to(ROOT / "content").as_posix() for page in (*ABOUT, *HELP)}
    assert set() == {page.replace(".md", ".html") for page in pages} - set(known)


@pytest.mark.parametrize("path", ABOUT, ids=lambda path: path.stem)
def test_a_page_says_that_it_tells_what_is_known(path):
    """Its title says so, but for those that speak of the archive first."""
    title = re.search(r"^# (.+)$", text_of(path), re.MULTILINE)
    assert title
    of_the_archive = {"index.md", "questions.md"}
    assert title[1].startswith("What is known about ") or path.name in of_the_archive
