"""Each expected date of a recurring call has one place, which other pages and calendars lead to."""

import datetime
from dataclasses import replace

import pytest

from generator import addresses
from generator.privacy.public import Confidence, Evidence, LooseDate, PublicArchive, PublicSeries
from generator.recurrence.words import read_words
from generator.render.date_places import date_places
from tests.plain_settings import PLAIN

WEEKLY = PublicSeries(
    id="river-open-call",
    path="calls/series/river-open-call.yaml",
    title="River Assembly open call",
    zone="America/New_York",
    length=120,
    groups=(),
    hubs=(),
    purpose="",
    rhythm="every week on Wednesday at 21:00",
    since=LooseDate(2031, 1, 8),
    until=LooseDate(2031, 6, 25),
    skipped=(),
    staffed_calls=0,
    sources=(),
    evidence=Evidence.COMPLETE,
    confidence=Confidence.HIGH,
    date_note="",
    recurrence=read_words("every week on Wednesday at 21:00"),
)
DAILY = replace(
    WEEKLY,
    id="daily",
    recurrence=read_words("every day at 08:00"),
    until=LooseDate(2033, 12, 31),
)
DAY = datetime.date(2031, 5, 7)


@pytest.mark.parametrize(
    ("series", "page"),
    [(WEEKLY, "series/river-open-call.html"), (DAILY, "series/daily.2031.html")],
)
def test_a_date_stands_on_the_page_of_its_series_or_of_its_year(
    series: PublicSeries, page: str
) -> None:
    """A series with too many dates for one page has them by year."""
    places = date_places(PublicArchive(series=(series,)), replace(PLAIN, state="living"))
    assert f"{page}#on-2031-05-07" == places.place(series.id, DAY)


def test_a_year_that_is_too_long_is_parted_by_month() -> None:
    """The address of a date of a long year names its month."""
    place = addresses.occurrence_place("daily", DAY, by_year=True, by_month=True)
    assert "series/daily.2031-05.html#on-2031-05-07" == place
