"""The commands of the help on what was pushed: each is run in a scratch repository, and afterwards the text is gone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.history.river_repository import CALL, NAME, NOTES, River

PAGE = Path(__file__).parents[2] / "content/help/already-pushed.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WORDS = "the lantern was carried over the bridge"
NOTED = "---\norigin: notes\n---\nMill Town has found a hall.\n"
BAD = f"{NOTED}At nine {WORDS} again.\n"
COUNT = "grep --text --count"


def commands(title: str) -> list[str]:
    """Give the commands under a heading of the page."""
    text = PAGE.read_text(encoding="utf-8")
    return BLOCK.findall(text.split(f"\n## {title}\n")[1].split("\n## ")[0])


class Scratch:
    """A repository whose forge is a folder, and people who type what the page says."""

    def __init__(self, folder: Path) -> None:
        """Push an archive to a new forge."""
        self.river = River(folder / "river")
        self.forge = folder / "forge.git"
        self.folder = self.river.top
        self.river.git("init", "-q", "--bare", "-b", "main", str(self.forge))
        self.river.git("remote", "add", "origin", str(self.forge))
        self.river.git("push", "-qu", "origin", "main")
        (folder / "words.txt").write_text(f"{WORDS}\n", encoding="utf-8")

    def run(self, block: str) -> str:
        """Run a block of commands as it stands, but for the address of the forge; gives what was printed."""
        script = block.replace("ADDRESS", f"file://{self.forge}") + "\necho; pwd\n"
        done = subprocess.run(
            # A count of none is no success for `grep`, and just what is hoped for.
            ("bash", "-c", "set -u\n" + (script if COUNT in script else f"set -e\n{script}")),
            cwd=self.folder,
            env={**os.environ, **SURROUNDINGS},
            capture_output=True,
            text=True,
            check=True,
        )
        *said, there = done.stdout.strip().split("\n")
        self.folder = Path(there)
        return "\n".join(said).strip()

    def counts(self) -> list[str]:
        """Give how many lines have the words, as the page's own commands count them: here, and at the forge."""
        here, there = commands("See that it is gone")
        return [self.run(here), self.run(there)]

    def reachable(self) -> bool:
        """Tell whether any object that a branch or tag of the forge leads to has the words."""
        listed = self.at_forge("rev-list", "--objects", "--all").decode()
        names = [line.split(" ")[0] for line in listed.splitlines()]
        return any(WORDS.encode() in self.at_forge("cat-file", "-p", name) for name in names)

    def at_forge(self, *words: str) -> bytes:
        return subprocess.run(
            ("git", *words), cwd=self.forge, capture_output=True, check=True
        ).stdout


SURROUNDINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "River",
    "GIT_AUTHOR_EMAIL": "river@calls.example",
    "GIT_COMMITTER_NAME": "River",
    "GIT_COMMITTER_EMAIL": "river@calls.example",
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
}


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch(tmp_path)


def test_every_command_of_the_page_is_run_here():
    """A block under another heading would be one that nobody has tried."""
    titles = re.findall(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    with_commands = [title for title in titles if commands(title)]
    assert [
        "Take it off the site",
        "Before you rewrite the history",
        "Only the newest commit holds it",
        "A branch that is not merged holds it",
        "The whole history holds it",
        "What your own computer still keeps",
        "See that it is gone",
    ] == with_commands


def test_a_new_commit_takes_it_out_of_the_files_and_not_out_of_the_history(scratch):
    """What the site is built from is clean at once; the page says that the history is not."""
    scratch.river.commit("Notes", {NAME: CALL, NOTES: BAD})
    scratch.river.git("push", "-q")
    scratch.river.write({NOTES: NOTED})
    scratch.run(*commands("Take it off the site"))
    assert WORDS not in scratch.at_forge("show", f"main:{NOTES}").decode()
    assert scratch.reachable()
    assert ["1", "1"] == scratch.counts()


def test_the_newest_commit_is_put_right(scratch):
    """Afterwards nothing that can be reached has it; then the own computer forgets it too."""
    scratch.river.commit(f"Notes: {WORDS}", {NAME: CALL, NOTES: BAD})
    scratch.river.git("push", "-q")
    (listing,) = commands("Before you rewrite the history")
    assert scratch.river.git("rev-parse", "HEAD") == scratch.run(listing)
    scratch.river.write({NOTES: NOTED})
    _, amend = commands("Only the newest commit holds it")
    scratch.run(amend)
    assert not scratch.reachable()
    assert ["2", "0"] == scratch.counts()
    scratch.run(*commands("What your own computer still keeps"))
    (scratch.folder / "../seen").resolve().rename(scratch.folder / "../first-look")
    assert ["0", "0"] == scratch.counts()


def test_the_newest_commit_is_put_right_after_one_that_took_it_off_the_site(scratch):
    """Whoever does one part of the page after the other must not amend the clean commit and leave the other."""
    scratch.river.commit("Notes", {NAME: CALL, NOTES: BAD})
    scratch.river.git("push", "-q")
    scratch.river.write({NOTES: NOTED})
    scratch.run(*commands("Take it off the site"))
    for block in commands("Only the newest commit holds it"):
        scratch.run(block)
    assert not scratch.reachable()


def test_a_branch_is_put_right(scratch):
    """However many commits it has, and although the main line went on."""
    scratch.river.git("switch", "-qc", "mine")
    scratch.river.commit("Notes", {NAME: CALL, NOTES: BAD})
    scratch.river.commit("More", {NOTES: BAD + "More.\n"})
    scratch.river.git("push", "-qu", "origin", "mine")
    scratch.river.git("switch", "-q", "main")
    scratch.river.commit("Theirs", {"content/help/more.md": "# More\n\nWords.\n"})
    scratch.river.git("push", "-q")
    scratch.river.git("switch", "-q", "mine")
    scratch.river.write({NOTES: NOTED})
    scratch.run(*commands("A branch that is not merged holds it"))
    assert not scratch.reachable()
    assert 1 == int(scratch.at_forge("rev-list", "--count", "main..mine"))
    scratch.run(*commands("What your own computer still keeps"))
    assert ["0", "0"] == scratch.counts()


@pytest.mark.parametrize("which", ["a whole file", "words", "both"])
def test_the_whole_history_is_put_right(scratch, which):
    """Old commits, other branches, tags and messages; and the rest of the history stays."""
    message = "Notes" if which == "a whole file" else f"Notes: {WORDS}"
    scratch.river.commit(message, {NAME: CALL, NOTES: BAD})
    scratch.river.git("tag", "-am", message, "spring")
    scratch.river.git("branch", "other")
    for number in range(3):
        scratch.river.commit(f"More {number}", {NAME: f"{CALL}length: {number + 1}h\n"})
    scratch.river.commit("Mended", {NOTES: NOTED})
    scratch.river.git("push", "-q", "--all", "origin")
    scratch.river.git("push", "-q", "--tags", "origin")
    assert scratch.reachable()
    clone, whole_file, words, send = commands("The whole history holds it")
    scratch.run(clone)
    for block in {"a whole file": [whole_file], "words": [words], "both": [whole_file, words]}[
        which
    ]:
        scratch.run(block)
    scratch.run(send)
    assert not scratch.reachable()
    assert ["0", "0"] == scratch.counts()
    assert 6 == int(scratch.at_forge("rev-list", "--count", "main")) + (which != "words")
    there = scratch.at_forge("ls-tree", "-r", "--name-only", "main").decode()
    assert (NAME in there, NOTES in there) == (True, which == "words")
