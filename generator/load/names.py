"""Says which names files and folders of an archive may have, wherever they lie: on the disk or in a commit.

Nothing is read here; `files.py` goes through the folders and asks.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from generator.model.ids import ID_LIMIT
from generator.problems import Place, Problem, problem

FOLDERS = ("calls", "minutes", "content")
"""The folders that people write in."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_DATED = re.compile(
    r"(?:calls/([0-9]{4})/\1-[a-z0-9-]{1,70}\.yaml|minutes/([0-9]{4})/\2-[a-z0-9-]{1,70}\.md)\Z"
)
"""Paths of records and notes as nearly all are; each is a good one unless its name has a kept ending."""
_YEAR = re.compile(r"[0-9]{4}\Z")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
_KEPT_ENDINGS = ("-quiet", "-remind-8h")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?\Z")
_WHERE = {
    "calls": "records are `calls/<year>/<id>.yaml`, `calls/series/`, `calls/groups/`, `calls/hubs/`"
    " and `calls/platforms.yaml`; what `check-links` found is `calls/links/<year>.jsonl` and `others.jsonl` there",
    "minutes": "minutes are `minutes/<year>/<call-id>.md`, the words of a recording `<call-id>.vtt` beside them, and"
    " corrections of these `<call-id>.corrections.yaml`",
    "content": "written pages end in `.md`",
}
_PICTURES = frozenset({"content/mark.svg"})
"""The one file of another kind: the archive's own mark, which `mark.py` reads."""
TRANSCRIPT = ".vtt"
"""How the name of a transcript ends."""
CORRECTIONS = ".corrections.yaml"
"""How the name of the corrections of a transcript ends."""
ANSWERS = "calls/links/"
"""Where the answers about addresses lie."""
_ANSWERS_NAME = re.compile(r"(?:[0-9]{4}|others)\.jsonl\Z")
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
    if name.endswith((".yaml", ".md", ".jsonl", TRANSCRIPT)):
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
    if kind is Kind.FILE and _is_dated(path):
        return None
    return _fault_of_other(path, kind)


def _is_dated(path: str) -> bool:
    """Tell whether a path is that of a record or notes as nearly all are, about which nothing else has to be asked."""
    return bool(_DATED.match(path)) and not path[: path.rindex(".")].endswith(_KEPT_ENDINGS)


def _fault_of_other(path: str, kind: Kind) -> Problem | None:
    name = path.rsplit("/", 1)[-1]
    place = Place(shown(path))
    top = path.split("/")[0]
    ending = ending_of(path)
    if kind is not Kind.FILE:
        return problem("Y105", place, name=name, where="only ordinary files are read")
    if path in _PICTURES:
        return None
    if path.startswith(ANSWERS):
        good = _ANSWERS_NAME.match(name)
        return None if good else problem("Y105", place, name=name, where=_WHERE[top])
    if _waits_for_date(path, name):
        return problem("Y129", place, name=name)
    if not name.endswith(ending):
        if name.lower().endswith((ending, ".yml", ".markdown")) and _belongs(path):
            return _bad_name(path, name, ending)
        return problem("Y105", place, name=name, where=_WHERE[top] + _way_to(path))
    if not _belongs(path):
        return problem("Y105", place, name=name, where=_WHERE[top] + _way_to(path))
    year = _other_year(path, name)
    if year:
        return problem("Y105", place, name=name, where=f"put it into `{top}/{year}/`")
    return _stem_fault(path, name, name.removesuffix(ending), ending)


def ending_of(path: str) -> str:
    """Give how the name of a file ends that lies where this one does; in `minutes/` there are three kinds.

    >>> ending_of("minutes/2031/2031-03-05-river.es.corrections.yaml"), ending_of("minutes/2031/2031-03-05-river")
    ('.corrections.yaml', '.md')
    """
    if path.startswith("minutes/"):
        low = path.lower()
        return next((one for one in (CORRECTIONS, TRANSCRIPT) if low.endswith(one)), ".md")
    return ".yaml" if path.startswith("calls/") else ".md"


def call_and_language(path: str) -> tuple[str, str]:
    """Give the call that a file of `minutes/` is of, and its language, empty where the name has none.

    >>> call_and_language("minutes/2031/2031-03-05-river.es.vtt")
    ('2031-03-05-river', 'es')
    """
    call, _, language = path.rsplit("/", 1)[-1].removesuffix(ending_of(path)).partition(".")
    return call, language


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
        top == "calls" and rest[0] in ("series", "groups", "hubs", "links")
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


def _way_to(path: str) -> str:
    # Here, for what guesses at names needs all fields, and nearly no name is wrong.
    from generator.load.likely_names import way_to  # noqa: PLC0415

    return way_to(path)


def _bad_name(path: str, name: str, ending: str) -> Problem:
    """Refuse a name with the better one; a call and its notes have their date in front."""
    stem = re.sub(
        r"(\.corrections\.yaml|\.(yaml|yml|md|markdown|vtt))\Z", "", name, flags=re.IGNORECASE
    )
    first, language = _split_language(path, stem)
    small = language.lower().replace("_", "-")
    if _NAME.match(first) and _LANGUAGE.match(small):
        return problem(
            "Y101", Place(shown(path)), name=name, better=f"{first}.{small}{ending}", hint=""
        )
    # Here for the same reason.
    from generator.load.likely import likely_id  # noqa: PLC0415
    from generator.load.likely_names import propose  # noqa: PLC0415

    dated = re.match(r"(?:calls|minutes)/([0-9]{4})/", path)
    better, hint = propose(stem, dated[1]) if dated else (likely_id(stem) or "name", "")
    return problem("Y101", Place(shown(path)), name=name, better=f"{better}{ending}", hint=hint)
