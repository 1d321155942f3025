"""What a kind of problem is: a number, a name, a severity and words."""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """An error stops a build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem; `message`, `help` and `plain` are templates for `str.format`.

    `title` says what is wrong in general: it heads the code's page.
    `plain` is the help where nothing of the record may be said, and is filled with words of ours only; without one
    `help` serves.
    """

    code: str
    name: str
    title: str
    message: str
    help: str
    severity: Severity = Severity.ERROR
    plain: str = ""


def warning(code: str, name: str, title: str, message: str, help: str, plain: str = "") -> Code:
    """Make a kind of problem that does not stop a build."""
    return Code(code, name, title, message, help, Severity.WARNING, plain)
