"""The text that a volunteer starts from when notes are missing; one place, so that pages and commands give the same.

What people wrote (agenda, actions) goes in as plain words: it can become no mark, no front matter, no HTML and no YAML.
"""

import re
import unicodedata
from dataclasses import dataclass

DATE_TO_FILL_IN = "YYYY-MM-DD"
"""Stands for a date that only the sender knows; a check refuses it until it is replaced."""
OPEN_ACTIONS = "Actions still open"
"""Heading of the list of actions that earlier calls took on."""

_STAYS_OUT = """\
# What must stay out: names of private persons, e-mail addresses, telephone numbers, PINs and codes,
# links that let people in, and whatever the call asked to keep to itself."""
_HINTS = f"""\
# Lines up here that begin with # are hints. The site does not show them.
# Write under the headings. A bold word at the start of a line is a mark, and the archive lists it:
#   - **Decision:** hold the spring gathering on 1 May. (consensus)
#   - **Proposal:** two-thirds as a fallback. (tabled)
#   - **Straw poll:** march in the evening? yes 41, no 3, abstain 6
#   - **Action:** outreach: write the explainer, by 2031-03-14
# Say who by role or place, such as "facilitator" or "Mill Town". [00:12:30] points into the recording.
{_STAYS_OUT}"""
_CLOSING = """\
# An open action that is done: write a line such as
#   - **Outcome:** the explainer is written, closes #name-of-the-action (reported)"""
_SHARE = """\
# If these notes may not be public, do not send them. The help of this site says what to do instead."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
# A number sign is one at the start, at the end and in `{#words}`; elsewhere it names an action.
_SIGNS = re.compile(r"[\\`*_\[\]<>&~|$]|(?<=\])\(|\A#|(?<=\{)#|#(?=#*\Z)")
_LIST_SIGN = re.compile(r"(?=[-+=])|(?<=[0-9])(?=[.)](?:\s|\Z))")
# These are matched against lines whose stretches of blanks are one blank, so that none of them looks back far.
_HEADING = re.compile(r"#{1,6}(?: (?P<words>.*))?\Z")
_ITEM = r"(?:[-*+]|[0-9]{1,9}[.)])"
_NOTHING = re.compile(
    rf"(?:{_ITEM}(?: |\Z))?(?:\[[ xX]\](?: |\Z))?(?:\*\*[A-Za-z ]{{1,20}}:?\*\*:?)?[ .…]*\Z"
)
_RULE = re.compile(r"(?:[-*_] ?){3,}\Z")
_CARRIED = re.compile(rf"{_ITEM} (?!\*\*)")


@dataclass(frozen=True, slots=True)
class NotesFor:
    """What is known of a call before anybody sends notes of it; all of it must be public.

    `series` and `date` (as `2031-03-05`, or `DATE_TO_FILL_IN`) are for an occurrence without a record of its own, and
    empty for a call that has one. `agenda` holds its items in order. `actions` are the open actions of earlier calls,
    each with where it was taken on. `is_brief` leaves out the hints, for links of which a page has many.
    """

    series: str = ""
    date: str = ""
    agenda: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    is_brief: bool = False


def notes_skeleton(wanted: NotesFor) -> str:
    """Give the Markdown that a volunteer fills in: front matter with hints, and headings without text.

    Sent in unchanged it loads without an error, and `is_written` tells that it is not notes yet.
    Raises `ValueError` for a series or a date that is not written as ids and dates are.
    """
    front = ["---", _STAYS_OUT if wanted.is_brief else _HINTS]
    if wanted.actions:
        front.append(_CLOSING)
    front += ["origin: notes", *_identity(wanted), "---"]
    agenda = tuple(item for item in map(plain_words, wanted.agenda) if item)
    actions = tuple(item for item in map(plain_words, wanted.actions) if item)
    body = ["## Outcomes", ""]
    if actions:
        body += [f"## {OPEN_ACTIONS}", "", *(f"- {item}" for item in actions), ""]
    for item in agenda or ("Notes",):
        body += [f"## {item}", ""]
    return "\n".join([*front, "", *body])


def _identity(wanted: NotesFor) -> tuple[str, ...]:
    """Give the fields of front matter that stand in for a record."""
    if not wanted.series and not wanted.date:
        return ()
    if not _ID.match(wanted.series):
        raise ValueError(f"not an id of a series: {wanted.series!r}")
    if wanted.date != DATE_TO_FILL_IN and not _DATE.match(wanted.date):
        raise ValueError(f"not a date: {wanted.date!r}")
    return (f"series: {wanted.series}", f"date: {wanted.date}", _SHARE, "share: public")


def plain_words(text: str) -> str:
    r"""Give words as Markdown of one line that shows exactly them.

    >>> plain_words("**Decision:** <b>all</b>")
    '\\*\\*Decision:\\*\\* \\<b\\>all\\</b\\>'
    """
    if text.isascii() and text.isprintable():
        # Then it holds no sign but letters, marks and the plain blank.
        return _guarded(_one_blank(text))
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    return _guarded(_one_blank(shown))


def _guarded(line: str) -> str:
    escaped = _SIGNS.sub(lambda sign: f"\\{sign[0]}", line)
    return _LIST_SIGN.sub(r"\\", escaped, count=1) if _begins_a_list(escaped) else escaped


def _begins_a_list(line: str) -> bool:
    return re.match(r"[-+=]|[0-9]{1,9}[.)](?:\s|\Z)", line) is not None


def is_written(body: str) -> bool:
    """Tell whether the body of notes says anything: more than headings, empty items and actions carried over."""
    carried = False
    for line in map(_one_blank, body.splitlines()):
        heading = _HEADING.match(line)
        if heading:
            carried = (heading["words"] or "").rstrip("# ") == OPEN_ACTIONS
        elif not (_NOTHING.match(line) or _RULE.match(line) or (carried and _CARRIED.match(line))):
            return True
    return False


def _one_blank(line: str) -> str:
    return " ".join(line.split())
