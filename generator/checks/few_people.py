"""Places are exact though so few people took part that a place may point to a person."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Warn of exact places in records of calls with fewer than ten people; withheld ones show no places at all."""
    for call in archive.calls:
        if not call.share.details or call.participants is None or not call.participants.is_few:
            continue
        for number, place in enumerate(call.places):
            if "," in place:
                at = archive.place(call.path, f"places[{number}]")
                # Not even how long the word is belongs into a log that strangers read.
                yield problem("P507", at._replace(length=1))
