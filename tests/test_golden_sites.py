"""Golden sites: what `render` makes of whole archives, compared with what was read and accepted by a person.

Every output is also parsed back, so that a mistake that was accepted still fails.
"""

import datetime
import difflib
import json
import os
import re
import xml.etree.ElementTree as ET
import zoneinfo
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import icalendar
import pytest

from generator.model.archive import Archive
from generator.model.call import Call, Status
from generator.privacy import gate
from generator.render import (
    call_when,
    list_tools,
    player,
    requesting,
    search_page,
    subscribe_page,
    transcript_pages,
)
from generator.render.occurrences import Occurrence, occurrences_of
from generator.render.output import Head, Index, IndexEntry, Output, Page
from generator.settings import Settings
from generator.site.head import page_facts, site_facts
from tests.html_faults import body_faults
from tests.kept_calendars import FULL, shortened
from tests.schema_faults import schema_faults
from tests.site_archives import GOOD, SITES, examined, outputs

ATOM = "{http://www.w3.org/2005/Atom}"
SIZE_LIMIT = 4_500_000
"""Decisions, actions, search, places, statistics and recordings have outputs of their own in each of the archives.

Nothing is left out for its size: a page in five archives is read once, since differences that are alike are shown once.
"""
FORMS = {
    "index.html": '<form class="ia-find" role="search" ',
    "search/index.html": '<form class="ia-search" id="search-form" ',
    "about/requesting-a-call.html": '<form class="ia-request" id="request-form" ',
}
"""The forms of the site: the search, on a home page that has one the way to it, and that which asks for a call."""
SCRIPTS = {
    "search/index.html": search_page.SCRIPT,
    "about/requesting-a-call.html": requesting.SCRIPT,
}
"""Scripts that are modules, each of one page."""


@pytest.fixture(scope="module", params=GOOD)
def site(request, tmp_path_factory):
    """Give one archive: its name, its settings, what was read, and every output by path."""
    found = examined(request.param, tmp_path_factory.mktemp(request.param))
    assert found.settings is not None
    return SimpleNamespace(
        name=request.param,
        settings=found.settings,
        archive=found.archive,
        problems=found.problems,
        outputs=outputs(found),
    )


def test_archive_is_good(site):
    """Nothing but warnings is said of an archive that is published."""
    assert [] == [fault for fault in site.problems if fault.is_error]


def test_outputs_are_those_accepted(site):
    """Every output is byte for byte the accepted one, none is missing and none is new."""
    folder = SITES / site.name / "expected"
    made = shortened({path: as_bytes(output) for path, output in sorted(site.outputs.items())})
    if os.environ.get("BLESS") == "1":
        bless(folder, made)
    difference = "".join(differences(accepted(folder), made))
    assert "" == difference, f"{difference}\nRead the difference; if it is right: make bless"


def test_differences_that_are_alike_are_shown_once():
    """What changes in many files in the same way is read once, with the names of all; another change stands apart."""
    old = {name: f"{name}\nold\n".encode() for name in "abc"}
    new = {**{name: f"{name}\nnew\n".encode() for name in "ab"}, "c": b"c\nother\n"}
    shown = "".join(differences(old, new))
    assert (1, 1) == (shown.count("+new\n"), shown.count("+other\n"))
    assert "The same lines change in: b\n" in shown


def test_an_event_is_kept_once():
    """A calendar names the events that stand in that of all calls byte for byte, and writes out any other."""
    event = "BEGIN:VEVENT\r\nUID:mill-2031@a.exa\r\n mple\r\nSUMMARY:Mill\r\nEND:VEVENT\r\n"
    alarm = "BEGIN:VALARM\r\nTRIGGER:-PT8H\r\nEND:VALARM\r\n"
    reminding = event.replace("END:VEVENT", f"{alarm}END:VEVENT")
    other = event.replace("Mill", "Hall")
    files = {FULL: event, "calendar/x.ics": reminding * 2 + other, "page.html": event}
    kept = shortened({path: text.encode() for path, text in files.items()})
    assert {
        FULL: event,
        "calendar/x.ics": f"VEVENT as in all: mill-2031@a.example and an alarm:\r\n{alarm}"
        f"VEVENT as in all: mill-2031@a.example and an alarm, again\r\n{other}",
        "page.html": event,
    } == {path: data.decode() for path, data in kept.items()}


def test_accepted_files_are_few():
    """What is kept in the repository stays small enough to be read."""
    kept = [path for name in GOOD for path in (SITES / name / "expected").rglob("*.*")]
    assert kept
    assert SIZE_LIMIT > sum(path.stat().st_size for path in kept)


