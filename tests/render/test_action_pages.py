"""The register of actions, what calls, series and groups tell of them, and the data."""

import datetime
import json
from dataclasses import replace

import pytest

from generator.privacy.public import (
    Evidence,
    Join,
    JoinKind,
    LooseDate,
    MarkKind,
    NotesState,
    Origin,
    PublicMark,
    Status,
)
from generator.render import action_pages, call_pages, data_actions, group_pages, series_pages
from generator.render.rows import ROWS_LIMIT
from tests.render.few_calls import made
from tests.render.made_archive import (
    ARCHIVE,
    SETTINGS,
    WITHHELD,
    archive_with,
    call_with,
    notes_with,
)
from tests.render.page_reading import Reading

TODAY = datetime.date(2031, 4, 10)
LIVING = replace(SETTINGS, today=TODAY, state="living")
CLOSED = replace(LIVING, state="closed")
WRITE = PublicMark(
    MarkKind.ACTION, "outreach: write <the> explainer", "write", 4, "", False, "", (),
    owner="outreach", due=LooseDate(2031, 3, 14),
)  # fmt: skip


def call(day, *marks, month=3, **fields):
    """Give a call of the series that was held, with notes of these marks, or without notes where there are none."""
    notes = fields.pop("notes", (notes_with(*marks),) if marks else ())
    name = f"2031-{month:02d}-{day:02d}-river-open-call"
    some = {
        "id": name,
        "path": f"calls/2031/{name}.yaml",
        "date": LooseDate(2031, month, day),
        "notes": notes,
        "notes_state": NotesState.MINUTES,
        "evidence": Evidence.COMPLETE,
    }
    return call_with(**(some | fields))


def closing(name="write", outcome="reported", text="the explainer is written"):
    """Give a mark that closes an action."""
    joins = (Join(JoinKind.CLOSES, name, "", 4, 3),)
    return PublicMark(
        MarkKind.OUTCOME, text, "written", 4, outcome, False, f"closes #{name}", (), joins=joins
    )


def page(path, *calls, module=action_pages, settings=LIVING):
    """Give a page of an archive with these calls as it is read."""
    return Reading(made(module, archive_with(*calls), settings)[path].body)


def shown(*calls, settings=LIVING):
    """Give state and further words of the actions of 2031, without their names."""
    reading = page("actions/2031.html", *calls, settings=settings)
    items = [each.text.partition("Its name: ")[0].rstrip() for each in reading.named("li")]
    return [item.replace("outreach: write <the> explainer", "·") for item in items]


def test_an_open_action_is_told_with_owner_due_day_and_age():
    """What nobody closed is open where every later call was seen, and is overdue after its day."""
    assert [
        "Open · Due 14 March 2031, overdue. Taken on at River Assembly open call, 5 March 2031; 2 known calls since."
    ] == shown(call(5, WRITE), call(12, closing("other")), call(19, closing("other")))


def test_an_owner_is_told_where_the_words_do_not_begin_with_it():
    """Once is enough."""
    mark = replace(WRITE, text="write the explainer (outreach)", due=None)
    (item,) = shown(call(5, mark))
    assert "Who: outreach. Taken on" in item


@pytest.mark.parametrize(
    "later",
    [
        call(12, notes_state=NotesState.MISSING),
        call(12, notes_state=NotesState.WITHHELD),
        call(12, notes_state=NotesState.SUMMARY),
        call(12, notes_state=NotesState.NONE_TAKEN),
        call(12, evidence=Evidence.OPENING_ONLY),
        call(12, status=Status.ANNOUNCED, notes_state=NotesState.NOT_EXPECTED),
        replace(WITHHELD, series="river-open-call"),
    ],
)
def test_an_action_is_not_known_to_be_done_where_a_later_call_was_not_seen(later):
    """Nobody says open of what a call may have closed whose notes nobody saw."""
    (item,) = shown(call(5, WRITE), later)
    assert item.startswith("Not known to be done · Due 14 March 2031, which has passed. ")


@pytest.mark.parametrize(
    "later",
    [
        call(12, status=Status.CANCELLED, notes_state=NotesState.NOT_EXPECTED),
        call(9, month=4, notes_state=NotesState.NOT_YET),
        call(20, month=4, status=Status.SCHEDULED, notes_state=NotesState.NOT_YET),
        call(12, series="other", notes_state=NotesState.MISSING),
    ],
)
def test_calls_that_can_have_closed_nothing_do_not_matter(later):
    """One that was cancelled, is to come, waits for its notes, or is of another series."""
    (item,) = shown(call(5, WRITE), later)
    assert item.startswith("Open · ")


