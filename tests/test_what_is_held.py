"""While outputs are made nothing is held that was read, and what processes are copies of is as small as it can be."""

import gc

import pytest

from generator import finishing, loading, pipeline
from generator.load.archive import Loaded
from generator.load.files import Source
from generator.reading import Read
from tests.site_archives import GOOD, copied


def test_what_was_read_is_let_go_before_outputs_are_made(tmp_path, monkeypatch):
    """Neither the bytes of the files nor what each of them gave is held by anybody on the way."""
    publish = finishing.publish_site
    held: list[object] = []

    def publish_site(*given):
        gc.collect()
        files = [one for one in gc.get_objects() if isinstance(one, Read | Source | Loaded)]
        held.extend(one for one in files if id(one) not in before)
        return publish(*given)

    before = {id(one) for one in gc.get_objects()}
    monkeypatch.setattr(finishing, "publish_site", publish_site)
    root = copied("river", tmp_path)
    built = pipeline.build(root, tmp_path / "site", tmp_path / "work", GOOD["river"])
    assert built.published is not None
    assert [] == held


def test_what_draws_pages_is_loaded_before_records_are_read(tmp_path, monkeypatch):
    """Processes that load records make pages too, so they begin when all they need is there, and no record is."""
    order: list[str] = []
    for module, name in ((finishing, "renderers"), (loading, "load")):
        _told(monkeypatch, order, module, name)
    root = copied("river", tmp_path)
    pipeline.build(root, tmp_path / "site", tmp_path / "work", GOOD["river"])
    assert ["renderers", "load"] == order[:2]


def _told(monkeypatch: pytest.MonkeyPatch, order: list[str], module, name: str) -> None:
    """Let a function tell when it is called."""
    own = getattr(module, name)

    def told(*given):
        order.append(name)
        return own(*given)

    monkeypatch.setattr(module, name, told)
