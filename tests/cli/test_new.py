"""`new` writes files that pass check, asks on a terminal what is needed, and leaves nothing when it is ended."""

import os
import pty
import re
import select
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.alphabets import mixed_script
from generator.cli.new import command
from generator.drafting.records import TABLES
from generator.drafts.tidying import tidy_words
from generator.fields import MINUTES
from generator.load.text import hidden_characters
from tests.cli.scratch import FILES, archive_in, files_in, found_in

ROOT = Path(__file__).parents[2]
HELD = ["call", "--date", "2031-03-20", "--status", "held", "--share", "public"]


@pytest.fixture
def root(tmp_path) -> Path:
    return archive_in(tmp_path)


def run(root: Path, *arguments: str) -> Result:
    given = [*arguments, "--root", str(root), "--today", "2031-04-01"]
    return CliRunner().invoke(command, given, catch_exceptions=False)


def written(root: Path, *arguments: str) -> dict[str, str]:
    """Run a command that must succeed, and give the files that are new."""
    before = files_in(root)
    result = run(root, *arguments)
    assert 0 == result.exit_code, result.output
    return {path: text for path, text in files_in(root).items() if path not in before}


OPEN = ["--share", "public", "--origin", "notes"]
CASES = {
    "call": [*HELD, "--title", "Rivers: a call"],
    "series": ["series", "--title", "Growers", "--rhythm", "now and then", "--share", "public"],
    "group": ["group", "--name", "Growers", "--kind", "assembly", "--share", "public"],
    "hub": ["hub", "--name", "Harvest", "--kind", "campaign", "--share", "public"],
    "minutes": ["minutes", "2031-03-12-river-open-call", "--origin", "notes"],
    "occurrence": ["minutes", "--series", "river-open-call", "--date", "2031-03-19", *OPEN],
}
PATHS = {
    "call": "calls/2031/2031-03-20-rivers-a-call.yaml",
    "series": "calls/series/growers.yaml",
    "group": "calls/groups/growers.yaml",
    "hub": "calls/hubs/harvest.yaml",
    "minutes": "minutes/2031/2031-03-12-river-open-call.md",
    "occurrence": "minutes/2031/2031-03-19-river-open-call.md",
}


@pytest.mark.parametrize("kind", CASES)
def test_what_is_written_passes_check(root, kind):
    """Each kind of file is written where it belongs, and check finds nothing wrong in it."""
    assert [PATHS[kind]] == list(written(root, *CASES[kind]))
    # A skeleton is told not to be notes yet, until somebody writes them.
    assert [] == [fault for fault in found_in(root) if fault.code != "Y128"]


@pytest.mark.parametrize("kind", ["call", "series", "group", "hub", "minutes"])
def test_every_field_has_an_option(kind):
    """A script can name every field of the table."""
    table = MINUTES if kind == "minutes" else TABLES[kind]
    options = {name for one in command.commands[kind].params for name in one.opts}
    assert set() == {f"--{field.name.replace('_', '-')}" for field in table.fields} - options


titles = st.text(max_size=90).map(tidy_words).filter(
    lambda text: text and not hidden_characters("", text) and not mixed_script(text)
)  # fmt: skip


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from(["call", "series", "group", "hub"]), titles)
def test_any_title_passes_check(tmp_path_factory, kind, title):
    """What `new` writes with an odd title, the loader reads without problems."""
    root = archive_in(tmp_path_factory.mktemp("odd"))
    named = [word for word in CASES[kind] if word not in ("Rivers: a call", "Growers", "Harvest")]
    named = [f"{word}={title}" if word in ("--title", "--name") else word for word in named]
    result = run(root, *named)
    if result.exit_code:
        assert re.search(r"error P50[1-4]", result.output), result.output
    assert [] == found_in(root)


def test_lists_tables_and_mappings_are_given_in_words(root):
    """Options of lists are repeated, and those with fields of their own name them."""
    text = written(
        root, *CASES["call"], "--places", "Mill Town, PA", "--places", "Old Harbour",
        "--roles", "facilitator: River Assembly", "--groups", "river-planning",
        "--sources", "title: a page: two | url: https://river.example/x | use: cite",
    )[PATHS["call"]]  # fmt: skip
    assert "places:\n  - Mill Town, PA\n  - Old Harbour\n" in text
    assert "roles:\n  facilitator: River Assembly\n" in text
    assert 'sources:\n  - title: "a page: two"\n    url: https://river.example/x\n' in text
    assert [] == found_in(root)


def test_a_missing_option_is_named_in_one_line(root):
    """In a script what is required and missing is named, with an example, and nothing is written."""
    result = run(root, "call", "--date", "2031-03-20", "--title", "River", "--status", "held")
    assert (2, 1) == (result.exit_code, result.output.count("\n"))
    assert "--share is missing" in result.output


