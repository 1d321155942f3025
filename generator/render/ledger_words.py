"""What the ledger says: the words of its states, its numbers in a sentence, and the chips of a date."""

from collections.abc import Iterator, Mapping

from generator.render.ledger_rows import DateState, Kind, LedgerRow, Totals
from generator.render.rows import Row
from generator.settings import Settings
from generator.wording import N_, _, counted, number

COLUMNS: Mapping[DateState, str] = {
    DateState.MISSING: N_("Missing"),
    DateState.MINUTES: N_("Minutes"),
    DateState.DRAFT: N_("Draft"),
    DateState.SUMMARY: N_("Summary"),
    DateState.WITHHELD: N_("Withheld"),
    DateState.NONE_TAKEN: N_("None taken"),
    DateState.ELSEWHERE: N_("Elsewhere"),
    DateState.UNKNOWN: N_("Not known"),
    DateState.CANCELLED: N_("Cancelled"),
    DateState.NOT_YET: N_("Not due yet"),
    DateState.TO_COME: N_("To come"),
    DateState.UNCLEAR: N_("Unclear"),
}
"""The state of a date as the head of a column; what could be mended comes first."""
_PHRASES: Mapping[DateState, str] = {
    DateState.MINUTES: N_("{n} with minutes"),
    DateState.DRAFT: N_("{n} with a draft"),
    DateState.SUMMARY: N_("{n} with a summary only"),
    DateState.WITHHELD: N_("{n} withheld"),
    DateState.NONE_TAKEN: N_("{n} with no notes taken"),
    DateState.ELSEWHERE: N_("{n} published elsewhere"),
    DateState.UNKNOWN: N_("{n} not known"),
    DateState.CANCELLED: N_("{n} cancelled"),
    DateState.MISSING: N_("{n} missing"),
    DateState.NOT_YET: N_("{n} not due yet"),
    DateState.TO_COME: N_("{n} to come"),
    DateState.UNCLEAR: N_("{n} unclear"),
}
UNCLEAR = N_(
    "Unclear: a call of that day is withheld, and whether it is the one expected is not said. Nobody is asked for "
    "its notes."
)
_CLOSED = N_(
    "No date is expected here. This archive is closed, and of its recurring calls either the single dates or the end "
    "are not known. A call that nobody is known to have planned cannot be missing."
)
_LIVING = N_(
    "No date is expected here: there is no recurring call whose dates follow from its rhythm. Where only the habit "
    "is known, dates are not made up, and none of them can be missing."
)
_KEYS: Mapping[DateState, str] = {
    DateState.MISSING: "date-missing",
    DateState.NOT_YET: "date-not-yet",
    DateState.UNCLEAR: "date-unclear",
    DateState.SKIPPED: "date-skipped",
    DateState.TO_COME: "upcoming",
}
_BESIDE: Mapping[Kind, str] = {Kind.EXTRA: "date-extra", Kind.OUTSIDE: "date-outside"}


def totals_sentence(totals: Totals) -> str:
    """Say how many dates were expected and what there is of them: `24 dates expected: 15 with minutes, 9 to come.`."""
    if not totals.expected:
        return _("No date is expected.")
    return _("{dates}: {states}.").format(
        dates=counted("{n} date expected", "{n} dates expected", totals.expected),
        states=", ".join(
            _(_PHRASES[state]).format(n=number(many)) for state, many in totals.states
        ),
    )


def nothing_expected(settings: Settings) -> str:
    """Say why an archive expects no date, where no series of it expands."""
    return _(_CLOSED) if settings.state == "closed" else _(_LIVING)


def beside_words(totals: Totals) -> str:
    """Say what stands beside the expected dates, and what unclear means where something is; empty for nothing."""
    return " ".join(_beside(totals))


def _beside(totals: Totals) -> Iterator[str]:
    if totals.extra:
        yield counted(
            "{n} extra call is not among them.", "{n} extra calls are not among them.", totals.extra
        )
    if totals.outside:
        yield counted(
            "{n} more call is outside the rhythm.",
            "{n} more calls are outside the rhythm.",
            totals.outside,
        )
    if totals.skipped:
        yield counted("{n} date is skipped.", "{n} dates are skipped.", totals.skipped)
    if totals.of(DateState.UNCLEAR):
        yield _(UNCLEAR)


def date_keys(row: LedgerRow, call: Row | None) -> tuple[str, ...]:
    """Give the keys of the chips of a date: its own, and those of its call."""
    return (*own_keys(row), *(call.keys if call else ()))


def own_keys(row: LedgerRow) -> tuple[str, ...]:
    """Give the keys of what a date says itself: its state where there is no call, or that it is beside the rhythm."""
    if row.kind in _BESIDE:
        return (_BESIDE[row.kind],)
    return () if row.call else (_KEYS[row.state],)
