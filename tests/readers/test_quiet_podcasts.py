"""What is withheld changes no byte of a podcast or of chapters: archives that differ in it alone give the same files.

`CALLS_PODCASTS` in the environment says how many pairs are tried; 25 are by default.
"""

import re

import pytest

from tests.readers.random_podcasts import SHARES, random_podcast
from tests.readers.test_podcasts import ARCHIVES, made_of

ONLY_NOTES_OPEN = SHARES[-1]
ONLY_RECORDING_OPEN = SHARES[-2]
NOTHING_OPEN = SHARES[-3]
WHOLLY = """\
title: {title}
date: 2031-02-{day:02}
start: 20:15
status: held
platform: line
purpose: {title} and its purpose
recordings:
  - url: https://sound.example/{address}.mp3
    type: audio/mpeg
    bytes: {size}
    duration: 0:{day}:00
    kept_by: {kept_by}
share:
  minutes: withheld
  recording: withheld
  details: withheld
  reason: safety
"""


def with_other_secrets(files):
    """Change all that is withheld: copies of recordings, their answers, notes, and whole calls."""
    others = dict(files)
    for path, text in files.items():
        if not path.startswith("calls/2"):
            continue
        notes = path.replace("calls/", "minutes/").replace(".yaml", ".md")
        if text.endswith((ONLY_NOTES_OPEN, NOTHING_OPEN)):
            others[path] = _other_copies(text)
        if text.endswith((ONLY_RECORDING_OPEN, NOTHING_OPEN)):
            others[notes] = "---\norigin: notes\n---\n## [00:00:07] Something else entirely\n"
    return others


def _other_copies(text):
    """Give a record with another copy that lasts in place of its copies."""
    bare = re.sub(r"^recordings:\n(?:[ ].*\n)+", "", text, flags=re.MULTILINE)
    copy = (
        "recordings:\n  - url: https://elsewhere.example/x.mp4\n    type: video/mp4\n    bytes: 7\n"
    )
    return bare.replace("share:", f"{copy}share:", 1)


def withheld(title, day, address, size, kept_by):
    """Give a call whose details are withheld, which its name does not tell."""
    record = WHOLLY.format(title=title, day=day, address=address, size=size, kept_by=kept_by)
    return {f"calls/2031/2031-02-{day:02}-withheld-1.yaml": record}


@pytest.mark.parametrize("number", range(ARCHIVES))
def test_withheld_recordings_and_minutes_change_no_byte(number):
    """Copies, what was found at them, and notes with moments may be anything where they are withheld."""
    files, today = random_podcast(number)
    others = with_other_secrets(files)
    assert made_of(files, today) == made_of(others, today)


def test_withheld_details_change_no_byte():
    """A call that is withheld wholly may have any title, hour, purpose and recording."""
    files, today = random_podcast(3)
    one = withheld("The kitchen", 11, "kitchen", 5, "line")
    other = withheld("A march", 11, "march", 123456, "quay")
    assert made_of(files | one, today) == made_of(files | other, today)
    assert made_of(files, today) == made_of(files | one, today)


def test_pairs_differ_in_what_is_withheld():
    """Most pairs have something in which they differ, so that the claim is about something."""
    drawn = [random_podcast(number)[0] for number in range(ARCHIVES)]
    assert sum(files != with_other_secrets(files) for files in drawn) > ARCHIVES / 2
