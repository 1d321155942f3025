"""Names of months and weekdays, from the catalogue of the interface: in a day, and standing alone."""

from generator.wording import N_, NP_, _, pgettext

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
"""Months as they stand in a day, for some languages bend them there; `month_alone` has those of headings."""
_MONTHS_ALONE = (
    NP_("month alone", "January"),
    NP_("month alone", "February"),
    NP_("month alone", "March"),
    NP_("month alone", "April"),
    NP_("month alone", "May"),
    NP_("month alone", "June"),
    NP_("month alone", "July"),
    NP_("month alone", "August"),
    NP_("month alone", "September"),
    NP_("month alone", "October"),
    NP_("month alone", "November"),
    NP_("month alone", "December"),
)
WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def month_alone(month: int) -> str:
    """Give the name of a month as it stands without a day; 0 is not known and says so."""
    return pgettext("month alone", _MONTHS_ALONE[month - 1]) if month else _("Month not known")


def month_of_year(year: int, month: int) -> str:
    """Give a month with its year, `March 2031`, or say that the month is not known."""
    if not month:
        return _("{year}, month not known").format(year=year)
    return _("{month} {year}").format(month=month_alone(month), year=year)
