"""The rhythm of a series as a sentence in the language of the interface, and as a rule, both made from its one value.

A rhythm that has more in it than can be worded here is not worded in part, because that would say something else.
In English the sentence is one that `repeats` can be written in, wherever such a one says the same.
"""

from dataclasses import replace

from generator.privacy.public import Frequency, Rhythm, Weekday
from generator.recurrence.rule import rule_text
from generator.recurrence.words import read_words
from generator.render.months import MONTHS, WEEKDAYS, month_alone
from generator.render.ordinals import day_of_month
from generator.render.words import capital, clock, enumeration, short_day
from generator.wording import N_, NN_, _, counted, ngettext

AS_RULE = N_("Its rhythm is given as a rule for calendar programs.")
_WHICH = {
    1: N_("first"),
    2: N_("second"),
    3: N_("third"),
    4: N_("fourth"),
    5: N_("fifth"),
    -1: N_("last"),
    -2: N_("last but one"),
}
"""Which weekday of a month, as it stands before the weekday."""
_UNITS = {
    Frequency.DAILY: NN_("every day", "every {n} days"),
    Frequency.WEEKLY: NN_("every week", "every {n} weeks"),
    Frequency.MONTHLY: NN_("every month", "every {n} months"),
    Frequency.YEARLY: NN_("every year", "every {n} years"),
}
"""How often: each one, and each of several."""
_AS_FIRST = {
    Frequency.WEEKLY: N_("{rhythm}, on the weekday of its first call"),
    Frequency.MONTHLY: N_("{rhythm}, on the day of the month of its first call"),
    Frequency.YEARLY: N_("{rhythm}, on the day of its first call"),
}


def rule_of(words: str, rhythm: Rhythm | None) -> str:
    """Give the rule of a rhythm that its record does not say in words; `words` are the record's own."""
    return rule_text(rhythm) if rhythm is not None and read_words(words) is None else ""


def rhythm_sentence(words: str, rhythm: Rhythm | None) -> str:
    """Give the sentence of a rhythm; free words stay as they are, and a rule without words is said to be one."""
    if rhythm is None:
        return capital(words)
    return capital(rhythm_words(rhythm)) or _(AS_RULE)


def rhythm_words(rhythm: Rhythm) -> str:
    """Give a rhythm as people say it, or an empty string.

    >>> rhythm_words(Rhythm(Frequency.WEEKLY, 2, (Weekday(3),)))
    'every 2 weeks on Thursday'
    """
    said = _days(_plainer(rhythm))
    if not said:
        return ""
    if rhythm.clock:
        said = _("{rhythm} at {time}").format(rhythm=said, time=clock(rhythm.clock))
    if rhythm.months and rhythm.frequency is not Frequency.YEARLY:
        months = enumeration([month_alone(month) for month in rhythm.months])
        said = _("{rhythm}, in {months}").format(rhythm=said, months=months)
    if rhythm.last:
        said = _("{rhythm}, until {day}").format(rhythm=said, day=short_day(rhythm.last))
    if rhythm.count:
        said = ngettext(
            "{rhythm}, {n} call in all", "{rhythm}, {n} calls in all", rhythm.count
        ).format(rhythm=said, n=rhythm.count)
    return said


def _plainer(rhythm: Rhythm) -> Rhythm:
    """Give a rhythm of every day that keeps to some weekdays as one of every week, which it is."""
    is_daily = rhythm.frequency is Frequency.DAILY and rhythm.interval == 1
    if is_daily and rhythm.weekdays and not rhythm.month_days:
        return replace(rhythm, frequency=Frequency.WEEKLY)
    return rhythm


def _days(rhythm: Rhythm) -> str:
    """Say how often and on which days; nothing where that has no words."""
    if rhythm.positions or (rhythm.interval > 1 and rhythm.months):
        return ""
    one, many = _UNITS[rhythm.frequency]
    every = counted(one, many, rhythm.interval)
    if not rhythm.weekdays and not rhythm.month_days and not rhythm.months:
        first = _AS_FIRST.get(rhythm.frequency)
        return _(first).format(rhythm=every) if first else every
    if rhythm.weekdays and rhythm.month_days:
        return ""
    words = {
        Frequency.DAILY: _of_day,
        Frequency.WEEKLY: _of_week,
        Frequency.MONTHLY: _of_month,
        Frequency.YEARLY: _of_year,
    }
    return words[rhythm.frequency](rhythm, every)


def _of_day(rhythm: Rhythm, every: str) -> str:
    return "" if rhythm.weekdays or rhythm.month_days else every


def _of_week(rhythm: Rhythm, every: str) -> str:
    """Say the weekdays; where weeks of several days begin on another one, two calls may lie in different weeks."""
    if not rhythm.weekdays:
        return _(_AS_FIRST[Frequency.WEEKLY]).format(rhythm=every)
    names = [_(WEEKDAYS[one.day]) for one in rhythm.weekdays]
    said = _("{rhythm} on {days}").format(rhythm=every, days=enumeration(names))
    if rhythm.interval == 1 or len(names) == 1 or not rhythm.week_start:
        return said
    begin = _(WEEKDAYS[rhythm.week_start])
    return _("{rhythm} (weeks begin on {day})").format(rhythm=said, day=begin)


def _of_month(rhythm: Rhythm, every: str) -> str:
    if rhythm.month_days:
        days = [day_of_month(day) for day in rhythm.month_days]
        if rhythm.interval > 1:
            said = _("{rhythm} on the {days}")
            return said.format(rhythm=every, days=enumeration(days)) if all(days) else ""
        said = _("on the {days} of the month")
        return said.format(days=enumeration(days)) if all(days) else ""
    if not rhythm.weekdays:
        return _(_AS_FIRST[Frequency.MONTHLY]).format(rhythm=every)
    days = _weekdays(rhythm.weekdays)
    if rhythm.interval > 1:
        said = _("{rhythm} on the {days}")
        return said.format(rhythm=every, days=enumeration(days)) if all(days) else ""
    return _("{days} of the month").format(days=enumeration(days)) if all(days) else ""


def _weekdays(weekdays: tuple[Weekday, ...]) -> list[str]:
    """Give `first and third Tuesday`, or each weekday with its number; an empty text where it has no words."""
    if any(one.which not in _WHICH for one in weekdays):
        return [""]
    if len({one.day for one in weekdays}) == 1:
        which = enumeration([_(_WHICH[one.which]) for one in weekdays])
        return [_numbered(which, weekdays[0].day)]
    return [_numbered(_(_WHICH[one.which]), one.day) for one in weekdays]


def _numbered(which: str, day: int) -> str:
    return _("{which} {weekday}").format(which=which, weekday=_(WEEKDAYS[day]))


def _of_year(rhythm: Rhythm, every: str) -> str:
    """Say days of months of the year; weekdays of the whole year, counted or not, have no simple words."""
    if not rhythm.months or (len(rhythm.months) > 1 and not rhythm.month_days):
        return ""
    if rhythm.month_days:
        if min(rhythm.month_days) < 0:
            return ""
        days = [_day(month, day) for month in rhythm.months for day in rhythm.month_days]
        return _("{rhythm} on {days}").format(rhythm=every, days=enumeration(days))
    days = _weekdays(rhythm.weekdays) if rhythm.weekdays else [""]
    said = _("{rhythm} on the {days} of {month}")
    month = month_alone(rhythm.months[0])
    return said.format(rhythm=every, days=enumeration(days), month=month) if all(days) else ""


def _day(month: int, day: int) -> str:
    return _("{day} {month}").format(day=day, month=_(MONTHS[month - 1]))
