"""The last look: what counts as withheld text, in which forms it is found, and what it leaves alone."""

import dataclasses
import datetime
import gzip
import html
import json
import shutil
import zlib
from pathlib import Path
from urllib.parse import quote

import icalendar
import pytest

from generator import finishing
from generator.model.answer import Answer, Found
from generator.model.archive import Archive
from generator.model.call import Count, Recording
from generator.model.share import Share
from generator.pipeline import examine
from generator.privacy import gate, leaks
from generator.render.output import Index
from generator.render.own_words import own_words
from generator.site.search_index import searched_texts
from tests.privacy.full_call import (
    ARCHIVE,
    CALL,
    GROUP,
    HUB,
    NOTES,
    SERIES,
    SETTINGS,
    archive_with,
    call_with,
    share,
)
from tests.privacy.quiet_archive import Frame, open_files, read

TEXT = "Señora Brûlé's ferry — “keep the lantern lit” & row <north> at dusk"
WORDS = "the lantern burns behind the ferry house until dawn"
PATH = "minutes/2031/2031-03-05-withheld-1.md"
CLOSED_DETAILS = share(True, True, False)


def needles_of(archive: Archive, settings=SETTINGS) -> leaks.Needles:
    return leaks.needles(archive, gate.publish(archive, settings), settings)


def with_notes(body: str, level: Share) -> Archive:
    notes = dataclasses.replace(NOTES, body=body, marks=(), taken_by="")
    return archive_with(calls=(call_with(share=level),), minutes=(notes,))


NEEDLES = needles_of(with_notes(f"{TEXT}\n\n{WORDS}", share(False, True, True)))


def folded(text: str) -> bytes:
    event = icalendar.Event()
    event.add("description", text)
    calendar = icalendar.Calendar()
    calendar.add_component(event)
    octets: bytes = calendar.to_ical()
    return octets


