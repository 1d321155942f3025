"""Days that may be known only to the month or the year."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class LooseDate:
    """A day as far as it is known; `month` and `day` are 0 where they are not."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, day: datetime.date) -> "LooseDate":
        """Give a date that is known to the day."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        """Write it as far as it is known: `2031-03-05`, `2031-03` or `2031`."""
        if not self.month:
            return f"{self.year:04d}"
        if not self.day:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @property
    def exact(self) -> datetime.date | None:
        """Give the day, or nothing when it is not known to the day."""
        return datetime.date(self.year, self.month, self.day) if self.day else None

    def first_day(self) -> datetime.date:
        """Give the earliest day it can be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> datetime.date:
        """Give the latest day it can be."""
        if self.day:
            return datetime.date(self.year, self.month, self.day)
        if not self.month or self.month == 12:
            return datetime.date(self.year, 12, 31)
        return datetime.date(self.year, self.month + 1, 1) - datetime.timedelta(days=1)
