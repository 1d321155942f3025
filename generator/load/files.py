"""Reads the folders that people write in, and refuses what cannot be a record: wrong names, links, odd kinds.

What stands in the files is left to others; this is the only part of loading that touches the disk.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.fields.kinds import ID_LIMIT
from generator.load.likely import likely_id
from generator.problems import Place, Problem, problem

RECORD_LIMIT = 64_000
NOTES_LIMIT = 256_000

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
        full = os.path.join(root, top)
        if os.path.islink(full):
            problems.append(problem("Y104", Place(top), name=top))
        elif os.path.isdir(full):
            sources.extend(_walk(root, top, problems))
        elif os.path.lexists(full):
            problems.append(problem("Y105", Place(top), name=top, where=f"`{top}` is a folder"))
    return tuple(sorted(sources, key=lambda source: source.path)), tuple(problems)


def read_settings_file(root: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """Read `mkdocs.yml`, the file of the settings."""
    path = "mkdocs.yml"
    full = os.path.join(root, path)
    if os.path.islink(full):
        return None, (problem("Y104", Place(path), name=path),)
    if os.path.isdir(full):
        return None, (_folder_for_file(path),)
    if not os.path.isfile(full):
        return None, (problem("S701", Place(path)),)
    problems: list[Problem] = []
    return _read(root, path, RECORD_LIMIT, problems), tuple(problems)


def _walk(root: str, folder: str, problems: list[Problem]) -> Iterator[Source]:
    try:
        entries = sorted(os.scandir(os.path.join(root, folder)), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(problem("Y116", Place(folder), why=_why(error)))
        return
    twins = _twins([entry.name for entry in entries])
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            problems.append(problem("Y104", Place(_shown(path)), name=entry.name))
        elif entry.name in twins:
            other = twins[entry.name]
            problems.append(problem("Y107", Place(_shown(path)), name=entry.name, other=other))
        elif entry.is_dir(follow_symlinks=False):
            yield from _folder(root, path, entry.name, problems)
        elif path not in _READMES and _name_is_good(path, entry, problems):
            yield from _present(_read(root, path, _limit(path), problems))


def _folder(root: str, path: str, name: str, problems: list[Problem]) -> Iterator[Source]:
    place = Place(_shown(path))
    if name.endswith((".yaml", ".md")):
        problems.append(_folder_for_file(path))
    elif not _folder_belongs(path):
        problems.append(problem("Y105", place, name=name, where=_WHERE[path.split("/")[0]]))
    else:
        yield from _walk(root, path, problems)


def _folder_for_file(path: str) -> Problem:
    folder, _, name = path.rpartition("/")
    better = f"{folder}/" if folder else "the folder above"
    return problem("Y106", Place(_shown(path)), name=name, better=better)


def _folder_belongs(path: str) -> bool:
    top, *rest = path.split("/")
    if top == "content":
        return len(rest) <= 4 and all(_is_folder_name(name) for name in rest)
    if len(rest) != 1:
        return False
    return bool(_YEAR.match(rest[0])) or (
        top == "calls" and rest[0] in ("series", "groups", "hubs")
    )


def _is_folder_name(name: str) -> bool:
    return bool(_NAME.match(name)) and len(name) <= ID_LIMIT and name not in _DEVICES


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
    if not entry.is_file(follow_symlinks=False):
        return problem("Y105", place, name=name, where="only ordinary files are read")
    if not name.endswith(ending):
        if name.lower().endswith((ending, ".yml", ".markdown")):
            return problem("Y101", place, name=name, better=_better(name, ending))
        return problem("Y105", place, name=name, where=_WHERE[top])
    if not _belongs(path):
        return problem("Y105", place, name=name, where=_WHERE[top])
    year = _other_year(path, name)
    if year:
        return problem("Y105", place, name=name, where=f"put it into `{top}/{year}/`")
    return _stem_fault(path, name, name.removesuffix(ending), ending)


def _stem_fault(path: str, name: str, stem: str, ending: str) -> Problem | None:
    place = Place(_shown(path))
    stem, language = _split_language(path, stem)
    if len(stem) > ID_LIMIT:
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


def _other_year(path: str, name: str) -> str:
    """Give the year in a file's name where it lies in the folder of another one."""
    folder = path.split("/")[1]
    dated = re.match(r"([0-9]{4})-", name)
    return dated[1] if dated and _YEAR.match(folder) and dated[1] != folder else ""


def _limit(path: str) -> int:
    return RECORD_LIMIT if path.startswith("calls/") else NOTES_LIMIT


def _read(root: str, path: str, limit: int, problems: list[Problem]) -> Source | None:
    try:
        # Without waiting, should a pipe have taken the file's place since the folder was listed.
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        handle = os.open(os.path.join(root, path), flags)
    except OSError as error:
        problems.append(problem("Y116", Place(path), why=_why(error)))
        return None
    try:
        status = os.fstat(handle)
        size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            problems.append(problem("Y116", Place(path), why="it is not an ordinary file"))
            return None
        if size > limit:
            what = "a record" if limit == RECORD_LIMIT else "notes and pages"
            problems.append(problem("Y108", Place(path), size=size, what=what, limit=limit))
            return None
        return Source(path, os.read(handle, limit))
    except OSError as error:
        problems.append(problem("Y116", Place(path), why=_why(error)))
        return None
    finally:
        os.close(handle)


def _twins(names: list[str]) -> dict[str, str]:
    """Give the names of one folder that would be another's on some computers, with that other one.

    Of two such names the one in small letters is the good one.
    """
    by_form: dict[str, list[str]] = {}
    for name in names:
        by_form.setdefault(unicodedata.normalize("NFC", name).casefold(), []).append(name)
    twins = {}
    for form, same in by_form.items():
        kept = form if form in same else same[0]
        twins.update({name: kept for name in same if name != kept})
    return twins


def _present(source: Source | None) -> tuple[Source, ...]:
    return () if source is None else (source,)


def _better(name: str, ending: str) -> str:
    stem = re.sub(r"\.(yaml|yml|md|markdown|txt|docx?)\Z", "", name, flags=re.IGNORECASE)
    return f"{likely_id(stem) or 'name'}{ending}"


def _shown(path: str) -> str:
    """Give a path that can be printed, whatever bytes its name has."""
    return "".join(c if c.isprintable() else "?" for c in path)


def _why(error: OSError) -> str:
    return error.strerror or "the system does not say why"
