"""What the help on hosting tells servers to say is what `_headers` says, line by line."""

import re
from pathlib import Path

import pytest

from generator.settings import Settings
from generator.site.builder import Theme
from generator.site.headers import ALWAYS, FRAMING, KINDS, rules
from generator.site.policy import policy_of

HELP = Path(__file__).parents[2] / "content" / "help" / "hosting.md"
FORMS = {
    "nginx": re.compile(r'^    add_header ([A-Za-z-]+) "([^"]*)" always;$', re.MULTILINE),
    "Apache": re.compile(r'^    Header always set ([A-Za-z-]+) "([^"]*)"$', re.MULTILINE),
}


@pytest.mark.parametrize("server", sorted(FORMS))
def test_lines_for_a_server_are_those_of_the_file(server: str) -> None:
    """Each header is told for nginx and Apache with the very value that other hosts read."""
    told = FORMS[server].findall(HELP.read_text(encoding="utf-8"))
    assert [FRAMING, *ALWAYS] == told


def test_the_file_says_all_that_servers_are_told(theme: Theme, settings: Settings) -> None:
    """`_headers` says the same, and of the policy what pages cannot say is a part of it."""
    said = dict(next(rules(policy_of(theme, settings), settings, ()))[1])
    assert dict(ALWAYS) == {name: said[name] for name, _ in ALWAYS}
    assert FRAMING[1] in said["Content-Security-Policy"].split("; ")


def test_types_are_told_as_in_the_file() -> None:
    """The type of calendars and of feeds stands in the table, as the file has it."""
    text = HELP.read_text(encoding="utf-8")
    for _, kind in KINDS:
        assert f"`{kind}`" in text
    assert f'AddType "{KINDS[0][1]}" .ics' in text
