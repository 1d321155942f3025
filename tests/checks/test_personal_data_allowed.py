"""What is public on purpose may stand, in whatever form it is written; a secret never may."""

import pytest

from generator.personal_data import check_text
from generator.pipeline import examine
from tests.problems.river_archive import RIVER_ARCHIVE, SETTINGS, TODAY

# Put together here, so that no number and no address stands in this file as a whole.
MAILBOX = "keepers@" + "river.example"
NUMBER = "212-555-" + "2368"
HOUSE = "418 Larkspur " + "Lane"
NAME = "Corwin " + "Ashgrove"
NOTES = "minutes/2031/2031-03-05-river-open-call.md"


def allowing(address: str) -> str:
    return f"{SETTINGS}    allowed_addresses:\n      - address: {address}\n        reason: it hangs on the door\n"


def told(archive_at, settings: str, words: str) -> set[str]:
    """Give the codes of family P that are told of notes with some words."""
    notes = f"---\norigin: notes\n---\n\n{words}\n"
    root = archive_at(RIVER_ARCHIVE | {"mkdocs.yml": settings, NOTES: notes})
    return {fault.code for fault in examine(root, TODAY).problems if fault.code.startswith("P")}


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (MAILBOX, MAILBOX.upper()),
        (MAILBOX, "keepers [at] river " + "dot example"),
        (NUMBER, "+1 (212) 555 " + "2368"),
        (NUMBER, "２１２.555." + "2368"),
        (HOUSE, "418 Larkspur " + "lane"),
    ],
)
def test_an_allowed_address_may_stand_in_any_form(archive_at, address, written):
    """Who allows a number allows it with brackets too."""
    assert set() == told(archive_at, allowing(address), f"Write or go to {written}.")


def test_another_address_may_not(archive_at):
    """A list allows what is on it, and an entry that is not found is told."""
    assert {"P501", "P513"} == told(archive_at, allowing("other@" + "river.example"), MAILBOX)


@pytest.mark.parametrize("secret", ["PIN 48" + "213", "https://a.example/?" + "pwd=sesame"])
def test_a_secret_is_never_allowed(archive_at, secret):
    """It is refused where it stands in the list, and where it stands in notes."""
    assert told(archive_at, allowing(f"'{secret}'"), secret) & {"P503", "P504"}
    assert "P513" in told(archive_at, allowing(f"'{secret}'"), secret)


def test_a_secret_in_the_list_is_an_error_there():
    """The settings are searched like records."""
    codes = {fault.code for fault in check_text("mkdocs.yml", allowing("PIN 48" + "213"), ())}
    assert {"P503"} == codes


def test_a_name_is_a_warning_and_can_be_allowed(archive_at):
    """A warning stops nobody, and a name with a reason is told no more."""
    list_ = (
        f"{SETTINGS}    allowed_names:\n      - name: {NAME}\n        reason: signs the letters\n"
    )
    words = f"Facilitator: {NAME}"
    assert {"P512"} == told(archive_at, SETTINGS, words)
    assert set() == told(archive_at, list_, words)


def test_many_names_are_told_once_with_their_number(archive_at):
    """Whoever brings a long list of names reads one warning."""
    notes = "---\norigin: notes\n---\n\n" + f"{NAME}: speaks\n\n" * 5
    found = examine(archive_at(RIVER_ARCHIVE | {NOTES: notes}), TODAY).problems
    names = [fault for fault in found if fault.code == "P512"]
    assert [5] == [fault.place.line for fault in names]
    assert names[0].message.endswith(", and so do 4 more lines of this file")


def test_words_of_the_archive_are_no_names(archive_at):
    """A group that has a record here may speak under its name."""
    group = {"calls/groups/corwin-choir.yaml": "name: Corwin Choir\nshare: public\n"}
    notes = "---\norigin: notes\n---\n\nCorwin Choir: sings\n"
    without = examine(archive_at(RIVER_ARCHIVE | {NOTES: notes}), TODAY).problems
    assert "P512" in {fault.code for fault in without}
    root = archive_at(RIVER_ARCHIVE | group | {NOTES: notes})
    assert "P512" not in {fault.code for fault in examine(root, TODAY).problems}
