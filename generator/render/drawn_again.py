"""Draws one page again after a change of its own record, notes or text, for a preview that cannot wait for all.

What the page tells of other pages stays as it was drawn before: its neighbours, its place in the series, and the lists
of a written page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.privacy.public import AnyCall, PublicArchive, PublicCall, PublicPage
from generator.render.call_heads import known_change
from generator.render.call_views import CallView, call_views
from generator.render.output import Draft
from generator.render.written_pages import WrittenView
from generator.settings import Settings


def call_again(
    draft: Draft,
    call: PublicCall,
    others: Iterable[AnyCall],
    archive: PublicArchive,
    settings: Settings,
) -> Draft | None:
    """Give the draft of a call's page with the call as it is now, or nothing where it was another page before.

    `others` are the calls of `archive` that its notes name, that name its notes, or that it carries actions along with,
    and those that name the notes of these; `archive` may be an earlier one.
    """
    before = draft.view
    if not isinstance(before, CallView):
        return None
    some: dict[str, AnyCall] = {one.id: one for one in others} | {call.id: call}
    known = replace(
        archive,
        calls=tuple(some[one.id] for one in archive.calls if one.id in some),
        series=tuple(one for one in archive.series if one.id == call.series),
        transcripts=tuple(one for one in archive.transcripts if one.call in some),
        changes=(),
    )
    views = (view for view in call_views(known, settings) if view.call.id == call.id)
    view = next(views)
    assert isinstance(view, CallView)
    again = replace(
        view,
        near=before.near,
        in_series=before.in_series,
        adopted=before.adopted,
        clock_notices=before.clock_notices,
        log=before.log,
    )
    return replace(draft, view=again, changed_at=known_change(call))


def named_calls(call: PublicCall) -> Iterator[str]:
    """Give the ids of calls that the notes of a call name: those that adopted them, and those of marks."""
    for notes in call.notes:
        if notes.adopted_by:
            yield notes.adopted_by
        yield from (join.call for mark in notes.marks for join in mark.joins if join.call)


def page_again(draft: Draft, page: PublicPage) -> Draft | None:
    """Give the draft of a written page with its text as it is now, or nothing where it asks for other lists."""
    before = draft.view
    if not isinstance(before, WrittenView):
        return None
    asked = [row[1:] for row in page.listings]
    if asked != [row[1:] for row in before.page.listings]:
        return None
    return replace(draft, view=replace(before, page=page))
