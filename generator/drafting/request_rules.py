"""Which rules for requesting a call a new record does not keep: told and not refused, for keepers may agree to it."""

import datetime
import re
from collections.abc import Iterator, Mapping

from generator.drafting.records import hides_details
from generator.drafts.yaml_text import Value
from generator.settings import Requests, Settings

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def unmet_rules(
    kind: str, values: Mapping[str, Value], settings: Settings, today: datetime.date
) -> tuple[str, ...]:
    """Give a sentence for each rule that a good record of a call to come, or of a series to begin, does not keep.

    A call of a series was asked for with its series, and a record of what is over asks for nothing.
    """
    rules = settings.requests
    first = str(values.get("from" if kind == "series" else "date", ""))
    is_asked = kind == "series" or (
        kind == "call" and values.get("status") == "scheduled" and not values.get("series")
    )
    if rules is None or not is_asked or not _DAY.match(first) or hides_details(values):
        return ()
    day = datetime.date.fromisoformat(first)
    return tuple(_unmet(values, rules, (day - today).days)) if day >= today else ()


def _unmet(values: Mapping[str, Value], rules: Requests, left: int) -> Iterator[str]:
    if left < rules.ahead_days:
        yield (
            f"The rules of this archive ask for {_days(rules.ahead_days)} before the first call,"
            f" and there {'is' if left == 1 else 'are'} {_days(left)}."
        )
    roles = values.get("roles", {})
    named = {role.casefold() for role in roles} if isinstance(roles, Mapping) else set()
    open_roles = [role for role in rules.roles if role.casefold() not in named]
    if open_roles:
        yield f"The rules of this archive ask who takes each part; not named yet: {', '.join(open_roles)}."


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
