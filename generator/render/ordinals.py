"""Days of the month as a rhythm says them, from the catalogue of the interface: `1st` to `31st`, and the last."""

from generator.wording import NP_, pgettext

_DAYS = (
    NP_("day of the month", "1st"),
    NP_("day of the month", "2nd"),
    NP_("day of the month", "3rd"),
    NP_("day of the month", "4th"),
    NP_("day of the month", "5th"),
    NP_("day of the month", "6th"),
    NP_("day of the month", "7th"),
    NP_("day of the month", "8th"),
    NP_("day of the month", "9th"),
    NP_("day of the month", "10th"),
    NP_("day of the month", "11th"),
    NP_("day of the month", "12th"),
    NP_("day of the month", "13th"),
    NP_("day of the month", "14th"),
    NP_("day of the month", "15th"),
    NP_("day of the month", "16th"),
    NP_("day of the month", "17th"),
    NP_("day of the month", "18th"),
    NP_("day of the month", "19th"),
    NP_("day of the month", "20th"),
    NP_("day of the month", "21st"),
    NP_("day of the month", "22nd"),
    NP_("day of the month", "23rd"),
    NP_("day of the month", "24th"),
    NP_("day of the month", "25th"),
    NP_("day of the month", "26th"),
    NP_("day of the month", "27th"),
    NP_("day of the month", "28th"),
    NP_("day of the month", "29th"),
    NP_("day of the month", "30th"),
    NP_("day of the month", "31st"),
)
_LAST = NP_("day of the month", "last day")


def day_of_month(day: int) -> str:
    """Give a day of the month as it stands after "on the"; -1 is the last day, and others from the end have no words.

    >>> day_of_month(22)
    '22nd'
    """
    if day < 0:
        return pgettext("day of the month", _LAST) if day == -1 else ""
    return pgettext("day of the month", _DAYS[day - 1])
