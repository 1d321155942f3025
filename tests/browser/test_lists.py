"""Lists: complete without a script, and with it filtered and sorted, by keyboard too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.served import listening

pytestmark = pytest.mark.browser

CALLS = "calls/index.html"
PLACES = "places/index.html"
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def river(served_archive) -> str:
    """Give the address of the River archive's site."""
    return str(served_archive("river").address)


@pytest.fixture
def page(page_browser, river) -> Iterator:
    """Give a page on a phone that fails the test on any fault of a script."""
    found = page_browser.new_page(viewport=PHONE)
    faults = listening(found, river)
    yield found
    found.close()
    assert [] == faults


def rows(page):
    """Give the texts of the rows that are shown."""
    return page.locator(".ia-listing li:not(.ia-years > li):visible").all_inner_texts()


def box(page):
    return page.get_by_label("Filter this list", exact=True)


def shown(page) -> str:
    """Give what is said of how many rows remain."""
    return str(page.locator(".ia-filter [role=status]").inner_text())


def test_without_a_script_a_list_is_whole_and_has_no_box(page_browser, river):
    """Every row is there, and nothing that would do nothing."""
    context = page_browser.new_context(java_script_enabled=False)
    plain, lively = context.new_page(), page_browser.new_page()
    for each in (plain, lively):
        each.goto(f"{river}{CALLS}")
    assert rows(lively) == rows(plain)
    assert not plain.locator(".ia-filter").is_visible()
    assert box(lively).is_visible()
    lively.close()
    context.close()


def test_words_hide_rows_and_headings_and_say_how_many_remain(page, river):
    """Case and accents do not matter, and a heading without rows is gone."""
    page.goto(f"{river}{CALLS}")
    total = len(rows(page))
    box(page).fill("KÍTCHEN")
    left = rows(page)
    assert 0 < len(left) < total
    assert all("kitchen" in row.lower() for row in left)
    assert f"{len(left)} of {total} calls shown" == shown(page)
    lists = page.locator(".ia-listing section:visible > ul")
    assert page.locator(".ia-listing h4:visible").count() == lists.count()


def test_words_of_a_heading_find_what_stands_under_it(page, river):
    """Who types the name of a state gets its places."""
    page.goto(f"{river}{PLACES}")
    box(page).fill("vermont")
    assert ["Hill Farm"] == [row.splitlines()[0].partition(" 2")[0].strip() for row in rows(page)]


def test_words_that_no_row_says_can_be_looked_for_everywhere(page, river):
    """No row left says nothing of notes and places, and the search has the same words in its box."""
    page.goto(f"{river}{CALLS}")
    link = page.get_by_role("link", name="Search all of this archive", exact=False)
    box(page).fill("kitchen")
    assert not link.is_visible()
    box(page).fill("salt marsh")
    assert [] == rows(page)
    link.click()
    # The search takes its words from the address when its script has come.
    expect(page.get_by_label("Words to look for")).to_have_value("salt marsh")


def test_escape_brings_every_row_back(page, river):
    """The keyboard alone clears words and the choice of a state."""
    page.goto(f"{river}{CALLS}")
    total = rows(page)
    page.get_by_label("Show", exact=True).select_option("With decisions")
    assert len(rows(page)) < len(total)
    box(page).focus()
    page.keyboard.type("zzz")
    assert [] == rows(page)
    page.keyboard.press("Escape")
    assert total == rows(page)
    assert "" == shown(page)
    assert "" == page.evaluate("location.hash")


def test_a_state_shows_the_calls_that_have_it(page, river):
    """Every call that is left says its decisions, and no other call does."""
    page.goto(f"{river}{CALLS}")
    telling = [row for row in rows(page) if "decision" in row.lower()]
    page.get_by_label("Show", exact=True).select_option("With decisions")
    assert telling == rows(page)


def test_the_newest_come_first_where_that_is_asked_for(page, river):
    """Years, months and rows turn round together, and back."""
    page.goto(f"{river}{CALLS}")
    dates = [row[:4] for row in rows(page)]
    page.get_by_label("Sort", exact=True).select_option("Newest first")
    assert sorted(dates, reverse=True) == [row[:4] for row in rows(page)]
    page.get_by_label("Sort", exact=True).select_option("Oldest first")
    assert dates == [row[:4] for row in rows(page)]


def test_places_with_most_calls_come_first_where_that_is_asked_for(page, river):
    """Numbers are compared as numbers, within their state."""
    page.goto(f"{river}{PLACES}")
    page.get_by_label("Sort", exact=True).select_option("Most calls first")
    lists = page.locator(".ia-listing ul").all()
    for each in lists:
        counts = [int(row.get_attribute("data-calls")) for row in each.locator("li").all()]
        assert sorted(counts, reverse=True) == counts
    assert len(lists) > 2


def test_the_address_keeps_what_was_chosen(page, river):
    """A reader can send it on; it stands behind the sign that is sent to no host."""
    page.goto(f"{river}{CALLS}")
    box(page).fill("kitchen")
    page.get_by_label("Sort", exact=True).select_option("Newest first")
    found, address = rows(page), page.url
    assert address.endswith("#filter=kitchen&sort=reverse")
    page.goto("about:blank")
    page.goto(address)
    assert found == rows(page)
    assert "kitchen" == box(page).input_value()


def test_words_in_an_address_are_only_words(page, river):
    """What looks like markup or a pattern hides every row and does nothing else."""
    page.goto(
        f"{river}{CALLS}#filter=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E.*&show=nothing&sort=x"
    )
    assert [] == rows(page)
    assert 0 == page.locator(".ia-listing img").count()


@pytest.mark.parametrize(
    "path",
    [
        CALLS,
        PLACES,
        "groups/index.html",
        "calls/how-people-met.html",
        "calls/how-sure.html",
        "calls/2031.html",
        "places/mill-town-pa.html",
        "decisions/2031.html",
    ],
)
def test_lists_fit_a_narrow_phone(page, river, path):
    """Nothing scrolls sideways at 320 pixels, and every list of some length has its box."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{river}{path}")
    assert box(page).is_visible()
    assert 320 >= page.evaluate("document.documentElement.scrollWidth")


def test_dates_of_a_series_are_filtered_by_words_and_by_what_they_lack(page, river):
    """Rows of tables are hidden like those of lists, with the headings of years that have none left."""
    page.goto(f"{river}series/river-open-call.html")
    dates = page.locator(".ia-dates tbody tr:visible")
    every = dates.count()
    box(page).fill("holiday")
    assert ["2031-04-02"] == [row.split()[0] for row in dates.all_inner_texts()]
    assert f"1 of {every} dates shown" == shown(page)
    assert not page.get_by_role("heading", name="Next dates").is_visible()
    box(page).fill("")
    page.get_by_label("Show", exact=True).select_option("missing")
    assert 0 < dates.count() < every
