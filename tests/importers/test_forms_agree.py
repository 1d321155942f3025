"""The issue forms, for every forge, ask exactly what their reader understands."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.importers.forms import CONSENT, FORMS, NOTES_FORM, REQUEST_FORM, Form, words_for

ROOT = Path(__file__).parents[2]


def github(form: Form) -> dict[str, Any]:
    path = ROOT / ".github" / "ISSUE_TEMPLATE" / f"{form.name}.yml"
    read: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return read


def gitlab(form: Form) -> str:
    return (ROOT / ".gitlab" / "issue_templates" / f"{form.name}.md").read_text("utf-8")


def asked(form: Form) -> list[dict[str, Any]]:
    return [part for part in github(form)["body"] if part["type"] != "markdown"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_labels_of_the_form_are_those_of_the_reader(form):
    """GitHub's form, which Gitea and Forgejo read too, asks the reader's questions in the reader's order."""
    labels = [part["attributes"]["label"] for part in asked(form)]
    assert [question.label for question in form.questions] == labels


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_headings_of_the_template_are_those_of_the_reader(form):
    """GitLab's template has the same headings in the same order."""
    headings = re.findall(r"^### (.+)$", gitlab(form), re.MULTILINE)
    assert [question.label for question in form.questions] == headings


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_choices_are_the_words_of_the_table(form):
    """Where only a few words will do, the forms offer each of them once, and the reader knows no other."""
    choices = {
        part["attributes"]["label"]: part["attributes"].get("options") for part in asked(form)
    }
    for question in form.questions:
        words = words_for(question, form)
        if question.serves == CONSENT or not words:
            continue
        offered = [option.partition(":")[0] for option in choices[question.label]]
        assert sorted(words) == sorted(offered)
        below = gitlab(form).split(f"### {question.label}\n")[1].split("###")[0]
        assert sorted(words) == sorted(below.rpartition("-->")[2].strip().split(" | "))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_what_the_reader_needs_must_be_answered(form):
    """The form insists on what the reader insists on, and on nothing else."""
    needed = {question.label for question in form.questions if question.required}
    insisted = {
        part["attributes"]["label"]
        for part in asked(form)
        if part.get("validations", {}).get("required")
        or any(
            isinstance(o, dict) and o.get("required") for o in part["attributes"].get("options", [])
        )
    }
    assert needed == insisted


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_forms_begin_with_what_must_stay_out(form):
    """Before anything is asked, the sender reads what must not be sent, and that everybody can read it."""
    first = github(form)["body"][0]
    for begin in (first["attributes"]["value"], gitlab(form).split("-->")[0]):
        for words in (
            "Everybody can read",
            "private persons",
            "telephone",
            "PINs",
            "e-mail",
            "keep back",
        ):
            assert words.lower() in begin.lower()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_free_text_comes_last(form):
    """Nothing in free text can be taken for another answer, because only free text follows it."""
    kinds = [part["type"] for part in asked(form)]
    assert kinds == sorted(kinds, key=lambda kind: kind == "textarea")


def test_each_field_of_a_question_is_in_its_table():
    """A question serves a field that its record has, or one of the purposes named."""
    purposes = {"call", "notes", "consent", "basis"}
    for form in (NOTES_FORM, REQUEST_FORM):
        fields = {field.name for field in form.table.fields}
        assert set() == {question.serves for question in form.questions} - fields - purposes


def test_other_issues_may_be_opened():
    """Whoever has another question is not turned away."""
    config = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text("utf-8"))
    assert config["blank_issues_enabled"] is True
