"""What is read of polls, counts and outcomes, and what is no count and must not become one."""

import pytest

from generator.load.marks.tallies import read_tally
from generator.model.minutes import Answer, MarkKind, Side, Tally
from tests.hanging import ends


def poll(text: str, *items: str, outcome: str = "", note: str = "") -> Tally:
    found = read_tally(MarkKind.POLL, text, outcome, note, items)
    assert found is not None
    return found


def vote(outcome: str, note: str) -> Tally | None:
    return read_tally(MarkKind.DECISION, "meet in May.", outcome, note, ())


def counts(tally: Tally | None) -> list[tuple[str, int | None]]:
    return [(one.text, one.count) for one in tally.answers] if tally else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("march? yes 41, no 3, abstain 6", [("yes", 41), ("no", 3), ("abstain", 6)]),
        ("march? 41 yes / 3 no / 6 abstain", [("yes", 41), ("no", 3), ("abstain", 6)]),
        ("41 yes/3 no", [("yes", 41), ("no", 3)]),
        ("march in the evening (yes 41, no 3)", [("yes", 41), ("no", 3)]),
        ("march? yes: 41; no: 3", [("yes", 41), ("no", 3)]),
        ("vote: yes=41 no=3", [("yes", 41), ("no", 3)]),
        ("Close Route 41? yes 1,204 no 2", [("yes", 1204), ("no", 2)]),
        ("+1: 14, -1: 2", [("+1", 14), ("-1", 2)]),
        ("agree? key 2: 120, key 3: 4", [("key 2", 120), ("key 3", 4)]),
        ("the last wording: 2 = 27, 3 = 14, no key = rest", [("2", 27), ("3", 14)]),
        ("120 pressed 2, 4 pressed 3", [("pressed 2", 120), ("pressed 3", 4)]),
        ("1s: 40 2s: 12", [("1s", 40), ("2s", 12)]),
        ("12 up, 3 down, 4 sideways", [("up", 12), ("down", 3), ("sideways", 4)]),
        ("no one against, 41 for", [("against", 0), ("for", 41)]),
        ("¿marchar? sí 41, no 3, abstención 6", [("sí", 41), ("no", 3), ("abstención", 6)]),
        ("41 a favor y dos en contra", [("a favor", 41), ("en contra", 2)]),
        ("which hall? Mill Town: 14; Ferry Point: 3", [("Mill Town", 14), ("Ferry Point", 3)]),
        ("evening or not? Evening 44, afternoon 12", [("Evening", 44), ("afternoon", 12)]),
        ("PER HUB: HARBOUR 22, FERRY 31, MILL 9", [("HARBOUR", 22), ("FERRY", 31), ("MILL", 9)]),
        ("record at all? +1 +1 -1 +1 0", [("+1", 3), ("-1", 1), ("0", 1)]),
        ("Saturday: 12, Sunday: 30, abstain 3", [("Saturday", 12), ("Sunday", 30), ("abstain", 3)]),
        ("Saturday 12, Sunday 13, total 25", [("Saturday", 12), ("Sunday", 13)]),
        ("¿qué día? Sábado 33, domingo 7, total 40", [("Sábado", 33), ("domingo", 7)]),
        ("Harbour 22, Ferry 31, 53 votes", [("Harbour", 22), ("Ferry", 31)]),
    ],
)
def test_answers_on_one_line_are_read(text: str, expected: list[tuple[str, int]]):
    """Numbers may stand before or behind their words, parted by any of the usual signs."""
    assert expected == counts(poll(text))


@pytest.mark.parametrize(
    "text",
    [
        "which day? 1 May, 15 May",
        "meet on May 1, May 15",
        "start at 21:00, end at 22:40",
        "support bill HR 347",
        "adopt proposal no 3",
        "proposals no 3, no 4",
        "two thirds or 2/3 in favour",
        "bring 12 for the kitchen",
        "most in favour, 2 against",
        "Saturday 12, Sunday 30, yes 4, no 3",
        "yes 2/3, no 1/3",
        "in favour of $40, against $20",
        "which day? Saturday 12, Sunday 13",
        "which days? Saturday 12, Sunday 13, total 70",
        "which days? 1 May, May 15, total 70",
        "which one? Draft 1, Draft 2",
        "the days: Mill Town 14, Hill Farm 15",
        "which one? S 12, HR 347",
        "in the years? Spring 2030, autumn 2031",
        "warm, with worries about rain",
        "show of hands, result not visible in what was read",
    ],
)
def test_a_number_that_is_no_count_makes_no_answer(text: str):
    """A date, an hour, a number of a bill or a fraction stays in the words, and one doubt drops all."""
    assert [] == counts(poll(text))


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("1 May, transit day: 16", ("1 May, transit day", 16)),
        ("housing week (13)", ("housing week", 13)),
        ("tents - 4 assemblies", ("tents", 4)),
        ("kitchen … 7", ("kitchen", 7)),
        ("bill HR 347: 12", ("bill HR 347", 12)),
        ("yes 41", ("yes", 41)),
        ("bill HR 347", ("bill HR 347", None)),
        ("call at 21:30", ("call at 21:30", None)),
        ("the march (2031)", ("the march (2031)", None)),
        ("conference, March 15 - 18", ("conference, March 15 - 18", None)),
        ("15 May", ("15 May", None)),
        ("other things", ("other things", None)),
    ],
)
def test_items_have_their_numbers_at_the_end(item: str, expected: tuple[str, int | None]):
    """An item without a number keeps its words beside another that has one."""
    assert expected == counts(poll("which?", "Mill Town: 5", item))[1]


