"""How much of a feed is in it: everything while it is small, else the months around today.

Some calendar programs drop what is larger. What is older stands in the feeds of years, which hold all of their year.
"""

import bisect
import datetime
from collections.abc import Sequence

from generator.recurrence.plan import AHEAD, horizon
from generator.render.feed_events import Event

MOST_EVENTS = 1_000
MOST_OCTETS = 1_000_000


def windowed(events: Sequence[Event], octets: int, today: datetime.date) -> Sequence[Event]:
    """Give the events that a feed holds; `octets` is how large it would be with all of them.

    The window begins and ends with a month, so that a feed stays the same for weeks. Where all calls are past it ends
    with the last one, so that the feed of an archive of past calls is never empty.
    """
    if len(events) <= MOST_EVENTS and octets <= MOST_OCTETS:
        return events
    newest = min(today, events[-1].day)
    first = (newest - AHEAD).replace(day=1)
    begin = bisect.bisect_left(events, first, key=_day)
    return events[begin : bisect.bisect_right(events, horizon(today), key=_day)]


def _day(event: Event) -> datetime.date:
    return event.day
