"""`new` says which rules for requesting a call a record does not keep, and writes it all the same."""

import datetime
from dataclasses import replace

import pytest
from click.testing import CliRunner

from generator.cli.new import command
from generator.drafting.request_rules import unmet_rules
from generator.settings import Requests
from tests.cli.scratch import archive_in, files_in
from tests.plain_settings import PLAIN

RULES = "    requests:\n      ahead: 7 days\n      roles: [facilitator, technical support]\n"
TODAY = datetime.date(2031, 4, 1)
SETTINGS = replace(
    PLAIN, state="living", requests=Requests(7, ("facilitator", "technical support"), 2)
)
CALL = {"title": "Ferry call", "date": "2031-04-05", "status": "scheduled", "share": "public"}
AHEAD = "The rules of this archive ask for 7 days before the first call, and there are 4 days."
ROLES = "The rules of this archive ask who takes each part; not named yet: technical support."


def test_the_rules_are_told_and_the_file_is_written(tmp_path) -> None:
    """Whoever keeps the archive may agree to less, but hears what the rules are."""
    root = archive_in(tmp_path)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(RULES)
    given = [word for name, value in CALL.items() for word in (f"--{name}", value)]
    options = ["call", *given, "--roles", "Facilitator: Mill Town", "--root", str(root)]
    done = CliRunner().invoke(command, [*options, "--today", TODAY.isoformat()])
    assert 0 == done.exit_code, done.output
    assert done.output.endswith(f"{AHEAD}\n{ROLES}\n")
    assert "calls/2031/2031-04-05-ferry-call.yaml" in files_in(root)


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        ("call", {"roles": {"Facilitator": "x"}}, (AHEAD, ROLES)),
        ("call", {"date": "2031-04-08", "roles": {"facilitator": "x"}}, (ROLES,)),
        ("call", {"date": "2031-04-08", "roles": {"facilitator": "x", "technical support": "y"}}, ()),
        ("call", {"status": "held", "date": "2031-03-01"}, ()),
        ("call", {"date": "2031-03-01"}, ()),
        ("call", {"date": "2031-04"}, ()),
        ("call", {"series": "river-open-call"}, ()),
        ("call", {"share": {"details": "withheld"}}, ()),
        ("series", {"from": "2031-04-05", "roles": {"facilitator": "x"}}, (AHEAD, ROLES)),
        ("series", {"from": "2031-01-05"}, ()),
        ("group", {}, ()),
    ],
)  # fmt: skip
def test_only_what_asks_for_a_call_is_measured(kind, changes, expected) -> None:
    """A call of a series was asked for with it, and what is over or withheld asks for nothing."""
    assert expected == unmet_rules(kind, {**CALL, **changes}, SETTINGS, TODAY)


def test_an_archive_without_rules_asks_for_nothing() -> None:
    """Most archives have none, and nothing is said there."""
    assert () == unmet_rules("call", CALL, replace(SETTINGS, requests=None), TODAY)
