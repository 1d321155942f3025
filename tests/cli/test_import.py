"""`import` turns what a form made, or pasted notes, into a file that passes check; it writes nothing it must not."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli.import_ import command
from generator.importers.forms import CONSENT, NOTES_FORM, REQUEST_FORM, Form
from tests.cli.scratch import archive_in, files_in, found_in

ROOT = Path(__file__).parents[2]
NOTES = {
    "call": "2031-03-12 River Assembly open call",
    "origin": "notes: taken on the call",
    "status": "not known",
    "taken_by": "a volunteer from Mill Town",
    "basis": "group-agreed: the group agreed to it",
    "notes": "Short call.\n\n- **Decision:** hold the gathering. (consensus)\n\n### Which call\n\nthe next one",
}
REQUEST = {
    "title": "Growers: a call",
    "date": "2031-03-20",
    "start": "19:30",
    "zone": "America/Chicago",
    "status": "held: it took place",
    "hosts": "river-planning, the growers",
    "basis": "already-public: it is published elsewhere",
    "purpose": "Seeds\nand water.",
    "recordings": "the library of Mill Town, audio/mpeg, https://sound.example/call.mp3\n- https://b.example/call.ogg",
    "sources": "the announcement, https://river.example/news\n- a leaflet",
}


@pytest.fixture
def root(tmp_path) -> Path:
    return archive_in(tmp_path / "archive")


def github(form: Form, answers: dict[str, str]) -> str:
    """Give the text that GitHub, Gitea and Forgejo make of a form."""
    parts = []
    for question in form.questions:
        box = "- [X] I agree." if question.serves == CONSENT else ""
        parts.append(
            f"### {question.label}\n\n{box or answers.get(question.serves, '') or '_No response_'}\n"
        )
    return "\n".join(parts)


def gitlab(form: Form, answers: dict[str, str]) -> str:
    """Fill in GitLab's template, below its hints."""
    path = ROOT / ".gitlab" / "issue_templates" / f"{form.name}.md"
    text = path.read_text("utf-8").replace("- [ ]", "- [x]")
    for question in form.questions:
        if question.serves == CONSENT:
            continue
        before, heading, rest = text.partition(f"### {question.label}\n")
        own, following, later = rest.partition("\n### ")
        hints = own[: own.rfind("-->") + 3] if "-->" in own else ""
        choices = own[len(hints) :].strip()
        answer = answers.get(question.serves, choices if " | " in choices else "")
        text = f"{before}{heading}{hints}\n{answer}\n{following}{later}"
    return text


def run(root: Path, text: str | bytes, *options: str) -> Result:
    data = text if isinstance(text, bytes) else text.encode()
    arguments = ["-", "--root", str(root), "--today", "2031-04-01", *options]
    return CliRunner().invoke(command, arguments, input=data, catch_exceptions=False)


def written(root: Path, text: str, *options: str) -> dict[str, str]:
    before = files_in(root)
    result = run(root, text, *options)
    assert 0 == result.exit_code, result.output
    return {path: words for path, words in files_in(root).items() if path not in before}


def refused(root: Path, text: str | bytes, *options: str) -> str:
    """Run an import that must be refused and write nothing; give what was said."""
    before = files_in(root)
    result = run(root, text, *options)
    assert (1, before) == (result.exit_code, files_in(root)), result.output
    return result.output


@pytest.mark.parametrize("forge", [github, gitlab])
def test_notes_become_a_file(root, forge):
    """Notes sent through either forge's form are written beside their call, word for word, and pass check."""
    new = written(root, forge(NOTES_FORM, NOTES))
    head = "---\norigin: notes\ntaken_by: a volunteer from Mill Town\n---\n"
    assert {"minutes/2031/2031-03-12-river-open-call.md": f"{head}{NOTES['notes']}\n"} == new
    assert [] == found_in(root)


