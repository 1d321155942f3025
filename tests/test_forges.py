"""Addresses on forges: each forge has its own forms, and a forge that is not known is not guessed."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import forges

ROOT = Path(__file__).parents[1]
NOTES = "minutes/2031/2031-03-05-river-open-call.md"
URLS = {
    "github": "https://github.com/river/calls",
    "gitlab": "https://gitlab.com/river/calls",
    "gitea": "https://gitea.river.example/river/calls",
    "forgejo": "https://codeberg.org/river/calls",
}
FORGES = {kind: forges.forge_of(url) for kind, url in URLS.items()}
KNOWN = st.sampled_from(sorted(FORGES))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("github", f"https://github.com/river/calls/edit/main/{NOTES}"),
        ("gitlab", f"https://gitlab.com/river/calls/-/edit/main/{NOTES}"),
        ("gitea", f"https://gitea.river.example/river/calls/_edit/main/{NOTES}"),
        ("forgejo", f"https://codeberg.org/river/calls/_edit/main/{NOTES}"),
    ],
)
def test_a_file_is_edited_where_its_forge_edits_files(kind, expected):
    """Each forge has its editor at an address of its own, below which the file's path stands."""
    assert expected == forges.edit_file(FORGES[kind], NOTES)
    assert expected == forges.edit_base(FORGES[kind]) + NOTES


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("github", f"https://github.com/river/calls/new/main?filename={NOTES}&value=%23%20A%0A"),
        ("gitlab", f"https://gitlab.com/river/calls/-/new/main?file_name={NOTES}"),
        (
            "gitea",
            "https://gitea.river.example/river/calls/_new/main/minutes/2031"
            "?filename=2031-03-05-river-open-call.md&value=%23%20A%0A",
        ),
        (
            "forgejo",
            "https://codeberg.org/river/calls/_new/main/minutes/2031"
            "?filename=2031-03-05-river-open-call.md&value=%23%20A%0A",
        ),
    ],
)
def test_a_file_is_begun_with_its_name_and_text(kind, expected):
    """The editor opens with the right folder and name, and with the text where the forge takes one."""
    assert expected == forges.new_file(FORGES[kind], NOTES, "# A\n")


@pytest.mark.parametrize("kind", sorted(FORGES))
def test_a_script_fills_in_the_same_address(kind):
    """What a script is given leads to the same editor, once it has put the file's name in."""
    folder, _, name = NOTES.rpartition("/")
    filled = forges.new_file_form(FORGES[kind]).format(path=NOTES, folder=folder, name=name)
    assert forges.new_file(FORGES[kind], NOTES) == filled
    assert "" == forges.new_file_form(forges.NO_FORGE)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("github", "https://github.com/river/calls/issues/new?template=paste-your-notes.yml"),
        (
            "gitlab",
            "https://gitlab.com/river/calls/-/issues/new?issuable_template=paste-your-notes",
        ),
        (
            "forgejo",
            "https://codeberg.org/river/calls/issues/new"
            "?template=.github/ISSUE_TEMPLATE/paste-your-notes.yml",
        ),
    ],
)
def test_a_form_is_opened_by_the_name_its_forge_knows(kind, expected):
    """GitHub wants the form's file, GitLab its name, Gitea and Forgejo its path."""
    assert expected == forges.new_issue(FORGES[kind], forges.PASTE_NOTES)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("github", "?template=paste-your-notes.yml&call=2031-03-05-river"),
        (
            "gitlab",
            "?issuable_template=paste-your-notes&issue%5Btitle%5D=Notes%3A%202031-03-05-river",
        ),
        (
            "gitea",
            "?template=.github/ISSUE_TEMPLATE/paste-your-notes.yml&field:call=2031-03-05-river",
        ),
    ],
)
def test_a_form_knows_which_call_is_meant(kind, expected):
    """Whoever comes from the page of a call need not say which one it is."""
    address = forges.new_issue(FORGES[kind], forges.PASTE_NOTES, "2031-03-05-river")
    assert expected == address[address.index("?") :]


def test_the_form_has_the_question_that_is_answered():
    """The answer finds its question by the question's id."""
    form = ROOT / ".github/ISSUE_TEMPLATE" / f"{forges.PASTE_NOTES}.yml"
    questions = yaml.safe_load(form.read_text(encoding="utf-8"))["body"]
    assert ["Which call"] == [
        one["attributes"]["label"] for one in questions if one.get("id") == "call"
    ]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        *((url, kind) for kind, url in URLS.items()),
        ("https://GitHub.com/river/calls", "github"),
        ("https://gitlab.river.example:8443/river/calls", "gitlab"),
        ("https://forgejo.river.example/river/calls", "forgejo"),
        ("https://git.river.example/river/calls", ""),
        ("https://github.river.example/river/calls", "github"),
        ("https://notgithub.com/river/calls", ""),
        ("https://forge.example/github.com/calls", ""),
    ],
)
def test_a_forge_is_known_by_its_host(url, kind):
    """A host that is named after its program says so; one that is not is left to the settings."""
    assert kind == forges.kind_of_host(url)