def test_values_are_refused_in_the_words_of_the_catalogue(root):
    """Each option that cannot be read is said with code and help; a record that is not there gets the nearest word."""
    before = files_in(root)
    result = run(root, *HELD, "--title", "R", "--groups", "river-plannin", "--start", "9pm")
    assert 1 == result.exit_code
    assert "--start: error F204: `9pm` is not a time of day" in result.output
    assert "did you mean `river-planning`" in result.output
    assert before == files_in(root)


def test_what_does_not_fit_together_is_reported_with_its_line(root):
    """A record whose fields contradict each other is reported as check would, and not written."""
    before = files_in(root)
    result = run(root, *CASES["call"], "--start", "21:00", "--end", "22:00", "--length", "2h")
    assert 1 == result.exit_code
    assert "error F218 two-answers" in result.output
    assert before == files_in(root)


def test_no_personal_data_is_written(root):
    """A telephone number in a title is refused, and not quoted."""
    result = run(root, *HELD, "--title", "River, call (212) 555-0187")
    assert 1 == result.exit_code
    assert "P502" in result.output
    assert "0187" not in result.output


def test_a_value_that_cannot_be_read_may_be_personal_data_too(root):
    """What stands in the place of a date is refused for what it is, and not quoted for what it is not."""
    result = run(root, *HELD, "--title", "R", "--start", "someone@river.example, 21:00")
    assert (1, False) == (result.exit_code, "someone" in result.output)
    assert ["F204", "P501"] == re.findall(r"--start: error (\w+)", result.output)


@pytest.mark.parametrize(
    "arguments",
    [
        [*CASES["call"], "--id", "2031-03-20-river-quiet"],
        [*CASES["series"], "--id", "2031-growers"],
        [*CASES["group"], "--id", "index"],
    ],
)
def test_a_name_that_check_refuses_is_not_taken(root, arguments):
    """A name may be an id and still be kept for other uses."""
    before = files_in(root)
    result = run(root, *arguments)
    assert (1, before) == (result.exit_code, files_in(root))
    assert "error Y103" in result.output


@pytest.mark.parametrize("linked", ["minutes/2031", "minutes"])
def test_nothing_is_written_through_a_link(tmp_path, linked):
    """A folder that is a link leads out of the archive, and whoever made the archive chose where to."""
    root = archive_in(tmp_path / "archive")
    outside = tmp_path / "outside"
    (root / linked).rename(outside)
    (root / linked).symlink_to(outside)
    before = files_in(outside)
    with pytest.raises(OSError, match="through a link"):
        run(root, *CASES["minutes"])
    assert before == files_in(outside)


def test_a_second_call_of_one_name_gets_a_number(root):
    """Nothing is overwritten: a name that is there gets a number."""
    written(root, *CASES["call"])
    assert ["calls/2031/2031-03-20-rivers-a-call-2.yaml"] == list(written(root, *CASES["call"]))


def test_an_occurrence_is_named_after_its_series(root):
    """A call that wears the title of its series is named after it, also where notes stood in for it."""
    written(root, *CASES["occurrence"])
    call = ["call", "--date", "2031-03-19", "--status", "held", "--share", "public"]
    named = ["--series", "river-open-call", "--title", "River Assembly open call"]
    assert ["calls/2031/2031-03-19-river-open-call.yaml"] == list(written(root, *call, *named))
    assert [] == [fault for fault in found_in(root) if fault.code != "Y128"]


def test_a_withheld_call_is_named_by_its_number(root):
    """A call whose details are withheld needs no title, has a name that tells nothing, and passes check."""
    share = "minutes: withheld | recording: withheld | details: withheld | reason: safety"
    new = written(root, "call", "--date", "2031-03-07", "--share", share)
    assert ["calls/2031/2031-03-07-withheld-2.yaml"] == list(new)
    assert [] == found_in(root)


def test_details_of_a_withheld_call_are_not_written(root):
    """Details that may not stand in a public repository are refused, and are not quoted."""
    share = "minutes: withheld | recording: withheld | details: withheld | reason: safety"
    before = files_in(root)
    result = run(root, "call", "--date", "2031-03-07", "--share", share, "--title", "Lantern walk")
    assert 1 == result.exit_code
    assert "P505" in result.output
    assert "Lantern" not in result.output
    assert before == files_in(root)


def test_values_of_a_withheld_call_are_not_quoted(root):
    """What is wrong with an option of a call that is not fully shared is said without its words."""
    share = ["--share", "withheld for safety"]
    result = run(
        root, "call", "--date", "2031-03-20", "--title", "R", "--status", "lantern", *share
    )
    assert (1, True) == (result.exit_code, "F207" in result.output)
    assert "lantern" not in result.output


