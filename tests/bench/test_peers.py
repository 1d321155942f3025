"""Other builders are given the same calls, and make a page of each."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.bench import builds, made_up, plan
from generator.bench.measure import RunFailed
from generator.bench.peers import documents, eleventy, every, hugo_site, material
from generator.bench.peers.frame import ABOUT, BODY, STEM, TITLE, Frame, frame_of
from generator.bench.peers.peer import (
    EVERY_EDIT,
    NOTES,
    WITHHELD,
    Absent,
    Peer,
    lacking,
    prepare,
    write_page,
)
from generator.bench.peers.peer import TITLE as RENAMED
from generator.bench.results import COLD, OURS

WANTED = made_up.Wanted(made_up.LEAST)
FRAME = Frame(
    ("<title>", TITLE, "</title><meta content='", ABOUT, "'>{{ curly }}@misc{", STEM, "}<article>", BODY,
     "<p>the rest of ", STEM, "</p></article><footer>{{foot}}</footer>")
)  # fmt: skip
PAGE = """<html><head><title>A call – River</title><meta name="description" content="A call."></head>
<body><article class="x"><h1>A call</h1><dl></dl>
<h2 id="record-outcomes">Outcomes</h2><p>2031-05-20-river</p><h2 id="record-minutes">Notes</h2><p>All notes.</p>
<h2 id="record-agenda">Agenda</h2></article></body></html>"""


def test_a_document_holds_facts_and_notes():
    """Every word of the notes is in it, and every value of the record."""
    call = plan.noted(WANTED.calls)
    files = dict(made_up.files_of(call, WANTED))
    text = documents.document(call, files).text("html")
    assert files[call.notes_path].split("---\n", 2)[2].split("](")[0] in text
    record = yaml.safe_load(files[call.path])
    assert f"| Title | {record['title']} |" in text
    assert all(f"- {place}" in text for place in record["places"])
    assert all(f"- {item}" in text for item in record["agenda"])


def test_front_matter_is_read_as_it_was_meant():
    """Titles and descriptions go through unchanged."""
    for document in documents.documents(WANTED):
        _, front, _ = document.text("md").split("---\n", 2)
        assert {"title": document.title, "description": document.about, "stem": document.stem} == (
            yaml.safe_load(front)
        )


def test_a_withheld_call_has_no_document():
    """Every other call has one."""
    calls = [plan.planned(number) for number in range(WANTED.calls)]
    shown = [call.id for call in calls if call.fate is not plan.Fate.WITHHELD]
    assert shown == [document.stem for document in documents.documents(WANTED)]
    assert len(shown) < WANTED.calls


@pytest.mark.parametrize("links", ["md", "html"])
def test_links_lead_to_the_other_pages(links):
    """A link to other notes becomes one to the page beside this one, and none leads anywhere else."""
    wanted = made_up.Wanted(420)
    every_document = list(documents.documents(wanted))
    stems = {document.stem for document in every_document}
    targets = [
        target
        for document in every_document
        for target in re.findall(r"\]\(([^)]+)\)", document.text(links))
    ]
    assert len(targets) > 100
    assert [] == [t for t in targets if t.removesuffix(f".{links}") not in stems]


@pytest.mark.parametrize("name", [NOTES, RENAMED])
def test_an_edit_changes_the_page(name):
    """The same edits as of ours are made in the sources of others."""
    stem, after, before = documents.edited(WANTED, name)
    assert after is not None
    assert stem == after.stem == before.stem
    assert after.text("md") != before.text("md")


def test_a_withheld_call_loses_its_page():
    """Nothing of it is left for a builder to show."""
    stem, after, before = documents.edited(WANTED, WITHHELD)
    assert after is None
    assert stem == before.stem


def test_an_edit_that_changes_no_call_is_refused():
    """Only edits of calls can be asked of others."""
    with pytest.raises(ValueError, match="changes no page"):
        documents.edited(WANTED, "one date skipped")


def test_a_frame_is_a_page_without_what_is_told_of_its_call(tmp_path):
    """Title, description, facts and notes are holes, and so is the name of the file."""
    page = tmp_path / "2031-05-20-river.html"
    page.write_text(PAGE)
    frame = frame_of(page)
    assert [TITLE, ABOUT, BODY, STEM] == list(frame.parts[1::2])
    filled = frame.filled({TITLE: "t", ABOUT: "a", STEM: "s", BODY: "b"})
    assert '<title>t</title><meta name="description" content="a">' in filled
    assert '<article class="x">b<h2 id="record-outcomes">Outcomes</h2><p>s</p><h2' in filled
    assert "All notes" not in filled


def test_a_page_that_is_built_otherwise_is_refused(tmp_path):
    """A frame that cannot be cut would make the others' pages of another size without a word."""
    page = tmp_path / "2031-05-20-river.html"
    page.write_text(PAGE.replace("record-minutes", "else"))
    with pytest.raises(ValueError, match="record-minutes"):
        frame_of(page)


