"""Answers as lines of data: one object a line, in the order of addresses, in a file a year.

Files are texts here; whoever calls puts them on the disk. Reading them is left to loading.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.asking.questions import Question
from generator.load.answers import LINE_LIMIT
from generator.model.answer import Answer


def merged(
    old: Iterable[Answer], new: Iterable[Answer], asked: Iterable[Question]
) -> tuple[Answer, ...]:
    """Give all answers that are kept: new ones before old ones, each in the file where it belongs.

    An answer about an address that no public record names any more is dropped.
    """
    known = {one.address: one for one in old} | {one.address: one for one in new}
    return tuple(
        replace(known[one.address], path=one.file) for one in asked if one.address in known
    )


def dropped(old: Iterable[Answer], asked: Iterable[Question]) -> int:
    """Count the answers about addresses that no public record names any more."""
    named = {one.address for one in asked}
    return sum(one.address not in named for one in old)


def files_of(answers: Iterable[Answer], known: Iterable[str]) -> Mapping[str, str]:
    """Give the text of each file by its path; empty for those of `known` that have no line left."""
    lines: dict[str, list[str]] = {path: [] for path in known}
    for one in sorted(answers, key=lambda one: one.address):
        lines.setdefault(one.path, []).append(line_of(one))
    return {path: "".join(f"{line}\n" for line in lines[path]) for path in sorted(lines)}


def line_of(answer: Answer) -> str:
    """Write one answer; a new place that would make the line too long is left out."""
    line = _written(answer)
    if len(line) > LINE_LIMIT and answer.moved_to:
        line = _written(replace(answer, moved_to=""))
    return line


def _written(answer: Answer) -> str:
    days = ("asked_on", answer.asked_on), ("there_on", answer.there_on), ("since", answer.since)
    said = {name: day.isoformat() if day else "" for name, day in days}
    values: dict[str, str | int] = {
        "url": answer.address,
        "asked_on": said["asked_on"],
        "found": answer.found.value,
        "status": answer.status,
        "type": answer.type,
        "bytes": answer.bytes,
        "sha256": answer.sha256,
        "moved_to": answer.moved_to,
        "there_on": said["there_on"],
        "since": said["since"],
    }
    return json.dumps({name: one for name, one in values.items() if one}, ensure_ascii=False)