def test_notes_may_be_asked_for_by_date_and_title(root):
    """The call of notes may be said in words, also an occurrence without a record."""
    assert [PATHS["occurrence"]] == list(
        written(root, "minutes", "2031-03-19 river open call", *OPEN)
    )


def test_a_withheld_call_is_never_suggested(root):
    """Near a call that is not there only fully shared ones are named."""
    result = run(root, "minutes", "2031-03-07-withheld-2", "--origin", "notes")
    assert 1 == result.exit_code
    assert "withheld-1" not in result.output


def test_notes_of_a_withheld_call_are_refused(root):
    """Notes that may not stand in a public repository are not begun in it."""
    result = run(root, "minutes", "2031-03-07-withheld-1", "--origin", "notes")
    assert (1, True) == (result.exit_code, "outside this repository" in result.output)


def test_notes_are_never_overwritten(root):
    """Notes that are there already are named, and stay as they are."""
    before = files_in(root)
    result = run(root, "minutes", "2031-03-05-river-open-call", "--origin", "notes")
    assert (1, before) == (result.exit_code, files_in(root))
    assert "minutes/2031/2031-03-05-river-open-call.md" in result.output


def test_withheld_notes_stand_in_for_nothing(root):
    """Notes that may not be public make no call, and nothing is written."""
    named = ["--series", "river-open-call", "--date", "2031-03-19", "--origin", "notes"]
    before = files_in(root)
    result = run(root, "minutes", *named, "--share", "withheld for safety")
    assert (1, before) == (result.exit_code, files_in(root))


CLOSED_SERIES = """\
title: Planning
zone: America/New_York
repeats: every week on Friday at 20:00
from: 2031-01-10
share: withheld for safety
"""


def test_a_series_that_is_not_shared_gives_no_name(tmp_path):
    """The name of a file becomes an address, which would tell what the series is called."""
    private = FILES["mkdocs.yml"] + "    repository_is_public: false\n"
    more = {"mkdocs.yml": private, "calls/series/lantern-circle.yaml": CLOSED_SERIES}
    root = archive_in(tmp_path, more)
    before = files_in(root)
    result = run(root, "minutes", "--series", "lantern-circle", "--date", "2031-03-21", *OPEN)
    assert (1, before) == (result.exit_code, files_in(root))
    assert "cannot stand in for a record" in result.output
    call = written(root, *HELD, "--title", "Planning", "--series", "lantern-circle")
    assert ["calls/2031/2031-03-20-planning.yaml"] == list(call)


def test_a_wrong_weekday_is_no_occurrence(root):
    """Notes stand in for an occurrence only on a day on which the series takes place."""
    result = run(root, "minutes", "--series", "river-open-call", "--date", "2031-03-20", *OPEN)
    assert (1, True) == (result.exit_code, "every week on Wednesday" in result.output)


def test_notes_begin_with_agenda_and_open_actions(root):
    """The skeleton holds what earlier calls of the series took on, and what was said of the notes."""
    new = written(root, *CASES["minutes"], "--taken-by", "Mill Town")
    text = new[PATHS["minutes"]]
    assert "\norigin: notes\ntaken_by: Mill Town\n---\n" in text
    assert "- outreach: write the explainer" in text


def converse(root: Path, arguments: list[str], answers: list[str]) -> tuple[str, int]:
    """Type answers, one for each prompt, on a terminal; give all that stood there and the exit status."""
    program = [sys.executable, "-m", "generator", "new", *arguments, "--today", "2031-04-01"]
    child, terminal = pty.fork()
    if not child:
        os.chdir(root)
        os.environ.update(PYTHONPATH=str(ROOT), TERM="dumb")
        os.execv(program[0], program)
    shown = b""
    seen = silent = 0
    waiting = list(answers)
    answer = ""
    while silent < 20:
        if not select.select([terminal], [], [], 1)[0]:
            silent += 1
            # Python misses a Ctrl+C between its prompt and its wait for a key; a person presses it again.
            if answer == "\x03":
                os.write(terminal, b"\x03")
            continue
        silent = 0
        try:
            more = os.read(terminal, 4096)
        except OSError:
            break
        if not more:
            break
        shown += more
        if re.search(rb"(?:\]|\w): \Z", shown[seen:]) and waiting:
            answer = waiting.pop(0)
            os.write(terminal, answer.encode() if answer == "\x03" else f"{answer}\n".encode())
            seen = len(shown)
    os.close(terminal)
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_terminal_is_asked_until_it_is_right(root):
    """A tired volunteer's slips are told in the words of the catalogue and asked again, and the record passes check."""
    answers = [
        "19 March 2031", "2031-03-19",         # date
        "", "1", "1",                          # sharing is never taken for granted
        "river-open-cal", "river-open-call",   # series
        "",                                    # title: that of the series
        "9pm", "21:30",                        # start
        "canceled", "3", "the line was down",  # status and reason
        "grops", "groups", "river-planning", "", "agenda", "- how it works", "", "",
    ]  # fmt: skip
    shown, status = converse(root, ["call"], answers)
    assert 0 == status, shown
    hints = ["did you mean `river-open-call`", "did you mean `groups`"]
    said = ["error F203", "number from 1 to 5", "error F204", *hints]
    assert [] == [words for words in said if words not in shown]
    text = files_in(root)["calls/2031/2031-03-19-river-open-call.yaml"]
    assert "start: 21:30\nstatus: cancelled\nreason: the line was down\ngroups:\n" in text
    assert text.endswith("agenda:\n  - how it works\nshare: public\nbasis: group-agreed\n")
    assert [] == found_in(root)


