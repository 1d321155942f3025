"""No page of the calendar differs by what a withheld call says, such as of which series it is or at what hour."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.privacy import gate
from generator.render import calendar_pages, month_pages, subscribe_page
from generator.render.output import Page
from tests.privacy.quiet_archive import Frame, Words, quiet_files, read

MODULES = (calendar_pages, month_pages, subscribe_page)
LIVING = Frame(living=True)
ONE, OTHER = "qzvxkqz", "xjwqzkx"


def outputs(files: Mapping[str, str]) -> dict[str, str]:
    """Give the pages of the calendar of an archive."""
    settings, archive, _, _ = read(dict(files))
    public = gate.publish(archive, settings)
    drafts = [draft for module in MODULES for draft in module.render(public, settings)]
    made = [draft.make(draft.view, settings) for draft in drafts]
    return {page.path: repr(page) for page in made if isinstance(page, Page)}


@pytest.mark.parametrize(
    "frame",
    [LIVING, Frame(), Frame(living=True, identify=True), replace(LIVING, minutes="public")],
    ids=["living", "closed", "named", "minutes"],
)
def test_archives_that_differ_in_withheld_words_have_one_calendar(frame: Frame) -> None:
    """What is coming, every month and the list of feeds are the same for every archive of a frame."""
    first = outputs(quiet_files(frame, Words(0, ONE)))
    assert len(first) > len(MODULES)
    for seed in range(1, 8):
        second = outputs(quiet_files(frame, Words(seed, OTHER)))
        assert sorted(first) == sorted(second)
        assert [] == [path for path, page in first.items() if page != second[path]]