def test_pages_are_well_formed(site):
    """Tags are balanced, ids unique, headings in order, no address empty, and the outline is in the page."""
    faults = {
        path: body_faults(output)
        for path, output in site.outputs.items()
        if isinstance(output, Page)
    }
    assert {} == {path: found for path, found in faults.items() if found}


def test_facts_for_machines_are_of_schema_org(site):
    """What every page tells machines of itself has only types, properties and values that Schema.org knows."""
    facts = site_facts(site.settings)
    faults = {
        path: schema_faults(page_facts(output, facts))
        for path, output in site.outputs.items()
        if isinstance(output, Page)
    }
    assert {} == {path: found for path, found in faults.items() if found}


def test_every_page_wears_a_frame_beside_it(site):
    """A page lies beside the page of the navigation whose frame it wears, and says what it is about."""
    nav = set(nav_paths(site.settings))
    for output in site.outputs.values():
        if isinstance(output, Page) and output.path != "404.html":
            assert output.section in nav, output.path
            assert Path(output.path).parent == Path(output.section).parent
            assert output.title.strip(), output.path


def test_feed_holds_every_dated_call_once(site):
    """Each call with an exact day and each expected date without one is once in the feed, and nothing else is."""
    found = [str(event["UID"]) for event in events(site.outputs["calendar/all.ics"].data)]
    domain = site.settings.calendar_domain
    identities = [uid(call, site.archive) for call in dated(site.archive)]
    identities += [f"{each.series}-{each.day}" for each in expected(site) if not each.call]
    assert sorted(f"{identity}@{domain}" for identity in identities) == sorted(found)


def test_events_stand_at_the_record_s_times(site):
    """Start, length, status and sequence of an event are what the record says, read with another program."""
    found = {str(e["UID"]).split("@")[0]: e for e in events(site.outputs["calendar/all.ics"].data)}
    for call in dated(site.archive):
        event = found[uid(call, site.archive)]
        assert expected_times(call, site) == (event["DTSTART"].dt, event["DTEND"].dt), call.id
        if call.share.details:
            changes = len(call.moved_from) + (call.status is Status.CANCELLED) + 2 * call.restored
            assert changes == event["SEQUENCE"]
            assert (call.status is Status.CANCELLED) == (event["STATUS"] == "CANCELLED")
            assert call.title in str(event["SUMMARY"])


def test_each_dated_call_has_its_calendar_file(site):
    """Files of a call and of an expected date hold the very event of the feed; calls without a day have none."""
    feed = {str(e["UID"]): e.to_ical() for e in events(site.outputs["calendar/all.ics"].data)}
    files = {p for p in site.outputs if p.startswith("calls/") and p.endswith(".ics")}
    dates = {f"calls/{each.day}-{each.series}.ics": each for each in expected(site)}
    assert {f"calls/{call.id}.ics" for call in dated(site.archive)} | dates.keys() == files
    own = {}
    for path in files:
        (event,) = events(site.outputs[path].data)
        own[str(event["UID"])] = event.to_ical()
    assert feed == own


def test_calendar_lines_are_short_and_plain(site):
    """Lines end in CRLF, have at most 75 octets, and are whole characters."""
    for path, output in site.outputs.items():
        if path.endswith(".ics"):
            lines = output.data.split(b"\r\n")
            assert lines.pop() == b""
            assert 75 >= max(map(len, lines)), path
            assert b"\n" not in b"".join(lines), path
            assert [line.decode() for line in lines]


def test_atom_feed_is_whole(site):
    """The feed has what RFC 4287 asks for, its entries lead to pages that are made, and its ids differ."""
    feed = ET.fromstring(site.outputs["feeds/notes.xml"].data)
    for name in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{name}"), name
    entries = feed.findall(f"{ATOM}entry")
    pages = {page_of(entry).removeprefix(site.settings.site_url) for entry in entries}
    assert len(entries) == len({entry.findtext(f"{ATOM}id") for entry in entries})
    assert set() == pages - set(site.outputs)
    for entry in (feed, *entries):
        updated = datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated", ""))
        assert updated.tzinfo is not None


def test_atom_feed_has_every_call_with_public_notes(site):
    """Calls whose notes may be read are in the feed, and no other call is."""
    feed = ET.fromstring(site.outputs["feeds/notes.xml"].data)
    found = {page_of(entry).rsplit("/", 1)[1] for entry in feed.iter(f"{ATOM}entry")}
    noted = {one.call for one in site.archive.minutes if one.is_written}
    readable = [c for c in site.archive.calls if c.share.details and c.share.minutes]
    assert {f"{call.id}.html" for call in readable if call.id in noted} == found


