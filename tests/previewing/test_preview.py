"""A saved page is shown at once and as a round shows it; what may have been closed is shown no more from then on."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import addresses, finishing, pipeline
from generator.previewing import Preview, preview
from generator.previewing.one_change import Effect, is_of_call, look_at
from tests.site_archives import GOOD, copied

RECORD = "calls/2031/2031-01-30-river-open-call.yaml"
NOTES = "minutes/2031/2031-01-30-river-open-call.md"
PAGE = "calls/2031-01-30-river-open-call.html"
WRITTEN = "content/index.md"


@pytest.fixture(scope="module")
def began(tmp_path_factory) -> Preview:
    """Give a preview of an archive after its first round."""
    root = copied("river", tmp_path_factory.mktemp("preview"))
    shown = Preview(root, root.parent / "work", GOOD["river"])
    shown.refresh()
    return shown


@pytest.fixture
def shown(began: Preview) -> Iterator[Preview]:
    """Give the same preview to each test, and put everything back after it."""
    kept = began._root.with_name("kept")
    shutil.copytree(began._root, kept)
    yield began
    shutil.rmtree(began._root)
    kept.rename(began._root)
    began.refresh()


def edited(shown: Preview, path: str, old: str, new: str) -> None:
    """Put one text in the place of another in a file; an empty one stands for the file's end."""
    file = shown._root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")


def told(shown: Preview, path: str, old: str, new: str) -> None:
    """Edit a file and tell the preview of it."""
    edited(shown, path, old, new)
    shown.notice([path])


def asked(shown: Preview, path: str) -> tuple[int, str]:
    """Give the status and the text of a file."""
    found = shown.page(path)
    return (404, "") if found is None else (found[0], found[2].decode("utf-8", "replace"))


def drafts_of(shown: Preview) -> dict[str, object]:
    """Give the drafts of the last round by path."""
    known = shown._shown.known
    assert known is not None
    return dict(known.drafts)


OTHER = "minutes/2031/2031-01-08-river-open-call.md"
EARLIER = "2031-01-29-river-open-call"
NEWS = "minutes/2031/2031-02-15-news-desk.md"
DECISION = "\n- **Decision:** {words}. (consensus) {{#{name}}}\n"


def join_marks(shown: Preview) -> None:
    """Let notes name a mark of another series, one by the earlier id of its call, and a name that two marks have."""
    closing = "closes #unanswered-letters and #larger-line"
    edited(shown, NEWS, "closes #unanswered-letters", closing)
    edited(shown, NOTES, "", DECISION.format(words="paint the door", name="barn-door"))
    edited(shown, NOTES, "", DECISION.format(words="meet at noon", name="two-meanings"))
    edited(shown, OTHER, "", DECISION.format(words="meet at dusk", name="two-meanings"))
    later = f"{EARLIER}#barn-door; supersedes #two-meanings"
    edited(shown, NEWS, "", f"\n- **Decision:** paint nothing. (agreed; supersedes {later})\n")


def test_a_page_drawn_at_once_is_the_page_that_a_round_draws(shown: Preview) -> None:
    """Where nothing that others tell has changed, the whole draft is the same for every call, with all relations."""
    join_marks(shown)
    shown.refresh()
    known = shown._shown.known
    assert known is not None
    paths = [path for path in known.files if is_of_call(path) or path.startswith("content/")]
    for path in paths:
        if path.endswith(".md"):
            edited(shown, path, "", "\nA new sentence.\n")
        else:
            edited(shown, path, "", "# A comment.\n")
    quick: dict[str, object] = {}
    for page in sorted({addresses.page_of_source(path) for path in paths}):
        own = [path for path in paths if addresses.page_of_source(path) == page]
        quick.update(look_at(known, str(shown._root), own).drafts)
    assert len(quick) > 20
    before = drafts_of(shown)
    assert any(draft != before[path] for path, draft in quick.items())
    shown.refresh()
    after = drafts_of(shown)
    # The lists of a written page count sentences too, and follow with everything else.
    drawn = [path for path in quick if path.startswith("calls/")]
    assert [] == [path for path in drawn if quick[path] != after[path]]


def test_only_calls_that_are_fully_shared_are_drawn_at_once(shown: Preview) -> None:
    """A change of any other call draws nothing, and no page is shown until everything has been read."""
    known = shown._shown.known
    assert known is not None
    closed = {call.id for call in known.archive.calls if not call.share.is_full}
    paths = [path for name in closed for path in known.files_of[name]]
    for path in paths:
        edited(shown, path, "", "\n")
    found = [look_at(known, str(shown._root), [path]) for path in paths]
    assert len(found) > 5
    assert {(0, Effect.CLOSES)} == {(len(one.drafts), one.effect) for one in found}


