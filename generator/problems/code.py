"""What a kind of problem is: a number, a name, a severity and words."""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """An error stops a build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem; `message` and `help` are templates for `str.format`.

    `title` says what is wrong in general: it heads the code's page.
    """

    code: str
    name: str
    title: str
    message: str
    help: str
    severity: Severity = Severity.ERROR


def warning(code: str, name: str, title: str, message: str, help: str) -> Code:
    """Make a kind of problem that does not stop a build."""
    return Code(code, name, title, message, help, Severity.WARNING)
