"""Searches one file of an archive, whatever its kind: of a transcript also what goes over from one line to the next."""

from collections.abc import Iterable, Iterator

from generator.personal_data.names import PossibleName, possible_names
from generator.personal_data.plain_form import plain_form
from generator.personal_data.search import Found, search
from generator.personal_data.transcripts import names_in_transcript, search_transcript
from generator.problems import Problem

_TRANSCRIPT = ".vtt"


def search_file(
    path: str, text: str, allowed: Iterable[str]
) -> tuple[Found, tuple[PossibleName, ...]]:
    """Give what a file's text has of personal data, and what may be names of persons."""
    if path.endswith(_TRANSCRIPT):
        return search_transcript(path, text, allowed), names_in_transcript(text)
    plain = plain_form(text)
    return search(path, text, allowed, plain), possible_names(text, plain)


def check_text(path: str, text: str, allowed: Iterable[str]) -> Iterator[Problem]:
    """Give what must not be public in a file's text; `allowed` are addresses and numbers that are so on purpose."""
    if path.endswith(_TRANSCRIPT):
        yield from search_transcript(path, text, allowed).problems
    else:
        yield from search(path, text, allowed).problems
