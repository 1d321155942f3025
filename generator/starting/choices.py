"""The few choices that an archive begins with, and the words they put into its starting files."""

import datetime
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.drafts.yaml_text import write_record
from generator.fields.kinds import Field, Table, Text
from generator.load.files import Source
from generator.load.settings_file import read_settings
from generator.problems import Problem

SETTINGS_FILE = "mkdocs.yml"
LONGEST = 90
"""Characters of a choice, so that it stays on its line."""
EXAMPLE_AGE = datetime.timedelta(days=7)
"""How long before the first day the example call was held: it must be over to have notes."""
_MARKDOWN = re.compile(r"[\\`*_\[\]<>#&|~!]")
_ONE = Table("line", (Field("value", Text(), "", ""),))


@dataclass(frozen=True, slots=True)
class Choices:
    """What the keepers of a new archive say of it; the usual values are placeholders that the check accepts.

    An empty `domain` stands for the host of `url`; an empty `repo_url` or `contact` is left for later.
    """

    name: str = "Our calls"
    url: str = "https://archive.example/"
    zone: str = "Etc/UTC"
    domain: str = ""
    repo_url: str = ""
    contact: str = ""


def to_be_set(choices: Choices) -> tuple[str, ...]:
    """Name the settings that still hold a placeholder, as they stand in the settings file."""
    usual = Choices()
    rows = (
        ("site_name", choices.name == usual.name),
        ("site_url", choices.url == usual.url),
        ("repo_url", not choices.repo_url),
        ("zone", choices.zone == usual.zone),
        ("calendar_domain", _domain(choices) == _domain(usual)),
        ("contact", not choices.contact),
    )
    return tuple(name for name, is_open in rows if is_open)


def words_of(choices: Choices, generator: str, day: datetime.date) -> dict[str, str]:
    """Give the words that stand between double braces in the starting files.

    `generator` is the requirement that installs the program, `day` the first day of the archive.
    """
    held = day - EXAMPLE_AGE
    return {
        "name": _scalar(choices.name),
        "heading": _MARKDOWN.sub(r"\\\g<0>", choices.name),
        "url": _scalar(choices.url),
        "zone": _scalar(choices.zone),
        "domain": _scalar(_domain(choices)),
        "repo_url": _line("repo_url", choices.repo_url, "https://forge.example/our/calls"),
        "contact": _line("contact", choices.contact, "words or an address"),
        "generator": generator,
        "date": held.isoformat(),
        "year": str(held.year),
        "due": (held + 2 * EXAMPLE_AGE).isoformat(),
    }


def problems_of(settings: str, day: datetime.date) -> tuple[Problem, ...]:
    """Give what is wrong with a settings file, as `check` would; empty when everything is well."""
    _, problems, _ = read_settings(Source(SETTINGS_FILE, settings.encode()), day)
    return problems


def is_one_line(words: str) -> bool:
    """Tell whether a choice can stand on one line of a file."""
    return words.isprintable() and words == words.strip() and len(words) <= LONGEST


def _domain(choices: Choices) -> str:
    return choices.domain or urlsplit(choices.url).hostname or "archive.example"


def _line(field: str, words: str, example: str) -> str:
    return f"{field}: {_scalar(words)}" if words else f"# {field}: {example}"


def _scalar(words: str) -> str:
    written = write_record(_ONE, {"value": words})
    return written.removeprefix("value: ").removesuffix("\n")