def test_what_was_partly_seen_itself_is_not_known_to_be_done():
    """The rest of its own source may say that it was done; and a call that belongs to nothing has no later ones."""
    for first in (
        call(5, WRITE, evidence=Evidence.NOTICE_ONLY),
        call(5, WRITE, series="", groups=(), hosts=()),
    ):
        (item,) = shown(first)
        assert item.startswith("Not known to be done · ")


def test_a_closed_action_leads_to_what_closed_it():
    """The call is named, and the link leads to the mark; nothing is overdue then."""
    calls = (call(5, WRITE), call(12, closing()))
    assert [
        "Done · Due 14 March 2031. Taken on at River Assembly open call, 5 March 2031. "
        "Closed at River Assembly open call, 12 March 2031."
    ] == shown(*calls)
    links = page("actions/2031.html", *calls).links()
    address = links["River Assembly open call, 12 March 2031"]
    assert "../calls/2031-03-12-river-open-call.html#written" == address


def test_every_row_shows_the_name_that_later_notes_close_it_by():
    """Whoever writes `closes` behind an outcome copies it from there, from the lists of years and the index alike."""
    for path in ("actions/2031.html", "actions/index.html"):
        names = [each.text for each in page(path, call(5, WRITE)).named("code")]
        assert ["2031-03-05-river-open-call#write"] == names


def test_its_own_line_can_close_it():
    """A tick in the notes that took it on."""
    (item,) = shown(call(5, replace(WRITE, done=True)))
    assert item.startswith("Done · ")
    assert item.endswith("Its own line says so.")


def test_a_draft_says_it_and_it_stays_open():
    """The words say that they are a draft's, the state as well."""
    draft = notes_with(closing(), is_draft=True)
    (item,) = shown(call(5, WRITE), call(12, notes=(draft,), notes_state=NotesState.DRAFT))
    assert item.startswith("Said to be done in draft notes · ")
    assert item.endswith(
        "Said to be done in draft notes of River Assembly open call, 12 March 2031."
    )
    index = page("actions/index.html", call(5, WRITE), call(12, notes=(draft,)))
    assert "1 said to be done in draft notes" in index.with_id("open-series-river-open-call").text


def test_what_a_draft_took_on_is_said_to_be_a_drafts():
    """A draft decides nothing, and readers see that it is one."""
    draft = notes_with(WRITE, is_draft=True, origin=Origin.MACHINE_DRAFT)
    (item,) = shown(call(5, notes=(draft,), notes_state=NotesState.DRAFT))
    assert "5 March 2031, in draft notes." in item


def test_a_closed_archive_knows_no_overdue():
    """What was left open when the calls ended is told so, and its day as it was."""
    (item,) = shown(call(5, WRITE), settings=CLOSED)
    assert item.startswith("Left open · Due 14 March 2031. ")
    index = page("actions/index.html", call(5, WRITE), settings=CLOSED)
    assert "Left open when the calls ended, as far as known" == index.with_id("open-actions").text
    assert "overdue" not in index.text


def test_a_page_changes_with_the_day_only_where_a_due_day_passes():
    """The view of the register is the same on the days between."""
    days = (datetime.date(2031, 3, 14), datetime.date(2031, 3, 15), datetime.date(2031, 5, 1))
    before, after, later = (
        [
            draft.view
            for draft in action_pages.render(
                archive_with(call(5, WRITE)), replace(LIVING, today=day)
            )
        ]
        for day in days
    )
    assert before != after
    assert after == later


def test_the_index_lists_a_few_of_each_series_and_counts_the_rest():
    """It stays short however many there are."""
    marks = [
        replace(WRITE, anchor=f"write-{number}", text=f"task {number}") for number in range(30)
    ]
    index = page("actions/index.html", call(5, *marks))
    assert action_pages.EACH_LIMIT == len(
        [each for each in index.named("li") if "Open" in each.text]
    )
    assert "25 more in the lists of the years" in index.text
    assert "30 actions, open." in index.text


