"""A page is cited in one line and in BibTeX, whatever its title holds."""

from generator.render.bibtex import bibtex
from tests.render.every_page import pages, read_call
from tests.render.made_archive import ARCHIVE, CALL, call_with
from tests.render.page_reading import Reading

ADDRESS = "https://calls.example/archive/calls/2031-03-05-river-open-call.html"


def test_an_entry_holds_title_archive_year_and_address():
    """The key is the name of the page, which lasts."""
    assert (
        "@misc{2031-03-05-river-open-call,\n"
        "  title = {{River Assembly open call, 5 March 2031}},\n"
        "  howpublished = {{River calls}},\n"
        "  year = {2031},\n"
        "  url = {https://calls.example/archive/calls/2031-03-05-river-open-call.html},\n"
        "}"
    ) == bibtex("River Assembly open call, 5 March 2031", "River calls", ADDRESS, 2031)


def test_signs_of_latex_stay_signs():
    """No title ends its entry or begins a command."""
    entry = bibtex(r"50% & more_ {x} \input ~ ^ #1 $", "A", ADDRESS, None)
    wanted = (
        r"{{50\% \& more\_ \{x\} \textbackslash{}input \textasciitilde{} \textasciicircum{}"
        r" \#1 \$}}"
    )
    assert wanted in entry
    assert entry.count("{") == entry.count("}")


def test_without_a_year_there_is_none():
    """A group has no day of its own."""
    assert "year" not in bibtex("River planning", "A", ADDRESS, None)


def test_a_page_shows_its_line_and_its_entry():
    """The line can be taken whole, and the day of seeing it is left to whoever cites."""
    reading = read_call(CALL)
    (line,) = reading.of_class("ia-cite")
    assert line.text.startswith("River Assembly open call, 5 March 2031. ")
    assert line.text.endswith(ADDRESS)
    (entry,) = reading.of_class("ia-bibtex")
    assert "@misc{2031-03-05-river-open-call," in entry.text
    assert "Add the day on which you saw it" in reading.text


def test_what_people_wrote_stays_text_in_the_entry():
    """A title with tags is escaped there too."""
    (entry,) = read_call(call_with(title="<b>Bold</b>")).of_class("ia-bibtex")
    assert "<b>Bold</b>" in entry.text


def test_every_page_of_a_record_can_be_cited():
    """Groups, series and withheld calls have their line as well."""
    for path, page in pages(ARCHIVE).items():
        if "record-cite" in page.body:
            (line,) = Reading(page.body).of_class("ia-cite")
            assert line.text.endswith(path)