FORMS = {
    "plain": TEXT.encode(),
    "upper case": TEXT.upper().encode(),
    "HTML": html.escape(TEXT).encode(),
    "HTML in a feed": html.escape(html.escape(f"<p>{html.escape(TEXT)}</p>")).encode(),
    "HTML by numbers": "".join(f"&#{ord(c)};" for c in TEXT).encode(),
    "an attribute": f'<a title="{html.escape(TEXT)}">x</a>'.encode(),
    "JSON": json.dumps({"x": TEXT}).encode(),
    "JSON twice": json.dumps(json.dumps({"x": TEXT})).encode(),
    "JSON in an attribute": html.escape(json.dumps(TEXT)).encode(),
    "JSON with a tab": json.dumps(WORDS.replace(" ", "\t")).encode(),
    "JSON with line ends": json.dumps(WORDS.replace(" ", "\n")).encode(),
    "hexadecimal escapes": "".join(f"\\x{ord(c):02x}" for c in WORDS).encode(),
    "an address": f'<a href="https://a.example/?q={quote(TEXT)}">x</a>'.encode(),
    "an address twice": quote(quote(TEXT)).encode(),
    "a query": WORDS.replace(" ", "+").encode(),
    "a calendar": folded(TEXT * 3),
    "a folded calendar without name": folded(WORDS * 3),
    "gzip": gzip.compress(TEXT.encode()),
    "zlib": zlib.compress(TEXT.encode()),
    "markup between words": TEXT.replace(" ", " <b>x</b> ", 1).encode(),
    "markup inside words": WORDS.replace("lant", "la<b>nt</b>").encode(),
    "markup around every word": "".join(f"<i>{word}</i> " for word in WORDS.split()).encode(),
    "soft hyphens": WORDS.replace("er", "e\u00adr").encode(),
    "soft hyphens by name": WORDS.replace("er", "e&shy;r").encode(),
    "accents apart": "Sen\u0303ora Bru\u0302le\u0301's ferry keep the lantern".encode(),
    "without accents": b"senora-brule-s-ferry-keep-the-lantern",
    "a name of a file": WORDS.replace(" ", "_").encode(),
    "five words": b"x the lantern burns behind the x",
    "twenty-four characters": b"x lantern burns behind the f",
    "with a damaged character": b"\xff " + WORDS.encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_withheld_text_is_found_in_every_form(form):
    """Whatever a renderer does to a text on its way, the last look knows it again and says whose it is."""
    path = "calendar/all.ics" if "calendar" in form and "without" not in form else "x/y.bin"
    assert PATH == leaks.find(NEEDLES, path, FORMS[form])


def test_withheld_text_is_found_in_the_name_of_a_file():
    """A file whose name tells what is withheld is a leak though its bytes are clean."""
    assert PATH == leaks.find(NEEDLES, f"calls/{WORDS.replace(' ', '-')}.html", b"")
    assert "" == leaks.find(NEEDLES, "calls/2031-03-05-withheld-1.html", b"")


@pytest.mark.parametrize(
    "text",
    ["burns behind the ferry", "lantern burns behind th", "", "<p>Withheld for safety.</p>"],
)
def test_short_pieces_and_other_text_are_left_alone(text):
    """Four words, or 23 characters, may stand anywhere by chance."""
    assert "" == leaks.find(NEEDLES, "index.html", text.encode())


@pytest.mark.parametrize("address", ["https://a.example/9", "http://x.example"])
def test_short_withheld_address_is_found(address):
    """An address is withheld as a whole, however short it is; of another only a part is no find."""
    call = call_with(share=share(True, False, True), recordings=(Recording(address),))
    found = needles_of(archive_with(calls=(call,)))
    assert CALL.path == leaks.find(found, "x.html", f'<a href="{address}">x</a>'.encode())
    assert CALL.path == leaks.find(
        found, "x.json", json.dumps(address).replace("/", "\\/").encode()
    )
    assert "" == leaks.find(found, "x.html", b"https://b.example/9")


def test_address_in_withheld_notes_is_found():
    """Addresses in the text of notes are withheld like those of recordings."""
    found = needles_of(with_notes("see https://a.example/9", share(False, True, True)))
    assert PATH == leaks.find(found, "x.html", b"https://a.example/9")


def test_words_of_a_link_are_found_without_its_target():
    """A page shows the words of a link and keeps the target apart; the run goes across."""
    found = needles_of(
        with_notes("row [to](https://a.example/1) the [north](b.md) bank", share(False, True, True))
    )
    assert PATH == leaks.find(
        found, "x.html", b"row <a href='c'>to</a> the <a href='d'>north</a> bank"
    )


def test_id_of_a_call_behind_a_public_word_is_no_find_though_a_withheld_link_reads_so():
    """Data that names a call by its id says no words of withheld notes that link to that call."""
    public = call_with(id="2031-01-08-river-open-call", share=share(True, True, True))
    archive = with_notes(f"the [last call]({public.id}) was long", share(False, True, True))
    found = needles_of(dataclasses.replace(archive, calls=(*archive.calls, public)))
    assert "" == leaks.find(found, "x.json", json.dumps({"call": public.id}).encode())
    assert "" == leaks.find(found, "x.html", f"Last call: {public.id}".encode())


def test_full_name_of_a_public_mark_is_no_find_though_withheld_notes_name_it():
    """Closed notes may supersede a public decision, whose permanent name stands in the register and its data."""
    front = "---\norigin: notes\n---\n"
    files = open_files(Frame()) | {
        "calls/2031/2031-05-02-a.yaml": "title: A\ndate: 2031-05-02\nstatus: held\nshare: public\n",
        "minutes/2031/2031-05-02-a.md": f"{front}- **Decision:** row {{#may}}\n",
        "calls/2031/2031-05-07-withheld-1.yaml": (
            "date: 2031-05-07\ntitle: Low\nshare: withheld for safety\n"
        ),
        "minutes/2031/2031-05-07-withheld-1.md": (
            f"{front}- **Decision:** go by night (agreed; supersedes 2031-05-02-a#may)\n"
        ),
    }
    settings, archive, _, _ = read(files)
    found = leaks.needles(archive, gate.publish(archive, settings), settings)
    name, closed = b"<code>2031-05-02-a#may</code>", b"agreed supersedes 2031-05-02-a"
    assert ["", False] == [
        leaks.find(found, "a.html", name),
        leaks.find(found, "a.html", closed) == "",
    ]


def test_name_of_a_mark_is_not_run_together_with_what_follows():
    """Open notes that name a withheld mark before their next line say no words of the withheld ones."""
    body = "- **Decision:** go. (agreed) {#gathering-date-of-may}\n- **Decision:** send letters"
    found = needles_of(with_notes(body, share(False, True, True)))
    assert "" == leaks.find(found, "x.html", b"supersedes #gathering-date-of-may) Decision: x")
    assert PATH == leaks.find(found, "x.html", b"decision go agreed decision send letters")


def test_words_of_our_own_pages_are_no_find():
    """What templates, tables and the text that notes begin with say is public in every archive."""
    own = (
        "The first page of the archive. Committees of correspondence. outreach: write the explainer"
    )
    archive = with_notes(own, share(False, True, True))
    found = leaks.needles(archive, gate.publish(archive, SETTINGS), SETTINGS, own_words())
    for words in own.split(". "):
        assert "" == leaks.find(found, "x.html", words.encode())
    assert PATH == leaks.find(found, "x.html", b"the archive committees of correspondence")


def test_source_of_withheld_notes_is_found_though_links_part_every_few_words():
    """Source that is put out as it was written is read without the targets of its links too."""
    body = "after [the call](2031-01-08-river) rowed [north](2031-01-15-river) of it [again](2031-02-05-x)"
    found = needles_of(with_notes(body, share(False, True, True)))
    assert PATH == leaks.find(found, "x.txt", body.encode())
    assert PATH == leaks.find(found, "x.json", json.dumps({"x": body}).encode())


def test_target_of_a_withheld_link_is_found_by_itself():
    """A long target inside the archive is withheld like other words, where nothing public says it."""
    found = needles_of(
        with_notes("see [it](the-lantern-behind-the-ferry-house)", share(False, True, True))
    )
    assert PATH == leaks.find(
        found, "x.html", b"<a href='the-lantern-behind-the-ferry-house'>x</a>"
    )


@pytest.mark.parametrize(
    "field", ["title", "purpose", "participants_note", "date_note", "context", "mode_note"]
)
def test_details_are_searched_for(field):
    """Every text of the details is withheld with them."""
    call = call_with(share=share(False, False, False), **{field: WORDS})
    found = needles_of(archive_with(calls=(call,), minutes=()))
    assert CALL.path == leaks.find(found, "x.html", WORDS.encode())


def test_lists_and_notes_of_withheld_parts_are_searched_for():
    """Values inside lists, pairs, sources and recordings are texts too."""
    level = share(False, False, False)
    for field, value in {
        "agenda": (WORDS,),
        "roles": (("x", WORDS),),
        "aliases": (WORDS.replace(" ", "-"),),
        "sources": (dataclasses.replace(CALL.sources[0], title=WORDS),),
        "recordings": (Recording(f"https://a.example/{WORDS.replace(' ', '-')}"),),
    }.items():
        call = call_with(share=level, **{field: value})
        found = needles_of(archive_with(calls=(call,), minutes=()))
        assert CALL.path == leaks.find(found, "x.html", WORDS.encode()), field


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("groups", dataclasses.replace(GROUP, share=CLOSED_DETAILS, work=WORDS)),
        ("series", dataclasses.replace(SERIES, share=CLOSED_DETAILS, purpose=WORDS)),
        ("hubs", dataclasses.replace(HUB, share=CLOSED_DETAILS, about=WORDS)),
    ],
)
def test_closed_records_are_searched_for(kind, record):
    """All texts of a group, series or hub that is not fully shared are withheld."""
    found = needles_of(archive_with(**{kind: (record,)}))
    assert record.path == leaks.find(found, "x.html", WORDS.encode())