@pytest.mark.parametrize(
    ("path", "old", "new", "page"),
    [
        (NOTES, "", "\nA zeppelin came by.\n", PAGE),
        (RECORD, "title: River Assembly open call", "title: A zeppelin", PAGE),
        (WRITTEN, "", "\nA zeppelin came by.\n", "index.html"),
    ],
)
def test_a_saved_file_is_shown_before_everything_is_read(shown, path, old, new, page) -> None:
    """The page has the new words, the rest is what it was, and the foot says that more follows."""
    others = {name: shown.answer(name) for name in ("calls/index.html", "feeds/notes.xml")}
    told(shown, path, old, new)
    status, text = asked(shown, page)
    assert (200, True) == (status, "zeppelin" in text)
    assert others == {name: shown.answer(name) for name in others}
    assert shown.foot(page)[1]
    assert not shown.refresh().problems or "zeppelin" in asked(shown, page)[1]
    assert not shown.foot(page)[1]


def test_two_saves_in_a_row_both_count(shown: Preview) -> None:
    """A second save of the notes and one of the record stand on the page together, before any round and after it."""
    told(shown, NOTES, "", "\nA zeppelin.\n")
    told(shown, RECORD, "title: River Assembly open call", "title: A balloon")
    told(shown, NOTES, "A zeppelin.", "An airship.")
    for _ in range(2):
        text = asked(shown, PAGE)[1]
        assert ["A balloon", "An airship."] == [
            word for word in ("A zeppelin.", "A balloon", "An airship.") if word in text
        ]
        shown.refresh()


WITHHELD = (
    "share:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n  reason: consent\n"
)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (RECORD, "share: public\n", WITHHELD),
        (RECORD, "share: public\n", "share: pubic\n"),
        (RECORD, "share: public\n", ""),
        (NOTES, "---\n", "---\nshare: withheld for safety\n"),
        ("calls/groups/river-planning.yaml", "share: public\n", "share: withheld\n"),
    ],
)
def test_what_may_be_closed_is_shown_no_more_from_then_on(shown, path, old, new) -> None:
    """No page, feed or index is given until everything was read, nor what was wrong in words of before."""
    told(shown, path, old, new)
    assert {503} == {
        asked(shown, name)[0] for name in (PAGE, "index.html", "feeds/notes.xml", "search/2031.bin")
    }
    assert "" == shown.foot(PAGE)[0]
    shown.refresh()
    assert asked(shown, "index.html")[0] == 200


