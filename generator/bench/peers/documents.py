"""Gives a made-up call as one Markdown document: its record as lists, and its notes, as others read it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.bench import made_up, plan

_LINK = re.compile(
    r"\]\((?:\.\./)+(?:calls|minutes)/\d{4}/([^)]+)\.(?:md|yaml)\)|\]\(([^)/]+)\.md\)"
)
_KEY = re.compile(r"^([a-z_]+):(?: (.*))?$")


@dataclass(frozen=True, slots=True)
class Document:
    """The page of a call: the name of its file, its title, what it is about, and its text."""

    stem: str
    title: str
    about: str
    body: str

    def text(self, links: str) -> str:
        """Give the whole source with front matter; addresses of other calls end as `links` says."""
        body = _LINK.sub(lambda found: f"]({found[1] or found[2]}.{links})", self.body)
        front = {"title": self.title, "description": self.about, "stem": self.stem}
        # JSON is YAML too, and quotes whatever stands in a title.
        lines = (f"{key}: {json.dumps(value)}\n" for key, value in front.items())
        return f"---\n{''.join(lines)}---\n{body}"


def documents(wanted: made_up.Wanted) -> Iterator[Document]:
    """Give the pages of an archive's calls; a withheld one has none."""
    for number in range(wanted.calls):
        call = plan.planned(number, wanted.turns)
        if call.fate is not plan.Fate.WITHHELD:
            yield document(call, dict(made_up.files_of(call, wanted)))


def edited(wanted: made_up.Wanted, name: str) -> tuple[str, Document | None, Document]:
    """Give the call that an edit changes, its page afterwards, which a withheld call loses, and its page before."""
    edit = next(one for one in made_up.edits(wanted) if one.name == name)
    paths = {path for path, _ in edit.files}
    for number in range(wanted.calls // 2, wanted.calls):
        call = plan.planned(number, wanted.turns)
        if paths & {call.path, call.notes_path}:
            break
    else:
        raise ValueError(f"{name} changes no page of a call")
    files: dict[str, str | None] = dict(made_up.files_of(call, wanted))
    before = document(call, {path: text for path, text in files.items() if text is not None})
    files.update((path, text) for path, text in edit.files if path in files)
    after = {path: text for path, text in files.items() if text is not None}
    return call.id, document(call, after) if call.path in after else None, before


def document(call: plan.Planned, files: Mapping[str, str]) -> Document:
    """Make the page of a call out of the texts of its files."""
    facts = "\n".join(_facts(files[call.path]))
    notes = [text.split("---\n", 2)[2] for path, text in files.items() if path.endswith(".md")]
    title = files[call.path].split("\n", 1)[0].removeprefix("title: ")
    body = "\n\n".join((f"# {title}, {call.date}\n\n{facts}", *notes))
    return Document(call.id, title, f"{title}, {call.date}", body)


def _facts(record: str) -> Iterator[str]:
    """Give a record as Markdown: a row a value, and below them a heading and a list for whatever has parts."""
    rows, lists = [], []
    for line in record.splitlines():
        if not line.startswith(" "):
            key, value = _key(line)
            if value:
                rows.append(f"| {key} | {value} |")
            else:
                lists.append(f"\n## {key}\n")
        else:
            part = line.strip()
            lists.append(part if part.startswith("- ") else f"- {part}")
    yield "| What | Told |\n|---|---|"
    yield from rows
    yield from lists


def _key(line: str) -> tuple[str, str]:
    found = _KEY.match(line)
    if found is None:
        raise ValueError(f"{line!r} is no line of a record")
    return found[1].replace("_", " ").capitalize(), found[2] or ""