def test_layouts_hold_what_looks_like_templates_as_it_is():
    """Curly brackets of our pages, as in BibTeX, begin no action in any layout."""
    settings = material.same_files(FRAME)
    assert (
        "{% raw %}<p>the rest of {% endraw %}{{ page.meta.stem }}"
        in settings["overrides/main.html"]
    )
    hugo = dict(hugo_site._settings(FRAME))["layouts/single.html"]
    assert '{{ "{" }}{ curly }}@misc{{ "{" }}{{ .Params.stem }}}' in hugo
    layout = dict(eleventy._settings(FRAME))["layouts/call.11ty.cjs"]
    assert json.dumps(FRAME.parts) in layout


def test_each_builder_is_the_first_in_turn():
    """In as many rounds as there are builders each begins once, and all take part in each."""
    names = ("a", "b", "c")
    orders = [builds.rotated(names, number) for number in range(3)]
    assert [*names] == [order[0] for order in orders]
    assert all(set(names) == set(order) for order in orders)


def test_builders_that_are_not_asked_for_are_not_looked_for():
    """Without others nothing is absent."""
    assert ((), ()) == every.found(())


def test_a_builder_that_leaves_pages_out_is_told(tmp_path):
    """Less work is no measurement."""
    peer = material.find()
    (tmp_path / "site" / "calls").mkdir(parents=True)
    (tmp_path / "site" / "calls" / "a.html").write_text("a")
    assert ["b"] == lacking(tmp_path, peer, ["a", "b"])


@pytest.fixture(scope="module")
def frame(stepped) -> Frame:
    """Give the frame of our own pages, as the benchmark cuts it."""
    root, _ = stepped
    return frame_of(root / "build" / "site" / "calls" / f"{plan.noted(WANTED.calls).id}.html")


@pytest.mark.peers
def test_a_slow_builder_can_be_asked_for_builds_from_nothing_alone():
    """Those named are asked for no build after a change, and the others as before."""
    for slow, edits in ((("mkdocs",), ()), (("zensical",), (NOTES,))):
        ((peer,), _) = every.found(("mkdocs",), slow)
        assert edits == peer.edits


@pytest.mark.parametrize("name", every.NAMES)
def test_every_builder_makes_the_same_calls(name, frame, tmp_path):
    """Its pages show the notes of their calls, and the page of an edited call shows the edit."""
    peers, absent = every.found((name,))
    assert () == absent
    (peer,) = peers
    prepare(tmp_path, peer, frame)
    for document in documents.documents(WANTED):
        write_page(tmp_path, peer, document)
    assert set(peer.edits) <= set(EVERY_EDIT)
    # Hugo is quick enough to be asked for all of them here, and one kind is enough for the others.
    asked = peer if name == "hugo" else replace(peer, edits=peer.edits and (NOTES,))
    kept = Kept(peer, tmp_path)
    for kind, figures in builds._theirs(tmp_path, asked, WANTED, edits=True):
        assert figures.cpu > 0
        kept.look(kind)
    assert {COLD, *asked.edits} == set(kept.pages)
    assert "Added later: the ferry runs again." not in kept.pages[COLD]
    assert all(words in kept.pages[COLD] for words in ("<table>", "Closing", "River Assembly"))
    if NOTES in asked.edits:
        assert "Added later: the ferry runs again." in kept.pages[NOTES]
    if RENAMED in asked.edits:
        assert "Renamed River" in kept.pages[RENAMED]
    assert not (tmp_path / peer.site).exists()


class Kept:
    """Keeps the page of the edited call as it is after each kind of build."""

    def __init__(self, peer: Peer, root: Path) -> None:
        self.pages: dict[str, str] = {}
        self._page = root / peer.site / "calls" / f"{plan.noted(WANTED.calls).id}.html"

    def look(self, kind: str) -> None:
        self.pages[kind] = self._page.read_text()


@pytest.mark.peers
@pytest.mark.parametrize("name", ["hugo", "eleventy"])
def test_plain_layouts_give_pages_of_our_size(name, frame, tmp_path):
    """The mean page is as large as ours to a tenth; nothing of the layout is lost or drawn twice."""
    ((peer,), _) = every.found((name,))
    constant = sum(len(part) for part in frame.parts[::2])
    page = frame.filled({TITLE: "", ABOUT: "", STEM: "", BODY: ""})
    assert constant == len(page)
    settings = peer.settings(frame)
    layout = next(text for path, text in settings.items() if path.startswith("layouts/"))
    assert constant <= len(layout) <= 1.1 * constant


def test_a_builder_that_is_missing_says_how_it_is_installed(monkeypatch, tmp_path):
    """Nobody has to search for what a run left out."""
    monkeypatch.setattr(hugo_site, "TOOLS", tmp_path)
    assert Absent("hugo", "Hugo", "make build/bench/done.stamp") == hugo_site.find()


def test_a_builder_that_fails_is_left_out_and_ours_is_not(tmp_path):
    """A failure of others is told in the report; one of ours ends the run."""

    def failing():
        yield from ()
        raise RunFailed("no memory left")

    told: list[str] = []
    asked = builds.Asked(2, complain=told.append)
    found = builds._in_turns(
        {"Sedge": failing}, {"Sedge": tmp_path}, WANTED, asked, lambda what, done, total: None
    )
    assert (("Sedge",), ()) == (found.failed, found.rows)
    assert ["Sedge failed:\nno memory left"] == told
    with pytest.raises(RunFailed):
        builds._in_turns({OURS: failing}, {}, WANTED, asked, lambda what, done, total: None)
