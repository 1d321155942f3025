"""Reads the folders that people write in, and refuses what cannot be a record: wrong names, links, odd kinds.

What stands in the files is left to others; this is the only part of loading that touches the disk.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.problems import Place, Problem, problem

RECORD_LIMIT = 64_000
NOTES_LIMIT = 256_000
NAME_LIMIT = 80

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_YEAR = re.compile(r"[0-9]{4}\Z")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
_KEPT_ENDINGS = ("-quiet", "-remind-8h")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?\Z")
_WHERE = {
    "calls": "records are `calls/<year>/<id>.yaml`, `calls/series/`, `calls/groups/`, `calls/hubs/`"
    " and `calls/platforms.yaml`",
    "minutes": "minutes are `minutes/<year>/<call-id>.md`",
    "content": "written pages end in `.md`",
}
_READMES = frozenset({"calls/README.md", "minutes/README.md", "content/README.md"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it lies on the disk; `path` is relative to the root, with `/` between folders."""

    path: str
    data: bytes


def read_tree(root: str) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Read `calls/`, `minutes/` and `content/` below a root, sorted by path, with what is wrong about names."""
    sources: list[Source] = []
    problems: list[Problem] = []
    for top in ("calls", "minutes", "content"):
        for found in _walk(root, top, problems):
            sources.append(found)
    problems.extend(_clashes([source.path for source in sources]))
    return tuple(sorted(sources, key=lambda source: source.path)), tuple(problems)


def read_settings_file(root: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """Read `mkdocs.yml`, the file of the settings."""
    path = "mkdocs.yml"
    if not os.path.isfile(os.path.join(root, path)):
        return None, (problem("S701", Place(path)),)
    problems: list[Problem] = []
    return _read(root, path, RECORD_LIMIT, problems), tuple(problems)


def _walk(root: str, folder: str, problems: list[Problem]) -> Iterator[Source]:
    try:
        entries = sorted(os.scandir(os.path.join(root, folder)), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        problems.append(problem("Y116", Place(folder), why=_why(error)))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            problems.append(problem("Y104", Place(_shown(path)), name=entry.name))
        elif entry.is_dir():
            yield from _folder(root, path, entry.name, problems)
        elif path not in _READMES and _name_is_good(path, entry, problems):
            source = _read(root, path, _limit(path), problems)
            if source is not None:
                yield source


def _folder(root: str, path: str, name: str, problems: list[Problem]) -> Iterator[Source]:
    place = Place(_shown(path))
    if name.endswith((".yaml", ".md")):
        problems.append(problem("Y106", place, name=name, better=f"{name.split('.')[0]}/"))
    elif not _folder_belongs(path):
        problems.append(problem("Y105", place, name=name, where=_WHERE[path.split("/")[0]]))
    else:
        yield from _walk(root, path, problems)


def _folder_belongs(path: str) -> bool:
    top, *rest = path.split("/")
    if top == "content":
        return len(rest) <= 4 and all(_NAME.match(name) for name in rest)
    if len(rest) != 1:
        return False
    return bool(_YEAR.match(rest[0])) or (
        top == "calls" and rest[0] in ("series", "groups", "hubs")
    )


def _name_is_good(path: str, entry: os.DirEntry[str], problems: list[Problem]) -> bool:
    fault = _name_fault(path, entry)
    if fault is not None:
        problems.append(fault)
    return fault is None


def _name_fault(path: str, entry: os.DirEntry[str]) -> Problem | None:
    name = entry.name
    place = Place(_shown(path))
    top = path.split("/")[0]
    ending = {"calls": ".yaml", "minutes": ".md", "content": ".md"}[top]
    if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
        return problem("Y105", place, name=name, where="only ordinary files are read")
    if not name.endswith(ending):
        if name.lower().endswith((ending, ".yml", ".markdown")):
            return problem("Y101", place, name=name, better=_better(name, ending))
        return problem("Y105", place, name=name, where=_WHERE[top])
    if not _belongs(path):
        return problem("Y105", place, name=name, where=_WHERE[top])
    return _stem_fault(path, name, name.removesuffix(ending), ending)


def _stem_fault(path: str, name: str, stem: str, ending: str) -> Problem | None:
    place = Place(_shown(path))
    stem, language = _split_language(path, stem)
    if len(stem) > NAME_LIMIT:
        return problem("Y102", place, size=len(stem))
    # A problem's page is named after its code, whose letter is a capital one.
    if path.startswith("content/help/problems/") and re.match(r"[A-Z][0-9]{3}\Z", stem):
        return None
    if not _NAME.match(stem) or (language and not _LANGUAGE.match(language)):
        return problem("Y101", place, name=name, better=_better(name, ending))
    reserved = stem in _DEVICES or stem.endswith(_KEPT_ENDINGS)
    if reserved or (stem == "index" and not path.startswith("content/")):
        return problem("Y103", place, name=name, better=f"{stem}-call{ending}")
    if re.match(r"calls/(series|groups|hubs)/[0-9]{4}(-|\.)", path):
        return problem("Y103", place, name=name, better=f"the-{name}")
    return None


def _split_language(path: str, stem: str) -> tuple[str, str]:
    if not path.startswith("minutes/"):
        return stem, ""
    first, _, language = stem.partition(".")
    return first, language


def _belongs(path: str) -> bool:
    top, *rest = path.split("/")
    if top == "content":
        return True
    return len(rest) == 2 or path == "calls/platforms.yaml"


def _limit(path: str) -> int:
    return RECORD_LIMIT if path.startswith("calls/") else NOTES_LIMIT


def _read(root: str, path: str, limit: int, problems: list[Problem]) -> Source | None:
    try:
        handle = os.open(os.path.join(root, path), os.O_RDONLY | os.O_NOFOLLOW)
    except OSError as error:
        problems.append(problem("Y116", Place(path), why=_why(error)))
        return None
    try:
        size = os.fstat(handle).st_size
        if size > limit:
            what = "a record" if limit == RECORD_LIMIT else "notes and pages"
            problems.append(problem("Y108", Place(path), size=size, what=what, limit=limit))
            return None
        # One byte more than the size, so that a file that grew meanwhile is noticed by its length.
        return Source(path, os.read(handle, size + 1))
    finally:
        os.close(handle)


def _clashes(paths: list[str]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for path in sorted(paths):
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            yield problem("Y107", Place(path), name=path, other=seen[folded])
        seen.setdefault(folded, path)


def _better(name: str, ending: str) -> str:
    stem = re.sub(r"\.(yaml|yml|md|markdown|txt|docx?)\Z", "", name, flags=re.IGNORECASE)
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:NAME_LIMIT].strip("-")
    return f"{words or 'name'}{ending}"


def _shown(path: str) -> str:
    """Give a path that can be printed, whatever bytes its name has."""
    return "".join(c if c.isprintable() else "?" for c in path)


def _why(error: OSError) -> str:
    return error.strerror or "the system does not say why"