def test_exact_places_of_few_people_are_searched_for():
    """What the gate makes less exact may not come back another way."""
    call = call_with(
        participants=Count(3, 3),
        places=(f"{WORDS}, PA",),
    )
    found = needles_of(archive_with(calls=(call,)))
    assert CALL.path == leaks.find(found, "x.html", WORDS.encode())


def test_public_text_is_no_leak():
    """What stands in an open record or in the settings may be said anywhere, though a withheld text says it too."""
    settings = dataclasses.replace(
        SETTINGS, notice="A house behind the ferry where lanterns are made."
    )
    body = f"{CALL.purpose} {WORDS} {settings.notice}"
    archive = with_notes(body, share(False, True, True))
    found = needles_of(archive, settings)
    assert "" == leaks.find(
        found, "x.html", f"<p>{CALL.purpose}</p><p>{settings.notice}</p>".encode()
    )
    assert PATH == leaks.find(found, "x.html", WORDS.encode())


def test_an_open_archive_has_no_needles():
    """Where nothing is withheld nothing is searched for."""
    assert leaks.Needles({}) == needles_of(ARCHIVE)


SITES = sorted(path.parent for path in Path(__file__).parents[1].glob("sites/*/archive"))


@pytest.mark.parametrize("folder", SITES, ids=lambda folder: folder.name)
def test_no_false_alarm_on_the_golden_sites(folder, tmp_path):
    """No output of an archive that can be published is taken for a leak; of a broken one nothing is published."""
    root = shutil.copytree(folder / "archive", tmp_path / "archive")
    found = examine(root, datetime.date(2031, 6, 1))
    if not found.is_good or found.settings is None:
        assert any(fault.is_error for fault in found.problems)
        return
    public = gate.publish(found.archive, found.settings)
    needles = leaks.needles(found.archive, public, found.settings)
    for draft in finishing.draft_all(public, found.settings):
        output = draft.make(draft.view, found.settings)
        texts = searched_texts(output) if isinstance(output, Index) else ()
        body = getattr(output, "body", "") or "\n".join(texts)
        data = getattr(output, "data", b"") or body.encode()
        assert "" == leaks.find(needles, output.path, data), output.path


