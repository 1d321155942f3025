"""Over random histories the log ends with what holds now, and withheld words change nothing of it.

`CALLS_LOG_HISTORIES` in the environment says how many histories are drawn.
"""

import os
import random

import pytest

from generator.pipeline import examine
from generator.privacy import gate
from tests.history.river_repository import TODAY, River

HISTORIES = int(os.environ.get("CALLS_LOG_HISTORIES", "3"))
DAYS = ("19", "20", "21")
OPEN = "title: Mill Town call\ndate: 2031-03-{day}\nstatus: held\n{words}{share}"
SHARES = (
    "share: public\n",
    "share: public\n",
    "share: withheld for safety\n",
    "share: withheld for legal\n",
    "share: pubic\n",
    "share:\n  minutes: public\n  recording: withheld\n  details: public\n  reason: consent\n",
)
WHOLE = (
    "title: {words}\ndate: 2031-03-{day}\npurpose: {words}\n"
    "share:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n  reason: legal\n"
)
NOTES = (
    "---\norigin: notes\n---\nWords.\n",
    "---\norigin: notes\nshare: withheld for consent\n---\n{words}\n",
)


def states(draw):
    """Draw the files of three calls: each open in some way, withheld wholly under another name, or not there."""
    files = {}
    for day in DAYS:
        name, silent = f"2031-03-{day}-mill-town-call", f"2031-03-{day}-withheld-1"
        kind = draw.choice(("open", "open", "open", "whole", "gone"))
        share, more = draw.choice(SHARES), draw.choice(("", f"aliases: [{silent}]\n"))
        public = OPEN.format(day=day, share=share, words=more)
        notes = draw.choice((None, *NOTES))
        files[f"calls/2031/{name}.yaml"] = public if kind == "open" else None
        files[f"minutes/2031/{name}.md"] = notes if kind == "open" else None
        files[f"calls/2031/{silent}.yaml"] = (
            WHOLE.replace("{day}", day) if kind == "whole" else None
        )
    return files


def history_of(folder, seed, words):
    """Make a repository of a random history whose withheld words are given."""
    draw = random.Random(seed)
    river = River(folder)
    commits = [states(draw) for _ in range(draw.randint(2, 6))]
    # The last state can be read: what is misspelt now would be an error and no site.
    commits[-1] = {
        path: text and text.replace("pubic", "public") for path, text in commits[-1].items()
    }
    for number, files in enumerate(commits):
        said = f"{words} {number}"
        there = {path: text for path, text in files.items() if text or (river.root / path).exists()}
        river.write({path: text and text.replace("{words}", said) for path, text in there.items()})
        river.git("add", "-A")
        when = f"@{1932900000 + number * 86400} +0000"
        river.git(
            "commit", "-q", "--allow-empty", "-m", "Change", GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when
        )  # fmt: skip
    return river


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_the_log_ends_with_what_holds_now(tmp_path, seed):
    """Where all is committed, the last step of each call is told by a commit and is what its record says."""
    archive = examine(history_of(tmp_path / "one", seed, "lantern").root, TODAY).archive
    calls = {call.id: call.share for call in archive.calls}
    assert archive.knows_past
    assert all(steps[-1].second for steps in archive.past.values())
    ends = {name: steps[-1].share for name, steps in archive.past.items()}
    assert {name: calls[name] for name in ends} == ends
    assert all(share.is_full for name, share in calls.items() if name not in ends)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_withheld_words_change_nothing_of_the_log(tmp_path, seed):
    """Two repositories with the same commits but for withheld words give the same changes."""
    told = []
    for words in ("lantern", "a longer word about boats"):
        found = examine(history_of(tmp_path / words[:3], seed, words).root, TODAY)
        assert found.settings
        told.append(gate.publish(found.archive, found.settings).changes)
    assert told[0] == told[1]
