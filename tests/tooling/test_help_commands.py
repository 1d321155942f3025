"""What the help tells people to type is there: each target of make, here or in a new archive."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HELP = sorted((ROOT / "content/help").glob("*.md"))
MAKEFILES = ("Makefile", "generator/starting/archive/Makefile")
TYPED = re.compile(r"(?:`|^ {4,})make (?:[A-Z]+=\S+ )*([a-z-]+)", re.MULTILINE)


def targets() -> set[str]:
    """Give every target that is a word, of this archive's Makefile and of that of a new one."""
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in MAKEFILES]
    return {name for text in texts for name in re.findall(r"^([a-z-]+):(?!=)", text, re.MULTILINE)}


@pytest.mark.parametrize("page", HELP, ids=lambda page: page.stem)
def test_every_make_command_of_the_help_exists(page):
    """Whatever follows `make` in a page of help is a target."""
    assert set() == set(TYPED.findall(page.read_text(encoding="utf-8"))) - targets()


def test_commands_of_the_help_are_found():
    """The pages do name commands in both ways, in a sentence and in an example."""
    text = (ROOT / "content/help/own-archive.md").read_text(encoding="utf-8")
    assert {"init", "serve", "new", "demo", "upgrade"} <= set(TYPED.findall(text))
