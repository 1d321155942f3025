"""The hostile cases as values: what each text is, what it stands for, and what becomes of it where.

They are data in `cases/`, a file a subject. What is not said of a case is the rule: in a field of a record the text
is taken and shown as it is, character by character; in Markdown a reader sees the same words, and no link.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "cases"
OF_MARKDOWN = "prose"
"""The subject whose texts have several lines, which only notes and pages may hold."""


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile text.

    `field` is what a field of a record shows of it; empty where it is `refused` with a code instead.
    `prose` is what a reader of Markdown sees at least, and `link` the address that stays a link there; it may be
    `refused_in_prose` too, and is then rendered all the same, for what is refused must do no harm either.
    """

    subject: str
    name: str
    about: str
    text: str
    field: str
    prose: str
    refused: str = ""
    refused_in_prose: str = ""
    link: str = ""

    @property
    def is_one_line(self) -> bool:
        """Tell whether the text is one line, so that it can stand in a heading or behind a mark."""
        return "\n" not in self.text


def cases() -> tuple[Case, ...]:
    """Give every case, by subject and in the order of its file."""
    return tuple(
        _case(path.stem, row) for path in sorted(FOLDER.glob("*.yaml")) for row in _rows(path)
    )


def _rows(path: Path) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return rows


def _case(subject: str, row: dict[str, str]) -> Case:
    unknown = row.keys() - {
        "name",
        "about",
        "text",
        "field",
        "prose",
        "refused",
        "in_prose",
        "link",
    }
    if unknown:
        raise ValueError(f"{row['name']}: {sorted(unknown)}")
    text, refused = row["text"], row.get("refused", "")
    is_personal = refused.startswith("P")
    is_word = refused == "Y117"
    return Case(
        subject=subject,
        name=row["name"],
        about=row["about"],
        text=text,
        field="" if refused and not is_personal else row.get("field", " ".join(text.split())),
        prose="" if refused and not (is_word or is_personal) else row.get("prose", text),
        refused=refused,
        # Words of two alphabets are refused where names are written, and not in running text.
        refused_in_prose=row.get("in_prose", "" if is_word else refused),
        link=row.get("link", ""),
    )
