"""Judges the search for personal data by a labelled set of lines and by texts in which nothing is private.

A line of a set has columns for id, class, kind of text (notes, record or source) and the text with ⟦marked⟧ stretches.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.load.archive import assemble, read_file
from generator.load.files import Disk, Source, read_folders, read_settings_in
from generator.load.settings_file import read_settings
from generator.personal_data import search
from generator.personal_data.names import is_known, known_words, possible_names
from generator.personal_data.whole_archive import own_names
from generator.problems import Place
from tests.problems.river_archive import TODAY

CLASSES = {
    "P501": "email",
    "P502": "phone",
    "P503": "secret",
    "P504": "link",
    "P511": "street",
    "P512": "name",
}
PATHS = {
    "notes": "minutes/2031/2031-03-05-river-open-call.md",
    "record": "calls/2031/2031-03-05-river-open-call.yaml",
    "source": "calls/2031/2031-03-05-river-open-call.yaml",
}
MARKS = re.compile("[⟦⟧]")


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled line; `spans` are the marked stretches of `text`."""

    name: str
    label: str
    kind: str
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one line: the class of each find with its stretch."""

    row: Row
    found: tuple[tuple[str, int, int], ...]

    @property
    def is_found(self) -> bool:
        """Tell whether something of the right class was found that touches a marked stretch."""
        own = [(a, b) for label, a, b in self.found if label == self.row.label]
        return any(a < end and start < b for a, b in own for start, end in self.row.spans)

    @property
    def is_exact(self) -> bool:
        """Tell whether exactly the marked stretches were found; of names only the first of a line is told."""
        own = {(a, b) for label, a, b in self.found if label == self.row.label}
        wanted = set(self.row.spans[:1] if self.row.label == "name" else self.row.spans)
        return own == wanted

    @property
    def false_alarms(self) -> tuple[str, ...]:
        """Give the classes of finds that touch nothing that is marked."""
        return tuple(
            label
            for label, a, b in self.found
            if not any(a < end and start < b for start, end in self.row.spans)
        )


def rows_in(path: Path) -> tuple[Row, ...]:
    """Read a labelled set; `\\n` in a text breaks its line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_row(line) for line in lines if line.strip())


def _row(line: str) -> Row:
    name, label, kind, marked = line.split("\t")
    text, spans, start = "", [], 0
    for part in re.split("([⟦⟧])", marked.replace("\\n", "\n")):
        if part == "⟦":
            start = len(text)
        elif part == "⟧":
            spans.append((start, len(text)))
        else:
            text += part
    return Row(name, label, kind, text, tuple(spans))


def words_of_archive(root: Path) -> frozenset[str]:
    """Give the words that are no person's because names and titles of an archive have them, or that it allows."""
    place = Disk(str(root))
    sources, _ = read_folders(place)
    source, _ = read_settings_in(place)
    assert source is not None
    settings, _, _ = read_settings(source, TODAY)
    assert settings is not None
    archive = assemble([read_file(one) for one in sources], "Etc/UTC", {}, {})
    return known_words([*own_names(archive, settings), *settings.allowed_names])


def finds(
    path: str, text: str, known: frozenset[str], allowed: Sequence[str] = ()
) -> Iterator[tuple[str, Place]]:
    """Give all that a check of the archive would tell of a text, by class: of names one a line."""
    for fault in search(path, text, allowed).problems:
        yield CLASSES[fault.code], fault.place
    lines: set[int] = set()
    for name in possible_names(text):
        if not is_known(name, known) and name.line not in lines:
            lines.add(name.line)
            yield "name", Place(path, name.line, name.column, name.length)


def judge(rows: Iterable[Row], known: frozenset[str]) -> tuple[Verdict, ...]:
    """Search each line of a set as a file of its kind is searched."""
    return tuple(_judged(row, known) for row in rows)


def _judged(row: Row, known: frozenset[str]) -> Verdict:
    starts = [0, *(end.end() for end in re.finditer("\n", row.text))]
    found = []
    for label, place in finds(PATHS[row.kind], row.text, known):
        start = starts[place.line - 1] + place.column - 1
        found.append((label, start, start + place.length))
    return Verdict(row, tuple(found))


def recall(verdicts: Sequence[Verdict], label: str) -> float:
    """Give the share of lines of a class in which something was found at a marked place."""
    own = [verdict for verdict in verdicts if verdict.row.label == label]
    return sum(verdict.is_found for verdict in own) / len(own) if own else 1.0


def exactness(verdicts: Sequence[Verdict], label: str) -> float:
    """Give the share of found lines of a class whose places are exactly the marked ones."""
    own = [verdict for verdict in verdicts if verdict.row.label == label and verdict.is_found]
    return sum(verdict.is_exact for verdict in own) / len(own) if own else 1.0


def alarms_in(
    texts: Iterable[tuple[str, str]], known: frozenset[str], allowed: Sequence[str] = ()
) -> tuple[int, list[str]]:
    """Count the words of texts in which nothing is private, and give what is found there: class, file and words."""
    words, alarms = 0, []
    for path, text in texts:
        words += len(text.split())
        lines = text.split("\n")
        for label, at in finds(path, text, known, allowed):
            said = lines[at.line - 1][at.column - 1 : at.column - 1 + at.length]
            alarms.append(f"{label} {path}:{at.line} {said}")
    return words, alarms


def texts_of(root: Path) -> Iterator[tuple[str, str]]:
    """Give the records, notes and pages of an archive with their paths."""
    sources: tuple[Source, ...] = read_folders(Disk(str(root)))[0]
    for source in sources:
        if source.path.endswith((".md", ".yaml")):
            yield source.path, source.data.decode("utf-8")