@pytest.mark.parametrize("forge", [github, gitlab])
def test_a_request_becomes_a_record(root, forge):
    """A call that is asked for becomes a record that passes check."""
    ((path, text),) = written(root, forge(REQUEST_FORM, REQUEST)).items()
    assert "calls/2031/2031-03-20-growers-a-call.yaml" == path
    assert (
        'title: "Growers: a call"\ndate: 2031-03-20\nstart: 19:30\nzone: America/Chicago\nstatus: held\n'
        "hosts:\n  - river-planning\n  - the growers\npurpose: Seeds and water.\n"
        "recordings:\n  - url: https://sound.example/call.mp3\n    type: audio/mpeg\n"
        "    keeper: the library of Mill Town\n  - url: https://b.example/call.ogg\n"
        "sources:\n  - title: the announcement\n    url: https://river.example/news\n  - title: a leaflet\n"
        "share: public\nbasis: already-public\n"
    ) == text.partition("\n")[2]
    assert [] == found_in(root)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("on the site of the library", "F211"),
        ("http://sound.example/call.mp3", "M601"),
        ("https://localhost/call.mp3", "M605"),
        ("a page, text/html, https://sound.example/call", "M607"),
    ],
)
def test_a_recording_that_cannot_be_listed_is_told_where_it_was_sent(root, line, code):
    """What the sender wrote is checked as a record is, and nothing is written."""
    assert code in refused(root, github(REQUEST_FORM, {**REQUEST, "recordings": line}))


def test_notes_stand_in_for_an_occurrence(root):
    """Notes of an occurrence without a record name series and date, and make the call."""
    new = written(
        root, github(NOTES_FORM, {**NOTES, "call": "River Assembly open call 2031-03-19"})
    )
    (text,) = new.values()
    assert "series: river-open-call\ndate: 2031-03-19\nshare: public\n---\n" in text
    assert [] == found_in(root)


def test_a_call_that_adopted_is_found_too(root):
    """The call that adopted notes may be told by its address."""
    later = root / "calls/2031/2031-03-19-planning.yaml"
    later.write_text("title: Planning\ndate: 2031-03-19\nstatus: held\nshare: public\n", "utf-8")
    address = "https://calls.example/river/calls/2031-03-19-planning.html"
    answers = {**NOTES, "call": "2031-03-12", "status": "adopted: the group", "adopted_by": address}
    (text,) = written(root, github(NOTES_FORM, answers)).values()
    assert "status: adopted\nadopted_by: 2031-03-19-planning\n" in text
    assert [] == found_in(root)


def test_plain_notes_need_only_their_call(root):
    """Notes from a letter are taken with the call and how they came to be."""
    about = ["--call", "2031-03-12-river-open-call", "--origin", "notes"]
    new = written(root, "•\tone\r\n•\ttwo\u00a0three\r\n", *about)
    assert ["---\norigin: notes\n---\n- one\n- two three\n"] == list(new.values())


def test_what_was_mended_is_said(root):
    """Mechanical repairs are listed."""
    text = github(NOTES_FORM, {**NOTES, "notes": "•\tone <!-- aside -->"}).replace("\n", "\r\n")
    said = run(root, text, "--dry-run").output
    assert "Mended: line ends of another system, HTML comments, bullets of a word processor" in said


def test_plain_notes_without_a_call_are_wrong_use(root):
    """Without a form the call must be named, in one line."""
    result = run(root, "words")
    assert (2, 1) == (result.exit_code, result.output.count("\n"))
    assert "`--call`" in result.output


def test_a_dry_run_writes_nothing(root):
    """A dry run prints the file, and the folder stays as it was."""
    before = files_in(root)
    result = run(root, github(NOTES_FORM, NOTES), "--dry-run")
    assert (0, before) == (result.exit_code, files_in(root))
    assert "origin: notes\n" in result.output
    assert "minutes/2031/2031-03-12-river-open-call.md" in result.output


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("call (212) 555-0187", "P502"),
        ("write to someone@river.example", "P501"),
        ("PIN 123456#", "P503"),
    ],
)
def test_personal_data_is_refused_where_it_was_sent(root, words, code):
    """Personal data is told at its line of what was sent, is not quoted, and stops everything."""
    text = github(NOTES_FORM, {**NOTES, "notes": f"one\n\n{words}"})
    said = refused(root, text)
    line = text.split("\n").index(words) + 1
    assert f"pasted text:{line}:" in said
    assert code in said
    assert words.split()[-1] not in said


@pytest.mark.parametrize("serves", ["date", "start", "zone"])
def test_personal_data_in_the_wrong_answer_is_not_quoted(root, serves):
    """An answer that its field cannot hold is not shown when it holds somebody's address."""
    said = refused(root, github(REQUEST_FORM, {**REQUEST, serves: "someone@river.example"}))
    assert "error P501" in said
    assert "someone" not in said


def test_a_box_that_is_not_ticked_stops_everything(root):
    """Without the sender's consent nothing is written."""
    said = refused(root, github(NOTES_FORM, NOTES).replace("- [X]", "- [ ]"))
    assert "`Licence` is not ticked" in said


