"""What the archive counts of itself as open data: the numbers of the statistics page, keys that only grow."""

from collections.abc import Iterator

import msgspec

from generator.privacy.public import PublicArchive
from generator.render.archive_numbers import Statistics, statistics_of
from generator.render.once import once
from generator.render.open_data import data_head
from generator.render.output import Draft, File
from generator.settings import Settings

PATH = "data/v1/statistics.json"


def render(archive: PublicArchive, settings: Settings) -> Iterator[Draft]:
    """Give the file of numbers; an archive without calls has it too, because its address never goes away."""
    yield Draft(PATH, data_file, once(archive, statistics_of, settings))


def data_file(found: Statistics, settings: Settings) -> File:
    """Make the file. Each subject says how many its numbers are of; nobody is counted where fewer than five met."""
    people = found.people
    told: dict[str, object] = {
        **data_head(settings),
        "calls": found.calls,
        "calls_shown": found.shown,
        "subjects": {
            one.key.replace("-", "_"): {"of": one.total, "counts": dict(one.counts)}
            for one in found.subjects
        },
        "people": {
            "at_least": people.at_least if people.summed else None,
            "on_calls": people.summed,
            "largest_at_least": people.most or None,
            "largest_is_exact": people.is_exact,
            "largest_page": f"{settings.site_url}{people.call.path}" if people.call else None,
        },
        "places": {"different": found.places, "named_on_calls": found.with_places},
        "series": {"number": found.series, "calls_in_one": found.in_series},
    }
    return File(PATH, msgspec.json.encode(told) + b"\n")