def test_data_has_every_call_once(site):
    """The data parses, holds every call once, and gives a withheld call no title."""
    files = [path for path in site.outputs if path.startswith("data/v1/calls/")]
    listed = [row for path in files for row in json.loads(site.outputs[path].data)["calls"]]
    rows = {row["id"]: row for row in listed}
    assert len(listed) == len(rows)
    assert {call.id for call in site.archive.calls} == set(rows)
    for call in site.archive.calls:
        assert str(call.date) == rows[call.id]["date"]
        assert (call.title if call.share.details else "") == rows[call.id].get("title", "")


def test_every_call_has_a_page_and_every_alias_leads_on(site):
    """No call is without a page, and an earlier id leads to it unless the details are withheld."""
    for call in site.archive.calls:
        assert f"calls/{call.id}.html" in site.outputs
        for alias in call.aliases:
            path = f"calls/{alias}.html"
            assert call.share.details == (path in site.outputs), path
            if call.share.details:
                assert f"{call.id}.html" in as_bytes(site.outputs[path]).decode()


def test_no_output_has_withheld_words(site):
    """No word that only withheld text of the archive has stands in any output, in any letters, or in a name."""
    words = withheld_words(site.name)
    found = [
        (path, word)
        for path, output in site.outputs.items()
        for text in [f"{path}\n{readable(output)}".casefold()]
        for word in words
        if word.casefold() in text
    ]
    assert [] == found


def test_withheld_words_are_in_the_archive():
    """Each word that is searched for is really there to be withheld, so that the search can fail."""
    folder = SITES / "withheld" / "archive"
    files = [path for path in folder.rglob("*") if path.is_file()]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files).casefold()
    assert [] == [word for word in withheld_words("withheld") if word.casefold() not in text]


def test_no_live_markup_comes_from_text(site):
    """What people wrote adds no script, no event handler, no frame, no picture and no odd address."""
    for output in site.outputs.values():
        if isinstance(output, Page):
            body = output.body
            for own in own_tags(output.path):
                body = body.replace(own, "", 1)
            assert not re.search(r"<(script|iframe|object|embed|img|form|style)\b", body)
            tags = re.findall(r"<[a-zA-Z](?:\"[^\"]*\"|[^>\"])*>", output.body)
            assert [] == [tag for tag in tags if re.search(r"\son[a-z]+\s*=", outside_quotes(tag))]
            assert not re.search(
                r'(?:href|src)="\s*(?:javascript|data|vbscript):', output.body, re.I
            )


def own_tags(path: str) -> Iterator[str]:
    """Give the tags that templates may put on a page, once each: a form that belongs there, and scripts of the site."""
    up = "../" * path.count("/")
    if path in FORMS:
        yield FORMS[path]
    if path in SCRIPTS:
        yield f'<script type="module" src="{up}{SCRIPTS[path]}"></script>'
    if path == subscribe_page.PAGE:
        yield f'<script src="{up}{subscribe_page.SCRIPT}" defer></script>'
    yield f'<script type="module" src="{up}{list_tools.SCRIPT}"></script>'
    yield f'<script type="module" src="{up}{player.SCRIPT}"></script>'
    yield f'<script type="module" src="{up}{transcript_pages.FOLLOW}"></script>'
    yield f'<script src="{up}{call_when.LOCAL_TIME}" defer></script>'


def nav_paths(settings: Settings) -> Iterator[str]:
    """Give the pages of the navigation."""
    for entry in settings.nav:
        yield from (one.path for one in (entry, *entry.children) if one.path)


def dated(archive: Archive) -> list[Call]:
    """Give the calls whose day is known."""
    return [call for call in archive.calls if call.date.day]


def expected(site: SimpleNamespace) -> list[Occurrence]:
    """Give the dates that recurring calls are expected on; how they are counted is tested against a slow count."""
    found = occurrences_of(gate.publish(site.archive, site.settings), site.settings)
    return [each for dates in found.values() for each in dates]


def uid(call: Call, archive: Archive) -> str:
    """Give the left half of a call's calendar identity: of an occurrence, the series and the day first announced."""
    shown = {one.id for one in archive.series if one.share.is_full}
    if call.series not in shown or not (call.share.details or call.share.identify):
        return call.id
    first = call.moved_from[0].date() if call.moved_from and call.share.details else call.date
    own = call.occurrence if call.share.details else None
    return f"{call.series}-{own or first}"


