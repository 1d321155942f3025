"""All actions as open data: `data/v1/actions.json`, one action a line, keys in a fixed order that only grows.

A day or a name that is not known is null, other unknown texts are empty.
"""

from collections.abc import Iterator

import msgspec

from generator.privacy.public import PublicArchive
from generator.render.action_states import Action, actions_of
from generator.render.carried_over import course_of_calls
from generator.render.output import Draft, File
from generator.settings import Settings

PATH = "data/v1/actions.json"
VERSION = 1


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the data of all actions."""
    yield Draft(PATH, data_file, actions_of(archive, course_of_calls(archive.calls), settings))


def data_file(actions: tuple[Action, ...], settings: Settings) -> File:
    """Make the file; what only a draft says to be done is closed by nothing."""
    head = {
        "version": VERSION,
        "title": settings.site_name,
        "site": settings.site_url,
        "notice": settings.notice,
        "licence": {"name": settings.records_licence, "url": settings.records_licence_url},
        "count": len(actions),
    }
    rows = b",\n".join(msgspec.json.encode(_row(action)) for action in actions)
    opening = msgspec.json.encode(head).removesuffix(b"}")
    return File(PATH, opening + b',"actions":[\n' + rows + b"\n]}\n")


def _row(action: Action) -> dict[str, str | None]:
    return {
        "name": action.name,
        "call": action.name.partition("#")[0],
        "date": str(action.date),
        "text": action.text,
        "owner": action.owner,
        "due": str(action.due) if action.due else None,
        "state": action.standing.value,
        "closed_by": None if action.is_open else action.closed_by or None,
        "closed_on": None if action.is_open else str(action.closed_on),
    }
