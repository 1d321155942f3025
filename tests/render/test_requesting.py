"""A written page tells how to request a call: by the rules of the settings, by a form, or that it cannot be done."""

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from generator.load.yaml_tree import Mapping, read_mapping
from generator.privacy.public import PublicArchive, PublicPage
from generator.render import written_pages
from generator.render.requesting import rule_sentences, skeleton
from generator.settings import Requests, Settings
from tests.render.few_calls import ARCHIVE, EMPTY, SETTINGS, made
from tests.site.request_form import SCRIPTS

RULES = Requests(7, ("facilitator", "backup facilitator", "technical support"), 2)
LIVING = replace(SETTINGS, state="living", requests=RULES)
FORGE = replace(LIVING, repo_url="https://github.com/river/calls")
FORM = '<form class="ia-request"'
NO_FORGE = re.compile(r"github|gitlab|Open the editor")


def body(settings: Settings, archive: PublicArchive = ARCHIVE) -> str:
    """Give the page that asks for the listing, as readers get it."""
    listing = "<!-- archive: request -->"
    page = PublicPage(
        "content/about/requesting-a-call.md", "Requesting", "How", listing, 4, ((4, "request", 0),)
    )
    (output,) = made(written_pages, replace(archive, pages=(page,)), settings).values()
    return str(output.body)  # fmt: skip


def data_of(page: str, name: str = "request") -> dict[str, Any]:
    """Give what the page tells the script of the form."""
    found = re.search(rf'data-{name}="([^"]*)"', page)
    assert found is not None
    data: dict[str, Any] = json.loads(unescape(found[1]))
    return data


def test_the_rules_are_sentences_of_the_settings() -> None:
    """Each rule that the settings make is said, and no other."""
    assert (
        "Ask at least 7 days before the call.",
        "Say which group or place takes each of these parts: facilitator, backup facilitator, technical support.",
        "The first 2 calls of a series are staffed; after them the group runs its calls itself.",
    ) == rule_sentences(RULES)
    assert () == rule_sentences(Requests())
    assert (
        "Ask at least 1 day before the call.",
        "The first call of a series is staffed; after it the group runs its calls itself.",
    ) == rule_sentences(Requests(1, (), 1))


def test_a_closed_archive_offers_no_form() -> None:
    """One sentence says that nobody can ask any more, also where old rules were left in the value."""
    page = body(replace(LIVING, state="closed"))
    assert "<p>The calls have ended, and nobody can ask for one any more.</p>" in page
    assert FORM not in page
    assert "data-request" not in page


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("", "Nobody is named yet who takes requests."),
        ("the table <at> any assembly", "Ask the keepers of this archive: the table &lt;at&gt; any assembly"),
        ("https://river.example/ask", 'Ask the keepers of this archive: <a href="https://river.example/ask"'),
    ],
)  # fmt: skip
def test_without_rules_there_is_no_form(contact: str, expected: str) -> None:
    """A living archive that takes no requests by form says how else to ask."""
    page = body(replace(LIVING, requests=None, contact=contact))
    assert expected in page
    assert FORM not in page


def test_without_a_repository_the_text_is_copied() -> None:
    """No link leads to a forge, and the page says who takes the text."""
    page = body(replace(LIVING, contact="the keepers' table"))
    assert FORM in page
    assert [] == NO_FORGE.findall(page)
    assert 2 == page.count("send the text: the keepers&#39; table</p>")
    assert "Nobody is named yet who takes the text." in body(LIVING)


def test_a_forge_that_takes_no_text_is_told() -> None:
    """On GitLab the editor opens empty, and the page does not promise more."""
    page = body(replace(LIVING, repo_url="https://gitlab.com/river/calls"))
    assert "Open the editor, and copy the text into it" in page
    forge = data_of(page)["forge"]
    assert ("https://gitlab.com/river/calls/-/new/main?file_name={path}", False) == (
        forge["form"],
        forge["takesText"],
    )


def test_groups_and_the_own_zone_can_be_chosen() -> None:
    """The groups of the archive are there by name, and its own zone is the first, which needs no choosing."""
    page = body(FORGE)
    for group in ARCHIVE.groups:
        assert f'<option value="{group.id}">{group.name}</option>' in page
    zones = page[page.index('<select id="request-zone"') :]
    assert "America/New_York" == re.findall(r"<option>([^<]+)</option>", zones)[0]


def test_an_archive_without_anything_still_takes_requests() -> None:
    """With no group and no platform there is no empty choice of platforms, and a group can be written."""
    page = body(FORGE, EMPTY)
    assert 'id="request-platform"' not in page
    assert 'id="request-other"' in page


def test_words_of_the_settings_stay_text() -> None:
    """A role goes into the page as words, and into the text to copy as a key of YAML, whatever signs it has."""
    rules = Requests(7, ('<b>"x": #</b>', "yes", "a part"), 0)
    page = body(replace(FORGE, requests=rules))
    assert "<b>" not in page
    tree, faults = read_mapping("", skeleton(rules, FORGE))
    assert () == faults
    assert tree is not None
    roles = next(value for key, value in tree.entries if key.text == "roles")
    assert isinstance(roles, Mapping)
    assert ['<b>"x": #</b>', "yes", "a part"] == [key.text for key, _ in roles.entries]


def test_no_script_stands_in_the_page() -> None:
    """The page names the file of the script, and holds neither a script nor a style of its own."""
    page = body(FORGE)
    assert ['<script type="module" src="../assets/javascripts/request/page.js">'] == re.findall(
        r"<script[^>]*>", page
    )
    assert [] == re.findall(r"\sstyle=|\son[a-z]+=", page)


def test_the_script_and_the_page_know_the_same_messages() -> None:
    """Each fault that the scripts name has its words in the page, and no words lie there that nobody says."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.glob("*.js")))
    known = set(data_of(body(FORGE), "messages"))
    faults = set(
        re.findall(r'fault\("?[a-z]+"?, "([a-z-]+)"|TEXT, "([a-z-]+)"|TITLE, "([a-z-]+)"', text)
    )
    named = {name for found in faults for name in found if name}
    assert {"too-soon", "no-role", "no-title"} <= named
    assert set() == named - known
    rhythms = {name for name in known if name.startswith("rhythm-") and "-day-" not in name}
    said = set(re.findall(r'[".]([a-z]+(?:-[a-z]+)*)\b', text))
    assert set() == known - rhythms - said