def test_a_file_that_went_closes_and_comes_back(shown: Preview) -> None:
    """A deleted or half-written record shuts the preview; once the whole file is there again, all is as it was."""
    file = shown._root / RECORD
    whole = file.read_bytes()
    before = asked(shown, PAGE)
    for half in (None, b"", whole[: len(whole) // 2], b"\xff\xfe"):
        file.unlink() if half is None else file.write_bytes(half)
        shown.notice([RECORD])
        assert asked(shown, PAGE)[0] == 503
        file.write_bytes(whole)
        shown.notice([RECORD])
        assert before == asked(shown, PAGE)


def test_a_renamed_record_is_shown_under_its_new_name_only(shown: Preview) -> None:
    """Between the two names no page is shown; after the round the old address is none any more."""
    (shown._root / RECORD).rename(shown._root / "calls/2031/2031-01-30-harbour-call.yaml")
    shown.notice([RECORD, "calls/2031/2031-01-30-harbour-call.yaml"])
    assert asked(shown, PAGE)[0] == 503
    shown.refresh()
    assert asked(shown, "calls/2031-01-30-harbour-call.html")[0] == 200


def test_a_folder_that_went_leaves_nothing_to_see(shown: Preview) -> None:
    """A deleted folder of records shuts the preview, and the round after it goes on without them."""
    gone = [
        path.relative_to(shown._root).as_posix() for path in (shown._root / "calls").rglob("*.yaml")
    ]
    shutil.rmtree(shown._root / "calls")
    shown.notice(gone)
    assert asked(shown, PAGE)[0] == 503
    shown.refresh()
    assert asked(shown, PAGE)[0] == 404


@pytest.mark.parametrize(
    ("path", "old", "new", "status"),
    [
        (NOTES, "", "\nA zeppelin came by.\n", 200),
        (RECORD, "share: public\n", WITHHELD, 503),
    ],
)
def test_a_save_while_everything_is_read_is_not_lost(
    shown, monkeypatch, path, old, new, status
) -> None:
    """The round that had read the earlier state does not show it, and another round is asked for."""
    draft_all = finishing.draft_all

    def saved_meanwhile(*given):
        told(shown, path, old, new)
        return draft_all(*given)

    with monkeypatch.context() as patched:
        patched.setattr(finishing, "draft_all", saved_meanwhile)
        shown.refresh()
    found, text = asked(shown, PAGE)
    assert (status, status == 200) == (found, "zeppelin" in text)
    assert shown.wait_for_change(0)
    shown.refresh()
    assert not shown.wait_for_change(0)


def test_a_round_does_not_open_what_a_fault_has_shut(shown, monkeypatch) -> None:
    """What a change did is not known where looking at it fails: no earlier state is shown after it, whoever reads."""

    def failing(*given):
        raise ValueError("a fault of the program")

    draft_all = finishing.draft_all

    def saved_meanwhile(*given):
        with pytest.raises(ValueError, match="a fault"):
            told(shown, RECORD, "share: public\n", WITHHELD)
        assert asked(shown, PAGE)[0] == 503
        return draft_all(*given)

    with monkeypatch.context() as patched:
        patched.setattr(preview, "look_at", failing)
        patched.setattr(finishing, "draft_all", saved_meanwhile)
        with pytest.raises(ValueError, match="a fault"):
            shown.refresh()
        assert (503, "") == (asked(shown, PAGE)[0], shown.foot(PAGE)[0])
    assert shown.wait_for_change(0)
    shown.refresh()
    assert asked(shown, "index.html")[0] == 200


def failed(shown: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one round fail after it has read everything."""

    def failing(*given):
        raise OSError("no room is left")

    with monkeypatch.context() as patched:
        patched.setattr(finishing, "draft_all", failing)
        with pytest.raises(OSError, match="no room"):
            shown.refresh()


def test_pages_say_that_a_round_failed_and_another_is_due(shown, monkeypatch) -> None:
    """The page that was saved is shown on with the fault at its foot, and says that it is read only when it is."""
    told(shown, NOTES, "", "\nA zeppelin came by.\n")
    failed(shown, monkeypatch)
    assert "zeppelin" in asked(shown, PAGE)[1]
    assert ("could not be read" in shown.foot(PAGE)[0], False) == (True, shown.foot(PAGE)[1])
    assert shown.wait_for_change(0)
    shown.refresh()
    assert ("could not be read" in shown.foot(PAGE)[0]) is False
    assert not shown.wait_for_change(0)


def test_a_closed_preview_stays_closed_when_a_round_failed(shown, monkeypatch) -> None:
    """Its page says that reading failed, and the round after the fault opens it."""
    told(shown, RECORD, "share: public\n", WITHHELD)
    failed(shown, monkeypatch)
    status, text = asked(shown, PAGE)
    assert (503, True) == (status, "could not be read" in text)
    shown.refresh()
    assert asked(shown, "index.html")[0] == 200


def test_a_save_ends_the_pause_after_a_fault(shown, monkeypatch) -> None:
    """What was noticed while the round was failing counts too: nobody waits for what is known already."""
    draft_all = finishing.draft_all

    def saved_meanwhile(*given):
        told(shown, NOTES, "", "\nA zeppelin came by.\n")
        draft_all(*given)
        raise OSError("no room is left")

    with monkeypatch.context() as patched:
        patched.setattr(finishing, "draft_all", saved_meanwhile)
        with pytest.raises(OSError, match="no room"):
            shown.refresh()
    waiting = threading.Thread(target=shown.wait_after_failing, args=(600,), daemon=True)
    waiting.start()
    waiting.join(10)
    assert not waiting.is_alive()


def test_a_file_that_is_as_it_was_again_shows_at_once(shown: Preview) -> None:
    """Where no round could show the change, its page goes back with the file, and open pages are told."""
    before = asked(shown, PAGE)
    edited(shown, "mkdocs.yml", "", "\n  nav: [\n")
    told(shown, NOTES, "", "\nA zeppelin came by.\n")
    shown.refresh()
    assert "zeppelin" in asked(shown, PAGE)[1]
    version = shown.version()
    edited(shown, "mkdocs.yml", "\n  nav: [\n", "")
    told(shown, NOTES, "\nA zeppelin came by.\n", "")
    assert (before, True) == (asked(shown, PAGE), shown.version() != version)
    assert shown.wait_for_change(0)


def test_a_page_is_open_about_problems_while_none_is_shown(shown: Preview) -> None:
    """The box is open on the page that waits, and closed on any other."""
    told(shown, "mkdocs.yml", "", "\n  nav: [\n")
    shown.refresh()
    assert '<details class="preview-problems">' in shown.foot(PAGE)[0]
    told(shown, RECORD, "share: public\n", WITHHELD)
    shown.refresh()
    assert '<details class="preview-problems" open>' in shown.foot(PAGE)[0]


def test_a_round_does_not_tell_problems_of_before_a_closing(shown, monkeypatch) -> None:
    """Where settings cannot be read, what was wrong before a record was closed is told no more."""
    judge = pipeline.judge
    told(shown, "mkdocs.yml", "", "\n  nav: [\n")

    def closed_meanwhile(*given):
        found = judge(*given)
        told(shown, RECORD, "share: public\n", WITHHELD)
        return found

    with monkeypatch.context() as patched:
        patched.setattr(preview, "judge", closed_meanwhile)
        assert shown.refresh().problems
    status, text = asked(shown, PAGE)
    assert (503, "", True) == (status, shown.foot(PAGE)[0], "may have closed something" in text)
    assert shown.wait_for_change(0)
    shown.refresh()
    assert "mkdocs.yml" in shown.foot(PAGE)[0]


def test_checksums_are_said_to_be_made_by_a_build(shown: Preview) -> None:
    """The address that help and indexes link leads to words, but not while something may have been closed."""
    found = shown.page(addresses.CHECKSUMS)
    assert found is not None
    assert (200, "text/plain; charset=utf-8", True) == (*found[:2], b"`build`" in found[2])
    told(shown, RECORD, "share: public\n", WITHHELD)
    assert asked(shown, addresses.CHECKSUMS)[0] == 503


def test_finished_files_are_kept_up_to_some_bytes(shown, monkeypatch) -> None:
    """However large files are, what is kept for whoever asks twice stays below a limit of bytes."""
    pages = ("index.html", "calls/index.html", PAGE, "feeds/notes.xml")
    sizes = [len(asked(shown, path)[1].encode()) for path in pages]
    monkeypatch.setattr(preview, "MADE", max(sizes) + 1)
    shown._made.clear()
    for path in pages:
        asked(shown, path)
        assert 0 < sum(len(data) for _, data in shown._made.values()) <= preview.MADE


def test_a_page_that_was_being_made_when_it_closed_is_not_given(shown, monkeypatch) -> None:
    """What was closed while a page was being made counts: its reader gets the page that waits."""
    finish_one = finishing.finish_one

    def closed_meanwhile(*given):
        made = finish_one(*given)
        told(shown, RECORD, "share: public\n", WITHHELD)
        return made

    shown._made.clear()
    monkeypatch.setattr(finishing, "finish_one", closed_meanwhile)
    assert asked(shown, PAGE)[0] == 503


def test_a_touched_file_asks_for_nothing(shown: Preview) -> None:
    """A file whose bytes are what they were begins no round."""
    version = shown.version()
    shown.notice([RECORD, NOTES])
    assert (version, False) == (shown.version(), shown.wait_for_change(0))


def test_broken_settings_leave_the_earlier_pages_and_are_told(shown: Preview) -> None:
    """A fault of syntax in `mkdocs.yml` stops nothing: pages stay, with the fault at their foot."""
    told(shown, "mkdocs.yml", "", "\n  nav: [\n")
    assert not shown.refresh().is_good
    assert asked(shown, "index.html")[0] == 200
    assert "mkdocs.yml" in shown.foot("index.html")[0]


def test_settings_that_cannot_be_read_at_the_start_are_told_on_a_page(tmp_path: Path) -> None:
    """Before the first round and after one that gave nothing there is a page that asks again, with what is wrong."""
    root = copied("river", tmp_path)
    whole = (root / "mkdocs.yml").read_bytes()
    (root / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    shown = Preview(root, tmp_path / "work", GOOD["river"])
    shown.find_address()
    assert (503, ("", True)) == (asked(shown, "index.html")[0], shown.foot("index.html"))
    shown.refresh()
    assert asked(shown, "index.html")[0] == 503
    assert "mkdocs.yml" in shown.foot("index.html")[0]
    (root / "mkdocs.yml").write_bytes(whole)
    shown.notice(["mkdocs.yml"])
    shown.refresh()
    assert asked(shown, "index.html")[0] == 200