def test_answers_that_do_not_fit_together_are_asked_again(root):
    """What only the whole record shows to be wrong is asked for once more; nothing else is lost."""
    answers = [
        "2031-03-20",
        "1",
        "1",
        "",
        "River",
        "21:00",
        "",
        "",
        "end",
        "20:00",
        "length",
        "2h",
        "",
        "",
        "",
    ]
    shown, status = converse(root, ["call"], answers)
    assert 0 == status, shown
    assert "This does not fit" in shown
    assert [] == found_in(root)


def test_ctrl_c_leaves_nothing(root):
    """Ending the questions writes nothing at all."""
    before = files_in(root)
    shown, status = converse(root, ["hub"], ["Harvest", "\x03"])
    assert (130, before) == (status, files_in(root))
    assert "Nothing was written" in shown


def test_only_a_date_is_asked_of_a_withheld_call(root):
    """Who says that only the date may be seen is asked for no title, and in public not whose decision it was."""
    shown, status = converse(root, ["call"], ["2031-03-21", "4", "1", ""])
    assert 0 == status, shown
    assert "title" not in shown.split("date: ")[1].split("Written")[0]
    assert "decided_by" not in shown
    assert "calls/2031/2031-03-21-withheld-1.yaml" in files_in(root)
    assert [] == found_in(root)


def test_a_call_that_must_not_be_known_is_not_written(root):
    """Who says that not even the existence may be known is told to add nothing."""
    before = files_in(root)
    shown, status = converse(root, ["call"], ["2031-03-21", "5"])
    assert (0, before) == (status, files_in(root))
    assert "do not add a file" in shown


def test_a_call_may_be_told_by_date_and_title(root):
    """Whoever does not know the id of a call says its date and title; what cannot be told is asked again."""
    answers = ["open call", "2031-03-12 open call", "", "", ""]
    shown, status = converse(root, ["minutes"], answers)
    assert 0 == status, shown
    assert "That cannot be told; near it are `2031-03-12-river-open-call`" in shown
    assert PATHS["minutes"] in files_in(root)


def test_sources_are_asked_part_by_part(root):
    """A list keeps what was right when the next value is not, and a source is asked for field by field."""
    answers = ["Growers", "1", "2", "sources", "a leaflet", "", "31", "2031", "", "", "", ""]
    shown, status = converse(root, ["group"], answers)
    assert 0 == status, shown
    text = files_in(root)["calls/groups/growers.yaml"]
    assert "sources:\n  - title: a leaflet\n    published: 2031\n" in text
    assert [] == found_in(root)


def test_a_wrong_day_is_asked_again(root):
    """The day of an occurrence is asked again until the series takes place on it."""
    named = ["minutes", "--series", "river-open-call"]
    shown, status = converse(root, named, ["2031-03-20", "2031-03-19", "1", "", "", ""])
    assert 0 == status, shown
    assert "2031-03-20 is no day of `river-open-call`" in shown
    assert PATHS["occurrence"] in files_in(root)


@pytest.mark.parametrize(
    ("kind", "answers", "path"),
    [
        ("series", ["Growers", "1", "", "now and then", "", ""], "calls/series/growers.yaml"),
        ("group", ["Growers", "1", "2", ""], "calls/groups/growers.yaml"),
        ("hub", ["Harvest", "1", "campaign", ""], "calls/hubs/harvest.yaml"),
        ("minutes", ["2031-03-12-river-open-call", "", "", ""], PATHS["minutes"]),
    ],
)
def test_each_kind_can_be_made_on_a_terminal(root, kind, answers, path):
    """The questions of each kind lead to a file that passes check."""
    shown, status = converse(root, [kind], answers)
    assert 0 == status, shown
    assert path in files_in(root)
    assert [] == [fault for fault in found_in(root) if fault.code != "Y128"]