def expected_times(call: Call, site: SimpleNamespace) -> tuple[datetime.date, datetime.date]:
    """Work out start and end of a call's event with the standard library's own zones."""
    day = datetime.date(call.date.year, call.date.month, call.date.day)
    if call.start is None or not call.share.details:
        return day, day + datetime.timedelta(days=1)
    local = datetime.datetime.combine(day, call.start, zoneinfo.ZoneInfo(call.zone))
    usual = {one.id: one.length for one in site.archive.series if one.share.is_full}
    minutes = call.length or usual.get(call.series, 0) or site.settings.usual_length_minutes
    start = local.astimezone(datetime.UTC)
    return start, start + datetime.timedelta(minutes=minutes)


def events(data: bytes) -> list[Any]:
    """Read the events of a calendar."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def page_of(entry: ET.Element) -> str:
    """Give the address of the page that an entry of the feed leads to."""
    link = entry.find(f"{ATOM}link")
    assert link is not None
    return link.attrib["href"]


def row_words(entry: IndexEntry) -> str:
    """Give a page of a search index as it can be read: how it is shown, and the fields of each passage below it."""
    lines = [f"{entry.page} | {entry.title} | {entry.date} | {dict(entry.filters)}"]
    for passage in entry.passages:
        shown = " | ".join((passage.kind, passage.state, passage.language, passage.words))
        lines.append(f"  #{passage.anchor} | {shown}")
        lines += [f"    {name}: {text}" for name, text in passage.fields]
    return "\n".join(lines)


def as_bytes(output: Output) -> bytes:
    """Give an output as it is kept: files as they are, pages with their facts in front of the body."""
    if isinstance(output, Index):
        return "\n".join((*map(row_words, output.entries), "")).encode()
    if not isinstance(output, Page):
        return output.data
    outline = "".join(
        f"  {'#' * line.level} {line.text} (#{line.anchor})\n" for line in output.outline
    )
    return (
        f"path: {output.path}\nsection: {output.section}\ntitle: {output.title}\n"
        f"description: {output.description}\nsource: {output.source}\n{head_words(output.head)}"
        f"outline:\n{outline}\n{output.body}"
    ).encode()


def head_words(head: Head) -> str:
    """Give what machines read of a page in lines: only what differs from a plain page."""
    lines = [f"kind: {head.kind}"] if head.kind != "WebPage" else []
    lines += [f"also: {one.type} {one.path} ({one.title})" for one in head.alternates]
    lines += [] if head.changed_at is None else [f"changed: {head.changed_at}"]
    lines += [] if head.is_listed else ["not listed"]
    facts = json.dumps(head.facts, indent=1, sort_keys=True, ensure_ascii=False)
    return "".join(f"{line}\n" for line in [*lines, *([f"facts: {facts}"] if head.facts else [])])


def readable(output: Output) -> str:
    """Give the text of an output; folded lines of a calendar are joined."""
    return re.sub(r"\r\n ", "", as_bytes(output).decode())


def outside_quotes(tag: str) -> str:
    """Give a tag without what stands in its quotes."""
    return re.sub(r'"[^"]*"', '""', tag)


def withheld_words(name: str) -> list[str]:
    """Give the words that stand in withheld text only."""
    file = SITES / name / "withheld-words.txt"
    return file.read_text(encoding="utf-8").split() if file.exists() else []


def accepted(folder: Path) -> dict[str, bytes]:
    """Read the accepted outputs."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differences(old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[str]:
    """Give a unified difference of all files that are not the same; lines that change alike in many are given once."""
    alike: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for path in sorted(old.keys() | new.keys()):
        if old.get(path) != new.get(path):
            before = old.get(path, b"").decode("utf-8", "replace").splitlines(keepends=True)
            after = new.get(path, b"").decode("utf-8", "replace").splitlines(keepends=True)
            names = (f"accepted/{path}", f"made/{path}")
            lines = list(difflib.unified_diff(before, after, *names, n=1, lineterm="\n"))
            changes = tuple(line for line in lines[2:] if line.startswith(("+", "-")))
            alike.setdefault(changes, []).append((path, "".join(lines)))
    for (_, shown), *others in alike.values():
        yield shown
        if others:
            yield f"\nThe same lines change in: {', '.join(path for path, _ in others)}\n\n"


def bless(folder: Path, made: dict[str, bytes]) -> None:
    """Accept what is made now, and remove what is no longer made."""
    for path in accepted(folder).keys() - made.keys():
        (folder / path).unlink()
    for path, data in made.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists() or target.read_bytes() != data:
            target.write_bytes(data)
