"""The catalogue of the interface's words holds every message of the program, and faults in one have a place."""

import re
from collections.abc import Iterator

import pytest

from generator import catalogue, wording
from generator.checks.language_of_interface import faults_in
from generator.cli.words import PROGRAM, TEMPLATE, sources
from generator.model import outcomes
from generator.pipeline import examine
from generator.problems import Place, Problem
from generator.render.decision_words import OUTCOME_WORDS
from generator.render.search_messages import plural_forms
from generator.site.builder import THEME_DIR
from generator.wording import spoken
from tests.problems.river_archive import RIVER_ARCHIVE, TODAY

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
PATH = "generator/words/eo.po"
CODE = b"""\
def say(n):
    return _("Decided by {group}"), counted("{n} call", "{n} calls", n), pgettext("a month", "May")
"""
PAGE = b"""\
<p>{{ _("Outcomes") }} {% trans who=who %}By <a href="{{ who }}">them</a>{% endtrans %}</p>
"""


def faults(text: str) -> tuple[Problem, ...]:
    return tuple(faults_in("eo", HEAD + text, PATH))


def broken(text: str) -> Iterator[tuple[int, str]]:
    """Give the line and the reason of each fault that stops a build; line 5 is the first below the head."""
    return ((one.place.line, dict(one.values)["why"]) for one in faults(text) if one.is_error)


def test_the_catalogue_holds_every_message_of_the_program():
    """Whoever adds or changes words of the interface runs `make words`."""
    kept = (PROGRAM / "words" / TEMPLATE).read_text(encoding="utf-8")
    assert catalogue.gathered(sources()) == kept


def test_messages_are_gathered_from_code_and_templates():
    """Singular and plural, contexts, and sentences with links are all found, in the order of their words."""
    text = catalogue.gathered([("a.py", CODE), ("page.html", PAGE)])
    found = [(one.context, one.id) for one in catalogue.read(text, "") if one.id]
    assert [
        (None, 'By <a href="%(who)s">them</a>'),
        (None, "Decided by {group}"),
        ("a month", "May"),
        (None, "Outcomes"),
        (None, ("{n} call", "{n} calls")),
    ] == found


def test_gathering_twice_gives_the_same():
    """The file holds no day and no place, so that it changes with the words alone."""
    one = catalogue.gathered([("a.py", CODE), ("page.html", PAGE)])
    other = catalogue.gathered([("page.html", PAGE), ("a.py", b"\n\n" + CODE)])
    assert one == other


def test_new_messages_come_into_the_file_of_a_language():
    """What was translated stays, what is new is empty, and what is gone leaves."""
    template = catalogue.gathered([("page.html", b'{{ _("Outcomes") }} {{ _("Notes") }}')])
    kept = f'# Ours.\n{HEAD}\nmsgid "Outcomes"\nmsgstr "Rezultoj"\n\nmsgid "Gone"\nmsgstr "For"\n'
    text = catalogue.renewed(template, "eo", kept)
    words = {one.id: one.string for one in catalogue.read(text, "eo") if one.id}
    assert {"Outcomes": "Rezultoj", "Notes": ""} == words
    assert text.startswith(f"# Ours.\n{HEAD}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'msgid "On {day}"\nmsgstr "Je {tago}"\n',
            "{day} is missing; {tago} is not in the message",
        ),
        ('msgid "On {day}"\nmsgstr "Je {day"\n', "a brace is not closed"),
        ('msgid "On {day}"\nmsgstr "Je"\n', "{day} is missing"),
        (
            'msgid "%(n)s more"\nmsgstr "%(m)s pli"\n',
            "%(n)s is missing; %(m)s is not in the message",
        ),
        (
            'msgid "<a href=\\"x\\">All</a>"\nmsgstr "<b>Ĉio</b>"\n',
            '</a> is missing; <a href="x"> is missing; </b> is not in the message; '
            "<b> is not in the message",
        ),
        (
            'msgid "{n} call"\nmsgid_plural "{n} calls"\nmsgstr[0] "{n} voko"\nmsgstr[1] "vokoj"\n',
            "{n} is missing",
        ),
    ],
)
def test_words_with_other_placeholders_are_an_error_at_their_line(text, expected):
    """Such words would stop the making of a page, or keep a fact from its readers."""
    assert [(5, expected)] == list(broken("\n" + text))


def test_words_with_the_same_placeholders_in_another_order_are_right():
    """Other languages put the day before the group."""
    text = '\nmsgid "{group} on {day}"\nmsgstr "Je {day}: {group}"\n'
    assert [] == list(broken(text))


@pytest.mark.parametrize(
    "text",
    [
        '\nmsgid "Calls\nmsgstr "Vokoj"\n',
        "\nno catalogue at all\n",
        '\nmsgid "Calls"\nmsgid "Notes"\n',
        "\n\0\n",
    ],
)
def test_a_broken_file_is_an_error_with_a_line(text):
    """A file that gettext cannot read never ends in a traceback."""
    found = [one for one in faults(text) if one.is_error]
    assert ["S719"] == [one.code for one in found]
    assert 5 <= found[0].place.line <= 6


def test_messages_without_words_are_counted_and_the_first_are_named():
    """A language may lack words, but not without anyone knowing; fuzzy ones are not said."""
    text = '\nmsgid "Calls"\nmsgstr ""\n\n#, fuzzy\nmsgid "Decisions"\nmsgstr "Decidoj"\n'
    (fault,) = faults(text)
    total = sum(bool(one.id) for one in catalogue.read(wording.catalogue_text(TEMPLATE), ""))
    values = dict(fault.values)
    assert ("S718", 5, f"{total}") == (fault.code, fault.place.line, values["count"])
    assert values["first"].startswith("“")


def test_a_language_without_a_catalogue_is_an_error_where_it_is_chosen(archive_at):
    """A page that says it is in one language and speaks another is read aloud with the wrong sounds."""
    settings = RIVER_ARCHIVE["mkdocs.yml"].replace("extra:", "theme:\n  language: eo\nextra:")
    root = archive_at({**RIVER_ARCHIVE, "mkdocs.yml": settings})
    line = settings.split("\n").index("  language: eo") + 1
    found = [(one.code, one.place) for one in examine(root, TODAY).problems if one.is_error]
    assert [("S717", Place("mkdocs.yml", line, 13, 2))] == found


def test_every_outcome_word_is_in_the_catalogue():
    """What became of something is said in the language of the archive, whichever word the notes have for it."""
    assert outcomes.KNOWN == set(OUTCOME_WORDS)


@pytest.mark.parametrize(
    ("language", "forms"),
    [("en", ["one", "other"]), ("pl", ["few", "many", "one", "other"]), ("ja", ["other"])],
)
def test_scripts_get_every_form_of_a_plural(language, forms):
    """Browsers know the forms by name, and each name has its text."""
    with spoken(language):
        assert forms == list(plural_forms("{n} result.", "{n} results."))


@pytest.mark.parametrize("script", sorted(THEME_DIR.rglob("*.js")), ids=lambda path: path.name)
def test_scripts_have_no_words(script):
    """A script is the same in every language: what it says stands in the page, or in an attribute of its element."""
    code = re.sub(
        r"/\*.*?\*/|(?m:^\s*//.*$)", "", script.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    texts = re.findall(r'"([^"\n]*)"|`([^`]*)`', code)
    said = [one or other for one, other in texts]
    assert [] == [
        text for text in said if re.search(r"[A-Z][a-z]+ [a-z]+|^ ?[a-z]+ [a-z]+ [a-z]", text)
    ]
