"""Names that were promised to last: those of the real archive when the promise was made."""

import datetime
from pathlib import Path

import pytest
import yaml

from generator import addresses
from generator.joining import notes_order
from generator.pipeline import examine
from generator.privacy import gate
from generator.privacy.public import PublicCall
from generator.render.call_pages import OWN_NAMES
from generator.render.links import Standpoint
from generator.render.markdown import Setting, render_markdown
from generator.render.notes import place_of, render_notes

ROOT = Path(__file__).parents[1]
PROMISED: dict[str, list[str]] = yaml.safe_load(
    (ROOT / "tests/fixtures/real_names.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def taken() -> dict[str, frozenset[str]]:
    """The names in the texts of the real archive, by the path of their file."""
    examined = examine(ROOT, datetime.date(2031, 3, 5))
    assert examined.settings is not None
    public = gate.publish(examined.archive, examined.settings)
    found: dict[str, frozenset[str]] = {}
    for call in public.calls:
        names = OWN_NAMES
        for notes in sorted(call.notes, key=notes_order) if isinstance(call, PublicCall) else ():
            place = place_of(notes, addresses.call_page(call.id), names)
            names = found[notes.path] = render_notes(notes, examined.settings, place).taken
    for page in public.pages:
        setting = Setting(Standpoint(page.path, addresses.page_of_source(page.path), ()))
        found[page.path] = render_markdown(page.body, setting).taken
    return found


def test_every_promised_name_still_stands(taken: dict[str, frozenset[str]]):
    """No address that was given out leads nowhere: a passage that goes leaves `[removed] {#its-name}`."""
    lost = {path: set(names) - taken.get(path, frozenset()) for path, names in PROMISED.items()}
    assert {} == {path: names for path, names in lost.items() if names}


def test_the_promise_is_no_small_one():
    """The list holds what the archive had, and not what was left of it."""
    assert sum(map(len, PROMISED.values())) > 140
