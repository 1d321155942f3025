"""Tests of mappings and lists: fields that are missing, unknown, of another shape, too many."""

import pytest

from generator.load.kept_places import KeptPlaces
from generator.model.share import CLOSED, PUBLIC, Reason, Share
from tests.hanging import ends
from tests.load.reading import CALL, GOOD_CALL, NOTES, faults_of, places, problems, read, words_of

SHARE = "share:\n  minutes: withheld\n  recording: withheld\n  details: public\n  reason: safety\n"


def share_of(text: str) -> Share:
    call = read(CALL, GOOD_CALL.replace("share: public\n", text)).call
    assert call is not None
    return call.share


def test_a_missing_field_is_told_of_the_record_as_a_whole():
    """The place is where the record begins, and has no length."""
    assert [("F202", 1, 1, 0)] == places(CALL, GOOD_CALL.replace("status: held\n", ""))
    assert [("F202", 3, 1, 0)] == places(
        CALL, "# a\n# b\n" + GOOD_CALL.replace("status: held\n", "")
    )


def test_a_missing_field_of_an_item_is_told_at_the_item():
    """The second source lacks its title."""
    lines = "sources:\n  - title: a\n  - url: https://river.example/"
    assert [("F202", 7, 5, 0)] == faults_of(lines)


def test_a_misspelt_field_is_one_problem():
    """It is not missing too."""
    assert [("F201", 1, 1, 6)] == places(CALL, GOOD_CALL.replace("title", "tittle"))


def test_an_unknown_field_is_told_with_the_nearest_or_all():
    """Where only one can be meant, nobody has to read the others."""
    message, help_line = words_of("participant: 5")
    assert "`participant` is not a field of the call; did you mean `participants`" == message
    assert "write `participants:` in its place" == help_line
    _, help_line = words_of("visitors: 5")
    assert help_line.startswith("use one of: `title`, ")
    assert help_line.endswith("`share` and others; `calls/README.md` lists all of them")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("places: Mill Town", ("F209", 5, 9, 9)),
        ("title2: x", ("F201", 5, 1, 6)),
        ("purpose: [a, b]", ("F209", 5, 10, 1)),
        ("purpose:\n  a: b", ("F209", 6, 3, 1)),
        ("roles: host", ("F209", 5, 8, 4)),
        ("roles:\n  host: [a]", ("F209", 6, 9, 1)),
        ("sources: [a page]", ("F209", 5, 11, 6)),
        ("places: [a, [b]]", ("F209", 5, 13, 1)),
        ("aliases: [" + ", ".join(["a"] * 21) + "]", ("F210", 5, 10, 1)),
        ("roles: {" + ", ".join(f"a{n}: b" for n in range(41)) + "}", ("F210", 5, 8, 1)),
        ("roles: {" + "a" * 41 + ": b}", ("F210", 5, 9, 41)),
    ],
)
def test_a_value_of_another_shape_is_told_at_its_place(
    line: str, expected: tuple[str, int, int, int]
):
    """Lists, mappings and single values are not mistaken for each other."""
    assert [expected] == faults_of(line)


def test_every_fault_of_a_file_is_told_at_once():
    """Nobody pushes ten times for ten mistakes."""
    text = "tittle: a\ndate: soon\nstart: 9pm\nstatus: done\nmode: phon\nshare: publik\n"
    assert ["F201", "F203", "F204", "F207", "F207", "F215"] == [
        p.code for p in problems(CALL, text)
    ]


def test_a_bad_value_in_a_list_leaves_the_others_with_their_places():
    """A later check finds the second group where it stands."""
    loaded = read(CALL, f"{GOOD_CALL}groups: [River, river-planing]\n")
    assert ("river-planing",) == loaded.call.groups if loaded.call else False
    assert (5, 17, 13) == KeptPlaces({}, {CALL: loaded.places})[(CALL, "groups[0]")][1:]


def test_what_may_be_shared_in_full():
    """Every part is said, and the reason."""
    expected = Share(details=True, reason=Reason.SAFETY)
    assert (PUBLIC, expected, expected) == (
        share_of("share: public\n"),
        share_of("share: withheld for safety\n"),
        share_of(SHARE),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "share:\n",
        "share: publik\n",
        "share: [public]\n",
        "share: *public\n",
        "share: !!str public\n",
        "share: public\nshare: public\n",
        SHARE.replace("reason: safety", "reason: other"),
        SHARE.replace("details: public", "details: yes"),
        SHARE.replace("details: public", "details: *a"),
        SHARE.replace("reason: safety", "reason: &a safety"),
        SHARE.replace("  reason: safety\n", ""),
        SHARE + "  identfy: true\n",
        SHARE.replace("minutes: withheld", "minutes: public\n  minutes: withheld"),
    ],
)
def test_anything_else_leaves_everything_closed(text: str):
    """Missing, misspelt, written twice or in a way that is refused: nothing may be seen, and it is an error."""
    assert CLOSED == share_of(text)
    assert any(
        fault.is_error for fault in problems(CALL, GOOD_CALL.replace("share: public\n", text))
    )


def test_a_file_of_unknown_fields_is_answered_at_once():
    """Hints take time, and nobody reads ten thousand of them."""
    with ends():
        found = problems(
            NOTES, "---\n" + "".join(f"k{n}: a\n" for n in range(19_000)) + "---\nbody\n"
        )
        assert 200 <= len(found) < 300