def test_an_unknown_forge_has_no_addresses_but_its_edit_uri():
    """Nothing is guessed: without an `edit_uri` there is no address at all."""
    url = "https://git.river.example/river/calls"
    some, none = forges.forge_of(url, "/change/it/"), forges.forge_of(url)
    assert f"{url}/change/it/{NOTES}" == forges.edit_file(some, NOTES)
    assert ("", "", "", "") == (
        forges.new_file(some, NOTES),
        forges.changes_of_file(some, NOTES),
        forges.new_issue(some, forges.PASTE_NOTES),
        forges.edit_file(none, NOTES),
    )


def test_no_repository_has_no_addresses():
    """An `edit_uri` alone leads nowhere."""
    assert forges.NO_FORGE == forges.forge_of("", "edit/main/")
    assert "" == forges.edit_base(forges.NO_FORGE)


@pytest.mark.parametrize(
    ("edit_uri", "branch", "expected"),
    [
        ("", "", "main"),
        ("edit/trunk/", "", "trunk"),
        ("-/edit/trunk/", "", "trunk"),
        ("_edit/trunk", "", "trunk"),
        ("edit/trunk/", "release/2031", "release/2031"),
        ("elsewhere", "", "main"),
    ],
)
def test_the_branch_is_that_of_the_settings_or_of_the_edit_uri(edit_uri, branch, expected):
    """What is written down goes before what is read out of an address."""
    assert expected == forges.forge_of(URLS["github"], edit_uri, "", branch).branch


def test_the_settings_name_the_forge_of_a_host_that_does_not():
    """A host of one's own has the addresses of the program that runs there."""
    forge = forges.forge_of("https://git.river.example/river/calls", "", "gitea")
    assert "https://git.river.example/river/calls/_edit/main/a.md" == forges.edit_file(
        forge, "a.md"
    )


@given(KNOWN, st.text(max_size=5000))
def test_no_address_is_too_long_or_loses_a_letter(kind, text):
    """A text goes in whole or not at all, and every letter of it comes out again."""
    address = forges.new_file(FORGES[kind], NOTES, text.replace("\ud800", ""))
    assert forges.ADDRESS_LIMIT >= len(address)
    found = parse_qs(urlsplit(address).query, keep_blank_values=True)
    assert forges.holds_text(address) == ("value" in found)
    assert [text] == found.get("value", [text])


@given(KNOWN, st.text(alphabet=st.characters(categories=["L", "N", "P", "S"]), min_size=1))
def test_no_path_leaves_its_place_in_an_address(kind, name):
    """A file's name adds no part, no question and no fragment to an address."""
    path = name.replace("/", "").replace("%", "")
    address = forges.edit_file(FORGES[kind], f"content/{path}")
    assert f"content/{path}" == unquote(address.removeprefix(forges.edit_base(FORGES[kind])))
    assert not {"?", "#", '"', "<", " "} & set(address)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com",
        "https://github.com/river",
        "https://github.com/river/calls.git",
        "https://github.com/river/calls/tree/main",
        "https://gitlab.com/river/calls/-/issues",
        "https://github.com/river/calls?tab=readme",
        "https://github.com/river/calls#readme",
    ],
)
def test_what_is_no_repository_is_known(url):
    """Addresses copied from another page of the forge would make every link lead nowhere."""
    assert not forges.is_repository(url)


@pytest.mark.parametrize("url", [*URLS.values(), "https://gitlab.com/river/assembly/calls/"])
def test_what_is_a_repository_is_known(url):
    """On GitLab a repository may lie in groups within groups."""
    assert forges.is_repository(url)


@pytest.mark.parametrize("name", ["main", "release/2031", "v1.2_b"])
def test_branches_are_known(name):
    """A branch may have parts."""
    assert forges.is_branch(name)


@pytest.mark.parametrize("name", ["", "/main", "main/", "a..b", "a b", "x?y", "-x", "a.lock", "a."])
def test_what_is_no_branch_is_known(name):
    """What git refuses, and what would change an address, is no branch here."""
    assert not forges.is_branch(name)
