"""What people write stays text in every page, whatever it is."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.privacy.public import MarkKind, NotesState, RecordingState, Use
from tests.render.every_page import files, pages
from tests.render.made_archive import (
    ASSEMBLY,
    FORGE,
    HUB,
    PLANNING,
    PLATFORM,
    SERIES,
    SOURCE,
    WITHHELD,
    archive_with,
    call_with,
    mark,
    notes_with,
)
from tests.render.page_reading import Reading

NASTY = st.one_of(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            '"><img src=x onerror=alert(1)>',
            "</title></h1><svg onload=alert(1)>",
            "' autofocus onfocus='alert(1)",
            "{{ 7 * 7 }}{% include 'call.html' %}",
            "&lt;b&gt; &amp;amp;",
            "]]><!--",
        ]
    ),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30),
)


def nasty_archive(text):
    """Give an archive in which every text that people write is the given one."""
    source = replace(SOURCE, title=text, publisher=text, url=text)
    call = call_with(
        title=text,
        aliases=("2031-03-04-alias",),
        hosts=(("", text), ("river-planning", text)),
        mode_note=text,
        purpose=text,
        reason=text,
        join=text,
        roles=((text, text),),
        participants_note=text,
        places=(text,) * 10,
        agenda=(text,),
        recording_state=RecordingState.RECORDING,
        recording_note=text,
        minutes_note=text,
        notes_state=NotesState.MINUTES,
        notes=(
            notes_with(
                replace(mark(MarkKind.COUNT, "Count"), text=text, note=text, items=(text,)),
                taken_by=text,
                body="Count",
            ),
        ),
        sources=(source, replace(source, use=Use.LINK)),
        date_note=text,
    )
    return replace(
        archive_with(call, WITHHELD),
        series=(
            replace(
                SERIES,
                title=text,
                purpose=text,
                rhythm=text,
                skipped=((text, text),),
                date_note=text,
            ),
        ),
        groups=(
            replace(ASSEMBLY, name=text, place=text, work=text),
            replace(PLANNING, name=text, approval_note=text),
        ),
        hubs=(replace(HUB, name=text, place=text, about=text, sources=(source,)),),
        platforms=(replace(PLATFORM, name=text),),
    )


def shape(archive, changed):
    """Give the elements and attribute names of every page and file, without any text."""
    texts = {path: page.body for path, page in pages(archive, changed).items()}
    texts |= files(archive, changed)
    return {
        _without_words(path): [
            (each.name, sorted(each.attributes)) for each in Reading(text).elements
        ]
        for path, text in texts.items()
    }


def _without_words(path):
    """Give an address without the words of a place, from which those of places are made."""
    known = ("places/index.html", "places/mill-town-pa.html")
    return "places/of-the-words.html" if path.startswith("places/") and path not in known else path


SETTINGS_WITH_TEXT = replace(FORGE, contact="plain words")
PLAIN = shape(nasty_archive("plain words"), SETTINGS_WITH_TEXT)


@given(NASTY)
@settings(max_examples=60, deadline=None)
def test_no_text_adds_an_element_or_an_attribute(text):
    """A page has the same elements with the same attributes, whatever its records say."""
    archive = nasty_archive(f"x{text}")
    assert PLAIN == shape(
        archive, replace(SETTINGS_WITH_TEXT, contact=f"x{text}", notice=f"x{text}")
    )


@given(NASTY)
@settings(max_examples=60, deadline=None)
def test_any_title_survives_escaping(text):
    """What a title says is what a reader sees, character by character."""
    title = f"a {text} b"
    page = pages(nasty_archive(title))["calls/2031-03-05-river-open-call.html"]
    heading = Reading(page.body).named("h1")[0]
    assert title == "".join(heading.pieces)