def test_the_index_lists_actions_of_some_series_and_counts_those_of_all():
    """With very many series and groups, the later ones are counted only."""
    calls = [
        call(
            5,
            WRITE,
            series="",
            groups=(f"group-{number}",),
            hosts=(),
            id=f"2031-03-05-call-{number:03d}",
        )
        for number in range(action_pages.LINES_LIMIT + 20)
    ]
    index = page("actions/index.html", *calls)
    assert action_pages.LINES_LIMIT == len(
        [each for each in index.named("li") if "Open" in each.text]
    )
    assert action_pages.LINES_LIMIT + 20 == len(index.named("h3"))


def test_a_long_year_is_parted_by_month():
    """No list grows without end; the year leads to its months, and a month back to the year."""
    marks = [replace(WRITE, anchor=f"write-{number}") for number in range(ROWS_LIMIT)]
    vague = call(1, WRITE, id="2031-vague", date=LooseDate(2031))
    pages = made(
        action_pages, archive_with(call(5, *marks), call(2, WRITE, month=2), vague), LIVING
    )
    assert [
        "actions/index.html", "actions/2031.html", "actions/2031-not-known.html",
        "actions/2031-02.html", "actions/2031-03.html",
    ] == list(pages)  # fmt: skip
    year = Reading(pages["actions/2031.html"].body)
    assert {
        "Month not known": "2031-not-known.html",
        "February": "2031-02.html",
        "March": "2031-03.html",
    }.items() <= year.links().items()
    month = Reading(pages["actions/2031-02.html"].body)
    assert "2031.html" == month.links()["Actions of 2031"]
    assert 1 == len(month.named("li"))


def test_years_lead_to_each_other():
    """Before and after, those that have actions."""
    early = call(5, WRITE, id="2029-03-05-river", date=LooseDate(2029, 3, 5))
    links = page("actions/2031.html", early, call(5, WRITE)).links()
    assert "2029.html" == links["Actions of 2029"]


def test_an_archive_without_actions_says_how_to_mark_one():
    """The index is there all the same, for the navigation leads to it."""
    pages = made(action_pages, archive_with(call(5)), LIVING)
    assert ["actions/index.html"] == list(pages)
    assert "No action is recorded yet." in Reading(pages["actions/index.html"].body).text


def test_nothing_is_listed_by_owner():
    """Two actions of one owner stand under their series and groups and nowhere together."""
    other = call(6, replace(WRITE, anchor="more"), series="", groups=("river-assembly",), hosts=())
    headings = [each.text for each in page("actions/index.html", call(5, WRITE), other).named("h3")]
    assert ["River Assembly 1 open", "River open calls 1 open"] == headings


@pytest.mark.parametrize("path", ["actions/index.html", "actions/2031.html"])
def test_pages_are_well_made(path):
    """Tags are well nested, words of people are escaped, and no name stands twice."""
    reading = page(
        path, call(5, WRITE), call(12, closing()), call(19, replace(WRITE, anchor="again"))
    )
    assert [] == reading.faults
    assert len(reading.ids()) == len(set(reading.ids()))
    assert "outreach: write <the> explainer" in reading.text


def test_a_calls_page_tells_state_and_what_was_open_before_it():
    """Its own actions with owner and due day; those of earlier calls as they were then, with links."""
    calls = (
        call(5, WRITE),
        call(12, replace(WRITE, anchor="more", text="find a hall")),
        call(19, closing()),
    )
    own = page("calls/2031-03-05-river-open-call.html", *calls, module=call_pages)
    assert "Due 14 March 2031. Done. Closed by: the explainer is written" in own.text
    later = page("calls/2031-03-19-river-open-call.html", *calls, module=call_pages)
    assert "record-carried-over" in later.ids()
    assert "2031-03-12-river-open-call.html#more" == later.links()["find a hall"]
    assert "Due 14 March 2031. From 5 March 2031." in later.text
    assert [] == later.faults
    assert "record-carried-over" not in own.ids()


def test_what_a_draft_closed_is_said_on_the_calls_page():
    """Not that it was closed."""
    draft = notes_with(closing(), is_draft=True)
    reading = page(
        "calls/2031-03-05-river-open-call.html",
        call(5, WRITE),
        call(12, notes=(draft,)),
        module=call_pages,
    )
    assert (
        "Said to be done in draft notes; 1 known call since. Said to be closed by" in reading.text
    )