def test_one_bracket_among_many_items_is_no_count():
    """A list of remarks in which one holds a number in brackets is not a count."""
    assert [] == counts(poll("which?", "rain", "the hall (12)", "wind"))


def test_sixteen_items_are_sixteen_answers():
    """A count over many items keeps their order, and a total below them is none of them."""
    items = [f"action {number}: {number}" for number in range(1, 17)]
    found = poll("which action?", *items, "total: 136")
    assert (16, 136, 136) == (len(found.answers), found.counted, found.total)


@pytest.mark.parametrize(
    ("amount", "told"), [("about 60%", "about 60%"), ("40+", "40+"), ("15-20", "15-20")]
)
def test_what_is_no_number_of_people_is_kept_as_told(amount: str, told: str):
    """A percentage, a bound and a range are never turned into people."""
    assert (Answer("in favour", None, told, Side.YES),) == poll(f"{amount} in favour").answers


@pytest.mark.parametrize("question", ["", "which day? "])
def test_days_beside_a_total_are_answers_with_it(question: str):
    """A total says that the numbers are no dates; that they do not make it up is left to the check."""
    found = poll(f"{question}Friday 20, Saturday 33, Sunday 7, total 70")
    assert [("Friday", 20), ("Saturday", 33), ("Sunday", 7)] == counts(found)
    assert 70 == found.total


def test_question_is_kept_apart_from_its_answers():
    """The question is the text before the answers, whatever numbers it holds."""
    assert "close Route 41?" == poll("close Route 41? yes 30, no 2").question
    assert "which?" == poll("which?", "Mill Town: 5").question
    assert "" == poll("all positive").question


def test_words_behind_answers_keep_the_text_whole():
    """What is said behind the answers belongs to the result, so there is no question to show without it."""
    assert "" == poll("march? yes 41, no 3, and a few did not answer").question
    assert "march?" == poll("march? yes 41, no 3.").question


@pytest.mark.parametrize(
    "text", ["not taken, the line was too quiet", "meet? Not taken.", "¿marchar? no se hizo"]
)
def test_a_poll_that_was_not_taken_is_a_result(text: str):
    """That nothing was counted is told in words, and is no answer."""
    assert (False, []) == (poll(text).taken, counts(poll(text)))


def test_outcome_word_tells_that_a_poll_was_not_taken():
    """The words in the last brackets count as well as those in the line; a question about them does not."""
    assert not poll("any objection?", outcome="not taken").taken
    assert poll("why were notes not taken?").taken


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("2 blocks, 3 stand-asides", (2, 3)),
        ("one block", (1, None)),
        ("no blocks and 2 stood aside", (0, 2)),
        ("with one stand aside", (None, 1)),
        ("w/ 1 stand-aside", (None, 1)),
        ("stand-asides: 3", (None, 3)),
        ("dos bloqueos, 1 se aparta", (2, 1)),
    ],
)
def test_blocks_and_stand_asides_are_read(note: str, expected: tuple[int | None, int | None]):
    """They stand in the note of an outcome, in digits or in words."""
    found = vote("consensus", note)
    assert found is not None
    assert expected == (found.blocks, found.stand_asides)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("41 to 3", [("yes", 41), ("no", 3)]),
        ("41-3-6", [("yes", 41), ("no", 3), ("abstain", 6)]),
        ("by 1,204 to 30", [("yes", 1204), ("no", 30)]),
        ("41 for, 3 against with 6 abstentions", [("for", 41), ("against", 3), ("abstentions", 6)]),
        ("2031-03-05", []),
        ("15-18 March", []),
        ("supersedes #date-2", []),
        ("two-thirds or 2/3", []),
    ],
)
def test_votes_in_a_note_are_read(note: str, expected: list[tuple[str, int]]):
    """Two or three numbers are a vote only where they are all of a clause."""
    assert expected == counts(vote("passed", note))


def test_two_numbers_of_what_was_not_carried_are_no_vote():
    """Of a tabled proposal nobody can tell whether the first number is that of those in favour."""
    assert None is vote("tabled", "41 to 30")


def test_who_blocked_is_counted():
    """Behind the word `blocked` the note may say by how many."""
    found = vote("blocked", "by one (Mill Town), reasons in the archive")
    assert found is not None
    assert 1 == found.blocks
    assert None is vote("passed", "by one person")


def test_a_block_that_was_taken_back_is_not_counted():
    """How many stood in the end cannot be told for sure, so the words alone tell it."""
    assert None is vote("consensus", "1 block, withdrawn")


def test_quorum_and_those_present_are_read():
    """`of 60` are those who could have answered; the total is of those who did."""
    found = vote("passed", "41 of 60, quorum 40")
    assert found is not None
    assert (40, 60, None) == (found.quorum, found.present, found.total)
    assert (50, None) == (poll("yes 41, no 3, total 50").total, poll("yes 41, no 3").quorum)


@pytest.mark.parametrize(
    "sign", [" ", "9", "9 ", "yes ", "yes 1 ", "a: 1, ", "(", "+1 ", "aaa ", "...", "no ", "1 of "]
)
def test_notes_of_one_sign_are_read_soon(sign: str):
    """The largest notes there may be, of nothing but one sign, are read to their end."""
    text = sign * (255_000 // len(sign))
    with ends():
        poll(text, text, outcome="passed", note=text)
