"""Which notes are the group's own word, and which are no more than a draft; one rule for every step."""

from collections.abc import Sequence

from generator.model.minutes import Adoption, Minutes, Origin


def is_draft(minutes: Minutes, of_call: Sequence[Minutes]) -> bool:
    """Tell whether notes are not the group's own word yet, so that nothing in them is decided.

    A program's draft is one until the group adopted it and a named role went through it. Notes that do not say what
    the group made of them follow those in the archive's own language: a translation is worth what it translates.
    """
    if minutes.adoption is not Adoption.UNSTATED or not minutes.language:
        return _is_draft(minutes)
    return _is_draft(minutes) or any(_is_draft(one) for one in of_call if not one.language)


def _is_draft(minutes: Minutes) -> bool:
    if minutes.origin is Origin.MACHINE_DRAFT:
        return minutes.adoption is not Adoption.ADOPTED or not minutes.reviewed_by
    return minutes.adoption in (Adoption.DRAFT, Adoption.UNDER_REVIEW)