def test_many_carried_actions_are_folded_and_cut():
    """The latest few, behind a summary, and the number of all."""
    marks = [
        replace(WRITE, anchor=f"write-{number}", text=f"task {number}") for number in range(12)
    ]
    reading = page(
        "calls/2031-03-12-river-open-call.html", call(5, *marks), call(12), module=call_pages
    )
    assert "The latest 6 of 12 actions of earlier calls" in reading.text
    assert "6 actions" in [each.text for each in reading.named("summary")]
    assert "task 11" in reading.links()
    assert "task 1" not in reading.links()


def test_series_and_groups_lead_to_what_they_have_open():
    """The number is a link to the place in the register, or to the register where they have none there."""
    calls = (call(5, WRITE), call(12, closing("other")))
    series = page("series/river-open-call.html", *calls, module=series_pages)
    assert "../actions/index.html#open-series-river-open-call" == series.links()["1 open"]
    group = page("groups/river-planning.html", *calls, module=group_pages)
    assert "../actions/index.html" == group.links()["1 open"]
    both = page("groups/river-planning.html", *calls, call(6, WRITE, series=""), module=group_pages)
    assert "../actions/index.html" == both.links()["2 open"]
    alone = page("groups/river-planning.html", call(5, WRITE, series=""), module=group_pages)
    assert "../actions/index.html#open-groups-river-planning" == alone.links()["1 open"]


def test_a_series_without_open_actions_says_nothing_of_them():
    """No row of facts is empty."""
    calls = (call(5, WRITE), call(12, closing()))
    series = page("series/river-open-call.html", *calls, module=series_pages)
    assert "Actions" not in [each.text for each in series.named("dt")]


def test_data_has_every_action_with_fixed_keys():
    """A row each, in the order of the calls; only what closes it counts as closing it."""
    draft = notes_with(closing(), is_draft=True)
    ticked = replace(WRITE, anchor="hall", text="find a hall", due=None, owner="", done=True)
    calls = (call(5, WRITE, ticked), call(12, notes=(draft,)))
    files = made(data_actions, archive_with(*calls), LIVING)
    data = json.loads(files["data/v1/actions/2031.json"].data)
    day = "2031-03-05"
    name = f"{day}-river-open-call"
    assert [
        {
            "name": f"{name}#write", "call_id": name, "date": day, "text": WRITE.text, "owner": "outreach",
            "due": "2031-03-14", "state": "said-done-in-draft", "closed_by": None, "closed_on": None,
            "page": f"https://calls.example/archive/calls/{name}.html#write",
        },
        {
            "name": f"{name}#hall", "call_id": name, "date": day, "text": "find a hall", "owner": "",
            "due": None, "state": "done", "closed_by": None, "closed_on": day,
            "page": f"https://calls.example/archive/calls/{name}.html#hall",
        },
    ] == data["actions"]  # fmt: skip
    assert list(data["actions"][0]) == list(data["actions"][1])


def test_the_index_of_the_data_leads_to_the_years():
    """With how many there are of each state, in all and in each year."""
    early = call(5, WRITE, id="2029-03-05-river", date=LooseDate(2029, 3, 5), series="")
    files = made(data_actions, archive_with(early, call(5, WRITE)), LIVING)
    assert ["data/v1/actions.json", "data/v1/actions/2029.json", "data/v1/actions/2031.json"] == [
        *files
    ]
    index = json.loads(files["data/v1/actions.json"].data)
    counts = {"open": 2, "not-known-to-be-done": 0, "said-done-in-draft": 0, "done": 0}
    assert counts == index["counts"]
    assert [2029, 2031] == [year["year"] for year in index["years"]]
    assert "https://calls.example/archive/data/v1/actions/2029.json" == index["years"][0]["data"]


def test_data_names_what_closed_an_action():
    """By its permanent name, and on which day."""
    calls = (call(5, WRITE), call(12, closing()))
    (row,) = json.loads(
        made(data_actions, archive_with(*calls), LIVING)["data/v1/actions/2031.json"].data
    )["actions"]
    assert ("2031-03-12-river-open-call#written", "2031-03-12") == (
        row["closed_by"],
        row["closed_on"],
    )


def test_the_made_archive_has_the_groups_that_are_named():
    """The groups of these tests have records, so that their headings are links."""
    assert {"river-assembly", "river-planning"} == {group.id for group in ARCHIVE.groups}