def test_the_withheld_site_has_something_to_find():
    """The test above is not empty: the golden site of withheld calls has hundreds of needles."""
    folder = next(folder for folder in SITES if folder.name == "withheld") / "archive"
    paths = [path for path in folder.rglob("*") if path.is_file()]
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths
    }
    settings, archive, _, _ = read(files)
    assert 100 < len(needles_of(archive, settings).runs)


def test_needles_say_whether_anything_is_closed():
    """A closed record without a word of text is known to be there, so that caches do not tell the difference."""
    files = open_files(Frame())
    assert not needles_of(read(files)[1]).any_closed
    closed = "".join(f"  {part}: withheld\n" for part in ("minutes", "recording", "details"))
    bare = f"date: 2031-05-07\nshare:\n{closed}  reason: legal\n"
    found = needles_of(read(files | {"calls/2031/2031-05-07-withheld-1.yaml": bare})[1])
    assert found.any_closed
    assert {} == found.runs


def test_public_words_with_the_beginning_of_another_are_no_leak():
    """Closed notes that close a public action by its words do not stop a page on which a word of ours follows."""
    lit = "open the boathouse, light twelve paper lanterns"
    call = call_with(id="2031-03-12-lantern-call", purpose=lit)
    notes = dataclasses.replace(
        NOTES, body="twelve paper lanterns reported as lit by the ferry crew", marks=(), taken_by=""
    )
    closed = call_with(share=share(False, True, True))
    found = needles_of(archive_with(calls=(closed, call), minutes=(notes,)))
    assert "" == leaks.find(found, "calls/x.html", f"<p>{lit}</p><h2>Recording</h2>".encode())
    assert NOTES.path == leaks.find(found, "calls/x.html", b"lanterns reported as lit by the")


def test_the_beginning_of_a_word_behind_closed_words_is_a_leak():
    """Where the words before it are not public, 24 characters are a leak wherever they end."""
    found = needles_of(with_notes("twelve paper lanterns reported", share(False, True, True)))
    assert NOTES.path == leaks.find(found, "calls/x.html", b"twelve paper lanterns re")


def test_where_the_address_of_a_withheld_recording_leads_is_a_leak():
    """An answer from when it was open may lie in a private repository still."""
    closed = call_with(share=share(True, False, True))
    answer = Answer(
        "calls/links/2031.jsonl",
        1,
        closed.recordings[0].url,
        datetime.date(2031, 3, 9),
        Found.THERE,
        moved_to="https://ferry.example/lantern/9.mp3",
    )
    archive = dataclasses.replace(archive_with(calls=(closed,)), answers=(answer,))
    assert answer.path == leaks.find(needles_of(archive), "x.json", answer.moved_to.encode())
