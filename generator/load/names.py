"""Says which names files and folders of an archive may have, wherever they lie: on the disk or in a commit.

Nothing is read here; `files.py` goes through the folders and asks.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from generator.fields.kinds import ID_LIMIT
from generator.load.likely import likely_id
from generator.load.likely_names import propose, way_to
from generator.problems import Place, Problem, problem

FOLDERS = ("calls", "minutes", "content")
"""The folders that people write in."""

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
_PICTURES = frozenset({"content/mark.svg"})
"""The one file of another kind: the archive's own mark, which `mark.py` reads."""
_READMES = frozenset({"calls/README.md", "minutes/README.md", "content/README.md"})


class Kind(Enum):
    """What lies under a name."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"
    NOTHING = "nothing"


class Entry(NamedTuple):
    """One name in a folder, and what lies under it."""

    name: str
    kind: Kind


def is_passed_over(path: str) -> bool:
    """Tell whether a file is for people on the forge and belongs to no archive."""
    return path in _READMES


def fault_of_top(top: str, kind: Kind) -> Problem | None:
    """Say what is wrong about one of the three folders, of which any may be missing."""
    if kind is Kind.LINK:
        return problem("Y104", Place(top), name=top)
    if kind in (Kind.FILE, Kind.OTHER):
        return problem("Y105", Place(top), name=top, where=f"`{top}` is a folder")
    return None


def fault_of_folder(path: str) -> Problem | None:
    """Say what is wrong about the name or the place of a folder."""
    name = path.rsplit("/", 1)[-1]
    if name.endswith((".yaml", ".md")):
        return folder_for_file(path)
    if _waits_for_date(path, name):
        return problem("Y129", Place(shown(path)), name=name)
    if not _folder_belongs(path):
        where = _WHERE[path.split("/")[0]]
        return problem("Y105", Place(shown(path)), name=name, where=where)
    return None


def folder_for_file(path: str) -> Problem:
    """Say that a folder lies where a file belongs."""
    folder, _, name = path.rpartition("/")
    better = f"{folder}/" if folder else "the folder above"
    return problem("Y106", Place(shown(path)), name=name, better=better)


def fault_of_file(path: str, kind: Kind) -> Problem | None:
    """Say what is wrong about the name, the place or the kind of what is no folder and no link."""
    name = path.rsplit("/", 1)[-1]
    place = Place(shown(path))
    top = path.split("/")[0]
    ending = {"calls": ".yaml", "minutes": ".md", "content": ".md"}[top]
    if kind is not Kind.FILE:
        return problem("Y105", place, name=name, where="only ordinary files are read")
    if path in _PICTURES:
        return None
    if _waits_for_date(path, name):
        return problem("Y129", place, name=name)
    if not name.endswith(ending):
        if name.lower().endswith((ending, ".yml", ".markdown")) and _belongs(path):
            return _bad_name(path, name, ending)
        return problem("Y105", place, name=name, where=_WHERE[top] + way_to(path))
    if not _belongs(path):
        return problem("Y105", place, name=name, where=_WHERE[top] + way_to(path))
    year = _other_year(path, name)
    if year:
        return problem("Y105", place, name=name, where=f"put it into `{top}/{year}/`")
    return _stem_fault(path, name, name.removesuffix(ending), ending)


def twins(names: Iterable[str]) -> dict[str, str]:
    """Give the names of one folder that would be another's on some computers, with that other one.

    Of two such names the one in small letters is the good one.
    """
    by_form: dict[str, list[str]] = {}
    for name in names:
        by_form.setdefault(unicodedata.normalize("NFC", name).casefold(), []).append(name)
    found = {}
    for form, same in by_form.items():
        kept = form if form in same else same[0]
        found.update({name: kept for name in same if name != kept})
    return found


def shown(path: str) -> str:
    """Give a path that can be printed, whatever bytes its name has."""
    return path if path.isprintable() else "".join(c if c.isprintable() else "?" for c in path)


def _waits_for_date(path: str, name: str) -> bool:
    """Tell whether the word for the date stands where a ready name had it put in."""
    return name.upper().startswith("YYYY") and not path.startswith("content/")


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


def _stem_fault(path: str, name: str, stem: str, ending: str) -> Problem | None:
    place = Place(shown(path))
    stem, language = _split_language(path, stem)
    if len(stem) > ID_LIMIT:
        return problem("Y102", place, size=len(stem))
    # A problem's page is named after its code, whose letter is a capital one.
    if path.startswith("content/help/problems/") and re.match(r"[A-Z][0-9]{3}\Z", stem):
        return None
    if not _NAME.match(stem) or (language and not _LANGUAGE.match(language)):
        return _bad_name(path, name, ending)
    if is_reserved(stem) or (stem == "index" and not path.startswith("content/")):
        return problem("Y103", place, name=name, better=f"{stem}-call{ending}")
    if re.match(r"calls/(series|groups|hubs)/[0-9]{4}(-|\.)", path):
        return problem("Y103", place, name=name, better=f"the-{name}")
    return None


def is_reserved(stem: str) -> bool:
    """Tell whether a name is one that a computer or a feed of this archive keeps for itself."""
    return stem in _DEVICES or stem.endswith(_KEPT_ENDINGS)


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


def _bad_name(path: str, name: str, ending: str) -> Problem:
    """Refuse a name with the better one; a call and its notes have their date in front."""
    stem = re.sub(r"\.(yaml|yml|md|markdown)\Z", "", name, flags=re.IGNORECASE)
    dated = re.match(r"(?:calls|minutes)/([0-9]{4})/", path)
    better, hint = propose(stem, dated[1]) if dated else (likely_id(stem) or "name", "")
    return problem("Y101", Place(shown(path)), name=name, better=f"{better}{ending}", hint=hint)
