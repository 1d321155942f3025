"""Any title that can be written survives to every output as the text it is."""

import functools
import json
import unicodedata
from html.parser import HTMLParser

import icalendar
from hypothesis import assume, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator import finishing, loading
from generator.load.archive import assemble
from generator.load.files import Source
from generator.load.settings_file import read_settings
from generator.privacy import gate
from generator.render.output import File, Page
from generator.settings import Settings
from tests.html_faults import body_faults
from tests.site_archives import GOOD, SITES

ID = "2031-05-01-river"
TITLES = st.one_of(
    st.text(min_size=1, max_size=60),
    st.text(
        st.sampled_from("<>&\"'`\\{}[]()#*_~|:;,%$!?=+-/@ \t\nNn\u00a0é\u200d👩שא川"),
        min_size=1,
        max_size=40,
    ),
    st.sampled_from(
        [
            "</h1><script>",
            "{{ 7*7 }}",
            "{% raw %}",
            "\\n\\N\\,",
            "&amp;lt;",
            "BEGIN:VEVENT",
            "]]>",
            "<!--",
        ]
    ),
)


class Heading(HTMLParser):
    """Reads the text of a page's first heading, and whether anything else than text stands in it."""

    def __init__(self, body: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.inside = False
        self.elements = 0
        self.feed(body)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements += self.inside
        self.inside = self.inside or tag == "h1"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "h1"

    def handle_data(self, data: str) -> None:
        self.text += data if self.inside else ""


@functools.cache
def archive_settings() -> Settings:
    """Give the settings of the empty archive."""
    source = Source("mkdocs.yml", (SITES / "empty" / "archive" / "mkdocs.yml").read_bytes())
    settings, _, _ = read_settings(source, GOOD["empty"])
    assert settings is not None
    return settings


def files_with(title: str, escaped: bool) -> tuple[Source, ...]:
    """Write a call with a title, as text or with every odd character escaped, and notes of it."""
    written = json.dumps(title, ensure_ascii=escaped).replace("\x7f", "\\x7f")
    record = f"title: {written}\ndate: 2031-05-01\nstart: 12:00\nstatus: held\nshare: public\n"
    notes = "---\norigin: notes\n---\nWords.\n"
    return (
        Source(f"calls/2031/{ID}.yaml", record.encode("utf-8", "surrogatepass")),
        Source(f"minutes/2031/{ID}.md", notes.encode()),
    )


@given(TITLES, st.booleans())
@hypothesis_settings(max_examples=120, deadline=None, derandomize=True)
def test_any_title_survives_as_text(title, escaped):
    """A title that loads without an error is on its page, in the calendar and in the data as it was written."""
    settings = archive_settings()
    loaded = loading.load(files_with(title, escaped), frozenset(), None, None)
    assume(not any(fault.is_error for one in loaded for fault in one.problems))
    archive = assemble(loaded, settings.zone, {}, {})
    wanted = " ".join(unicodedata.normalize("NFC", title).split())
    assert [wanted] == [call.title for call in archive.calls]
    public = gate.publish(archive, settings)
    made = {
        draft.path: draft.make(draft.view, settings)
        for draft in finishing.draft_all(public, settings)
    }
    page = made[f"calls/{ID}.html"]
    assert isinstance(page, Page)
    heading = Heading(page.body)
    assert (wanted, 0) == (" ".join(heading.text.split()), heading.elements)
    assert wanted in page.title
    assert {} == {
        path: faults
        for path, output in made.items()
        if isinstance(output, Page) and (faults := body_faults(output))
    }
    calendar = made[f"calls/{ID}.ics"]
    assert isinstance(calendar, File)
    (event,) = icalendar.Calendar.from_ical(calendar.data).walk("VEVENT")
    assert wanted == str(event["SUMMARY"])
    data = made["data/v1/calls/2031.json"]
    assert isinstance(data, File)
    assert [wanted] == [row["title"] for row in json.loads(data.data)["calls"]]


@given(st.sampled_from("\u202e\u2066\u200b\u00ad\ufeff\x00\x1b\x07\U000e0041\ud800\u2028"))
@hypothesis_settings(max_examples=30, deadline=None, derandomize=True)
def test_hidden_characters_do_not_pass_as_escapes(character):
    """A character that may not stand in a file may not come in by a YAML escape either."""
    loaded = loading.load(files_with(f"River{character} call", True), frozenset(), None, None)
    assert [fault for one in loaded for fault in one.problems if fault.is_error]
