"""The words people use for fields and for their values, and what each is called here: one table for all of them.

What is meant goes into help lines; whether a key may be renamed without asking is said here too.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from generator.model.share import Reason


class Meant(NamedTuple):
    """A field that is there, and what to do in words; `is_plain` says that only the name is another one."""

    name: str
    how: str
    is_plain: bool


_FIELDS = {
    "name": "title",
    "title": "name",
    "call": "title",
    "subject": "title",
    "day": "date",
    "time": "start",
    "start_time": "start",
    "begin": "start",
    "begins": "start",
    "starts": "start",
    "hour": "start",
    "when": "start",
    "end_time": "end",
    "ends": "end",
    "finish": "end",
    "timezone": "zone",
    "time_zone": "zone",
    "tz": "zone",
    "duration": "length duration",
    "length": "duration",
    "state": "status",
    "attendance": "participants",
    "attendees": "participants",
    "attending": "participants",
    "people": "participants",
    "headcount": "participants",
    "host": "hosts",
    "hosted_by": "hosts",
    "group": "groups",
    "hub": "hubs",
    "campaign": "hubs",
    "place": "places",
    "location": "places place",
    "locations": "places",
    "topic": "purpose about work",
    "about": "purpose work",
    "description": "purpose about work description",
    "summary": "purpose about work description",
    "topics": "agenda",
    "medium": "mode",
    "link": "url",
    "address": "url",
    "href": "url",
    "audio": "recordings",
    "size": "bytes",
    "filesize": "bytes",
    "mime": "type",
    "mime_type": "type",
    "media_type": "type",
    "checksum": "sha256",
    "hash": "sha256",
    "running_time": "duration",
    "runtime": "duration",
    "last_seen": "seen",
    "kept_where": "keeper",
    "source": "sources",
    "moved": "moved_from",
    "postponed_from": "moved_from",
    "alias": "aliases",
    "author": "taken_by",
    "note_taker": "taken_by",
    "notetaker": "taken_by",
    "privacy": "share",
    "sharing": "share",
    "visibility": "share",
    "starts_on": "from",
    "ends_on": "until",
    "parent": "part_of",
}
"""What people write for a field, and the fields it may mean; the first one counts that the record has."""

_ROLES = {
    "facilitator": "facilitator",
    "facilitators": "facilitator",
    "facilitated_by": "facilitator",
    "moderator": "moderator",
    "chair": "chair",
    "note_taker": "note-taker",
    "notetaker": "note-taker",
    "timekeeper": "timekeeper",
    "stack_keeper": "stack-keeper",
}
"""Roles that people write as fields of their own."""

_IN_OTHER_SHAPE = frozenset({"when", "share"})

_VALUES = {
    ("status", "done"): "held",
    ("status", "completed"): "held",
    ("status", "complete"): "held",
    ("status", "finished"): "held",
    ("status", "over"): "held",
    ("status", "past"): "held",
    ("status", "took place"): "held",
    ("status", "planned"): "scheduled",
    ("status", "upcoming"): "scheduled",
    ("status", "future"): "scheduled",
    ("status", "confirmed"): "scheduled",
    ("status", "canceled"): "cancelled",
    ("status", "called off"): "cancelled",
    ("mode", "telephone"): "phone",
    ("mode", "telephone call"): "phone",
    ("mode", "conference call"): "phone",
    ("mode", "dial-in"): "phone",
    ("mode", "chat"): "text",
    ("mode", "face to face"): "in-person",
    ("mode", "hybrid"): "mixed",
    ("origin", "minutes"): "notes",
    ("origin", "note"): "notes",
    ("origin", "meeting notes"): "notes",
    ("origin", "recording"): "transcript",
}
"""What people write for a word, by field, and the word that is meant."""

_SIGNS = "\"'\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb\u00a0 .,;"
_MOVED = frozenset({"moved", "postponed", "rescheduled", "delayed"})
_ADOPTED = frozenset({"approved", "accepted", "ratified", "agreed", "final"})


def field_meant(word: str, known: Collection[str], path: str) -> Meant | None:
    """Give the field of a record that a word stands for, where people are known to use it so; `path` is the file's."""
    plain = word.lower().replace("-", "_").replace(" ", "_")
    if plain in ("notes", "protocol") and "minutes" in known:
        return Meant("minutes", _notes_file(path), False)
    if plain in _ROLES and "roles" in known:
        how = f"write `roles:` in its place and below it, indented, `{_ROLES[plain]}:` and who: a role or a place"
        return Meant("roles", how, False)
    name = next((name for name in _FIELDS.get(plain, "").split() if name in known), "")
    if not name:
        return None
    return Meant(name, f"write `{name}:` in its place", not {name, plain} & _IN_OTHER_SHAPE)


def _notes_file(path: str) -> str:
    notes = "minutes/" + path.removeprefix("calls/").removesuffix(".yaml") + ".md"
    return f"delete the line: notes are a file of their own, `{notes}`, and `minutes:` only says why there are none"


def value_meant(field: str, word: str) -> str:
    """Give the word of a field that another word stands for, or an empty string."""
    return _VALUES.get((field, " ".join(word.lower().split())), "")


def way_round(words: Collection[str], word: str) -> str:
    """Say what to do for a word that is none of a field's words because more than a word is to be written."""
    plain = word.lower()
    if "held" in words and plain in _MOVED:
        return (
            "a call that was moved stays `scheduled`, or `held` once it took place;"
            " add `moved_from:` and below it, indented, `- ` with its earlier date and hour, such as"
            " `- 2031-03-05 21:00`"
        )
    if "adopted" in words and plain in _ADOPTED:
        return (
            "write `adopted`, and add `adopted_by:` with the id of the call that adopted them, such as"
            " `adopted_by: 2031-03-12-river-open-call`"
        )
    return ""


def how_to_share(word: str, path: str) -> str:
    """Say how to write what may be shared; nothing is guessed, but a word in other letters is said to be one."""
    plain = " ".join(word.split()).strip(_SIGNS).lower()
    reasons = [reason.value for reason in Reason if reason is not Reason.UNSTATED]
    if plain in ("public", *(f"withheld for {reason}" for reason in reasons)):
        return f"write it in small letters, without quotes or other signs: `share: {plain}`"
    if plain in ("withheld", "private", "closed", "secret"):
        return (
            "say why: `share: withheld for safety` (or integrity, consent, legal); notes and recordings are closed"
            f" then, so in a public repository delete {_closed_of(path)} and keep them elsewhere;"
            " where the title must not be seen either, the page of this problem says what to write"
        )
    return "write `share: public`, or `share: withheld for safety` (or integrity, consent, legal)"


def _closed_of(path: str) -> str:
    if not re.match(r"calls/[0-9]{4}/", path):
        return "them"
    notes = path.replace("calls/", "minutes/", 1).removesuffix(".yaml")
    return f"`{notes}.md`, `recordings:` and `minutes_note:`"
