"""An archive as it is asked about: the usual way up to the gate, its questions, and the answers that it holds."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.asking.questions import FOLDER, Question, questions
from generator.asking.written_lines import dropped, files_of, merged
from generator.model.answer import Answer
from generator.pipeline import Examined, judge, read
from generator.privacy import gate
from generator.work import Pool

PROGRAM = "calls-archive-generator"


@dataclass(frozen=True, slots=True)
class Asked:
    """An archive, all that may be asked about it, and what was answered before by address.

    `texts` are the files of answers as they lie there, by path.
    """

    examined: Examined
    questions: tuple[Question, ...]
    answers: Mapping[str, Answer]
    texts: Mapping[str, bytes]


def open_asked(root: Path, today: datetime.date, pool: Pool = None) -> Asked:
    """Read an archive and check it; with any error there are no questions."""
    given = read(root)
    examined = judge(given, today, None, pool)
    texts = {one.path: one.data for one in given.sources if one.path.startswith(f"{FOLDER}/")}
    settings = examined.settings
    if not examined.is_good or settings is None:
        return Asked(examined, (), {}, texts)
    asked = questions(gate.publish(examined.archive, settings))
    return Asked(examined, asked, {one.address: one for one in examined.archive.answers}, texts)


def agent_of(examined: Examined) -> str:
    """Say who asks: the program, and the address at which its keepers are found."""
    settings = examined.settings
    site = settings.site_url if settings and settings.site_url.isascii() else ""
    return f"{PROGRAM}/{__version__} (check of links{f'; +{site}' if site else ''})"


def changed_files(asked: Asked, new: Iterable[Answer]) -> Mapping[str, str]:
    """Give the texts of those files of answers that change, by path; empty for one that has no line left."""
    kept = merged(asked.answers.values(), new, asked.questions)
    files = files_of(kept, asked.texts)
    return {
        path: text
        for path, text in files.items()
        if text.encode("utf-8") != asked.texts.get(path, b"")
    }


def dropped_lines(asked: Asked) -> int:
    """Count the answers about addresses that no public record names."""
    return dropped(asked.answers.values(), asked.questions)
