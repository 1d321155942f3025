"""Makes the file of a new call, series, group or hub from the values of its fields."""

from collections.abc import Mapping
from typing import Final

from generator.drafting.desk import FOLDERS, Desk, Draft, find_series, stems
from generator.drafts.names import call_name, record_name, withheld_name
from generator.drafts.yaml_text import Value, write_record
from generator.fields import CALL, GROUP, HUB, SERIES
from generator.fields.kinds import Table

TABLES: Final[Mapping[str, Table]] = {"call": CALL, "series": SERIES, "group": GROUP, "hub": HUB}
"""The table of fields of each kind of record that can be made."""


def record_draft(desk: Desk, kind: str, values: Mapping[str, Value], name: str = "") -> Draft:
    """Make the file of a record; its name is worked out unless it is given."""
    title = str(values.get("title") or values.get("name") or "")
    if kind == "call":
        name = name or _call_name(desk, values, title)
        folder = f"calls/{name[:4]}"
    else:
        folder = FOLDERS[kind]
        name = name or record_name(title, stems(desk, folder))
    # A line for editors is a comment, which a record that withholds something may not have.
    schema = "" if _withholds(values) else f"../../schemas/{kind}.schema.json"
    return Draft(f"{folder}/{name}.yaml", write_record(TABLES[kind], values, schema))


def _call_name(desk: Desk, values: Mapping[str, Value], title: str) -> str:
    """Name a call after its date and title; an occurrence of a series that wears its title, after the series."""
    date, series = str(values.get("date", "")), str(values.get("series", ""))
    taken = stems(desk, "calls") | stems(desk, "minutes")
    taken |= {alias for call in desk.archive.calls for alias in call.aliases}
    if hides_details(values):
        return withheld_name(date, taken)
    # Notes may have stood in for this very record, which then takes their name.
    taken -= {
        call.id
        for call in desk.archive.calls
        if call.path.startswith("minutes/") and (call.series, str(call.date)) == (series, date)
    }
    own = find_series(desk, series)
    # A series that is not fully shared is not named, also not in an address.
    is_named_after = own is not None and own.share.is_full and title == own.title
    return call_name(date, series if is_named_after else title, taken)


def _withholds(values: Mapping[str, Value]) -> bool:
    return values.get("share", "public") != "public"


def hides_details(values: Mapping[str, Value]) -> bool:
    """Tell whether a record shows no more than its date."""
    share = values.get("share", "")
    return isinstance(share, Mapping) and share.get("details") == "withheld"