def test_notes_that_may_not_be_public_are_refused(root):
    """Whoever is not sure that the notes may be public has not sent them."""
    assert "may be public" in refused(
        root, github(NOTES_FORM, {**NOTES, "basis": "no, or not sure"})
    )


@pytest.mark.parametrize("serves", ["call", "origin", "basis", "notes"])
def test_questions_left_open_are_named(root, serves):
    """What must be answered and is not is named with its line."""
    label = next(one.label for one in NOTES_FORM.questions if one.serves == serves)
    text = github(NOTES_FORM, {**NOTES, serves: ""})
    line = text.split("\n").index(f"### {label}") + 1
    assert f"pasted text:{line}: `{label}` is not answered" in refused(root, text)


def test_a_template_left_as_it_was_is_no_answer(root):
    """GitLab's list of choices counts as no answer until one of them is kept."""
    answers = {key: value for key, value in NOTES.items() if key != "origin"}
    assert "`How the notes came to be` is not answered" in refused(
        root, gitlab(NOTES_FORM, answers)
    )


def test_a_call_that_cannot_be_told_is_not_guessed(root):
    """Near calls are named, and a withheld one never is."""
    said = refused(root, github(NOTES_FORM, {**NOTES, "call": "2031-03-07 kitchen"}))
    assert "say which with `--call`" in said
    assert "withheld" not in said


def test_a_wrong_weekday_is_no_occurrence(root):
    """Notes do not make a call of a series on a day on which it does not take place."""
    said = refused(root, github(NOTES_FORM, {**NOTES, "call": "2031-03-20 river open call"}))
    assert "every week on Wednesday at 21:00" in said


def test_the_call_may_be_said_by_the_keeper(root):
    """Where the sender was not clear, the keeper names the call."""
    text = github(NOTES_FORM, {**NOTES, "call": "last week's"})
    assert 1 == len(written(root, text, "--call", "2031-03-12-river-open-call"))


def test_notes_of_a_withheld_call_are_refused(root):
    """Notes that a record withholds do not come in through an issue either."""
    said = refused(root, github(NOTES_FORM, {**NOTES, "call": "2031-03-07-withheld-1"}))
    assert "Short call" not in said


def test_notes_that_are_there_stay(root):
    """A second file of notes for one call is refused, and the first stays as it is."""
    assert "already" in refused(
        root, github(NOTES_FORM, {**NOTES, "call": "2031-03-05-river-open-call"})
    )


def test_faults_of_a_request_are_told_at_their_answers(root):
    """A date or zone that cannot be read is told at its line with the usual help."""
    text = github(REQUEST_FORM, {**REQUEST, "date": "March 20, 2031", "zone": "EST"})
    said = refused(root, text)
    lines = text.split("\n")
    assert f"pasted text:{lines.index('March 20, 2031') + 1}:1: error F203" in said
    assert f"pasted text:{lines.index('EST') + 1}:1: error F206" in said


def test_a_refusal_leads_to_the_page_by_what_can_be_typed_there(root):
    """Where there is a Makefile, the page of a problem is one `make` away, as in a report of `check`."""
    wrong = github(REQUEST_FORM, REQUEST | {"date": "March 20, 2031"})
    assert "page: calls explain F203" in refused(root, wrong)
    (root / "Makefile").write_text("", encoding="utf-8")
    assert "page: make explain CODE=F203" in refused(root, wrong)


@pytest.mark.parametrize(
    ("data", "status"),
    [(b"\xff\xfe\x00", 2), (b"x" * 500_000, 2), (b"", 2), (b"### Which call\n", 1)],
)
def test_what_is_no_text_is_answered_in_words(root, data, status):
    """Bytes that are no text, too many of them or none end with a line of words."""
    before = files_in(root)
    result = run(root, data)
    assert (status, before) == (result.exit_code, files_in(root))


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.text(max_size=60))
def test_whatever_is_sent_is_written_well_or_not_at_all(tmp_path_factory, notes, taken_by):
    """Any notes and any role lead to a file that check accepts, or to none, and never to a fault of ours."""
    root = archive_in(tmp_path_factory.mktemp("sent"))
    before = files_in(root)
    result = run(
        root,
        github(NOTES_FORM, {**NOTES, "notes": notes, "taken_by": taken_by}).encode(
            "utf-8", "replace"
        ),
    )
    assert result.exit_code in (0, 1)
    assert [] == [fault for fault in found_in(root) if fault.is_error]
    assert (result.exit_code == 1) == (before == files_in(root))
