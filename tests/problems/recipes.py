"""Makes the faults that a page cannot show as text: links, bytes, invisible signs, personal data.

Each recipe does one thing to the river archive in a folder.
"""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import wording
from tests.problems.river_archive import CALL, SETTINGS

Recipe = Callable[[Path, pytest.MonkeyPatch], None]

NAME = "calls/2031/2031-03-05-river-open-call.yaml"
NOTES = "minutes/2031/2031-03-05-river-open-call.md"
# The theme speaks this language; the interface has no words in it.
IN_ESPERANTO = SETTINGS.replace("extra:", "theme:\n  language: eo\nextra:")
# Reserved by the British regulator for plays and films, and taken apart so that no check finds it here.
NUMBER = "+44 20 7946 " + "0958"


def _bytes(path: str, data: bytes) -> Recipe:
    def write(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)

    return write


def _call_with(line: str) -> Recipe:
    return _bytes(NAME, (CALL + line + "\n").encode())


def _titled(title: str) -> Recipe:
    return _bytes(NAME, CALL.replace("River Assembly open call", title).encode())


def _notes_with(text: str) -> Recipe:
    return _bytes(NOTES, f"---\norigin: notes\n---\n{text}\n".encode())


def _symlink(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "calls/2031/2031-03-19-river-open-call.yaml").symlink_to(root / NAME)


def _folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "calls/2031/2031-03-19-river-open-call.yaml").mkdir()


def _unreadable(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_open = os.open

    def refuse(path: str, flags: int) -> int:
        if path.endswith(NAME):
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", refuse)


def _closed_series(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Close the series of a call with an hour, in a repository that may hold what is closed."""
    closed = SETTINGS + "    repository_is_public: false\n"
    (root / "mkdocs.yml").write_text(closed, encoding="utf-8")
    series = root / "calls/series/river-open-call.yaml"
    text = series.read_text(encoding="utf-8").replace("share: public", "share: withheld for safety")
    series.write_text(text, encoding="utf-8")
    call = CALL + "series: river-open-call\nstart: 21:00\n"
    (root / NAME).write_text(call, encoding="utf-8")


def _no_settings(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "mkdocs.yml").unlink()


def _made_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a file of the folder of made things into git."""
    (root / "build").mkdir()
    (root / "build" / "memo").write_text("remembered\n", encoding="utf-8")
    for words in (("init", "-q"), ("add", "--force", "build")):
        subprocess.run(("git", *words), cwd=root, check=True)


def _speaking(words: str) -> Recipe:
    """Choose a language whose catalogue holds these words."""

    def write(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        really_read = wording.catalogue_text
        monkeypatch.setattr(wording, "has_catalogue", lambda language: True)
        monkeypatch.setattr(
            wording,
            "catalogue_text",
            lambda name: words if name == "eo.po" else really_read(name),
        )
        (root / "mkdocs.yml").write_text(IN_ESPERANTO, encoding="utf-8")

    return write


def _no_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the archive as it is: it lies in no git repository."""


ALLOWED_FOR_NOTHING = """\
    allowed_names:
      - name: The Miller of Mill Town
        reason: a figure of a play
"""

RECIPES: Mapping[str, Recipe] = {
    "Y104": _symlink,
    "Y106": _folder,
    "Y107": _bytes("calls/groups/River-Planning.yaml", b"name: River\n"),
    "Y108": _bytes(NAME, b"#" * 64_001),
    "Y109": _notes_with(""),
    "Y110": _bytes(NAME, CALL.replace("open", "caf\u00e9").encode("latin-1")),
    "Y111": _titled("River\x0bAssembly"),
    "Y112": _titled("River\u200bAssembly"),
    "Y113": _bytes(NAME, b"\xef\xbb\xbf" + CALL.encode()),
    "Y114": _bytes(NAME, CALL.replace("\n", "\r\n").encode()),
    "Y115": _titled("Cafe\u0301 assembly"),
    "Y116": _unreadable,
    "Y117": _titled("M\u0456ll Town call"),
    "Y130": _titled("River" + "\u0301\u0316" * 5 + " call"),
    "Y132": _bytes(
        NAME, f"{CALL}<<<<<<< HEAD\nmode: phone\n=======\nmode: video\n>>>>>>> b\n".encode()
    ),
    "F250": _notes_with("**Action:** bring soup\n\n" * 501),
    "P501": _notes_with("Reports go to " + "reports@" + "river.example.org."),
    "P502": _call_with(f"purpose: Share news on {NUMBER}."),
    "P503": _notes_with("The conference code was " + "482 913" + "#."),
    "P504": _call_with("join: https://river.example/join?" + "pwd=" + "sesame"),
    "P509": _closed_series,
    "P511": _notes_with("The potluck is at 418 " + "Larkspur Lane."),
    "M629": _bytes(
        "minutes/2031/2031-03-05-river-open-call.vtt",
        b"WEBVTT\n\nNOTE\norigin: transcript\n\n00:00:01.000 --> 01:00:00.000\n"
        + b"We meet. " * 300,
    ),
    "P512": _notes_with("Facilitator: Corwin " + "Ashgrove"),
    "P513": _bytes("mkdocs.yml", (SETTINGS + ALLOWED_FOR_NOTHING).encode()),
    "S701": _no_settings,
    "S705": _bytes("mkdocs.yml", (SETTINGS + "    history: required\n").encode()),
    "S706": _no_change,
    "S713": _made_folder,
    "S717": _bytes("mkdocs.yml", IN_ESPERANTO.encode()),
    "S718": _speaking('msgid ""\nmsgstr ""\n\nmsgid "Calls"\nmsgstr ""\n'),
    "S719": _speaking('msgid ""\nmsgstr ""\n\nmsgid "Calls of {year}"\nmsgstr "{jaro}"\n'),
}
"""How to make the fault of a code whose page shows no files."""

MADE_ELSEWHERE = {
    "P508": "needs a renderer with a leak: the tests of the last look plant one",
    "P510": "found in the history of a change: the tests of `check --since` make one",
    "P516": "needs the key of an archive: the tests of names that are kept out have one",
    "P518": "is told by builds alone: the tests of names that are kept out make one",
    "P519": "found between two states of an archive: the tests of `check --since` make them",
    "P521": "found between two states of an archive: the tests of `check --since` make them",
    "P522": "found between two states of an archive: the tests of `check --since` make them",
    "R323": "found between two states of notes: the tests of `check --since` make them",
    "T430": "found between two states of a record: the tests of `check --since` make them",
    "T431": "found between two states of a record: the tests of `check --since` make them",
    "T432": "found between two states of a record: the tests of `check --since` make them",
    "T433": "found between two states of a record: the tests of `check --since` make them",
    "T434": "found between two states of a record: the tests of `check --since` make them",
    "S708": "found in finished pages: the tests of the site break a link",
    "S725": "found in the theme: the tests of the policy change it",
}
"""Codes that reading an archive cannot report, each with the reason."""
