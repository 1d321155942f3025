"""The page of all calendars: a box for each feed, ways that work, and no way where there is none."""

import re
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from generator import addresses
from generator.privacy.public import LooseDate, Status
from generator.render import ics_feed, podcast_feed, subscribe_page
from generator.render.feed_list import feeds_of
from generator.render.output import Page
from generator.render.podcast_feed import podcasts_of
from generator.render.subscribing import google, outlook, webcal
from tests.render.every_page import pages
from tests.render.ledger_archive import LIVING, archive_of
from tests.render.made_archive import ARCHIVE, CALL, archive_with, call_with
from tests.render.page_reading import Reading

FEED = "calendar/series-river-open-call.ics"
ADDRESS = "https://calls.example/archive/calendar/series-river-open-call.ics"


def page(archive=ARCHIVE, settings=LIVING) -> Reading:
    """Read the page of all calendars."""
    (draft,) = subscribe_page.render(archive, settings)
    made = draft.make(draft.view, settings)
    assert isinstance(made, Page)
    return Reading(made.body)


def test_every_feed_has_its_address_as_text():
    """All calls, without cancelled ones, with a reminder, those of each series, group, hub and year, and podcasts."""
    shown = [each.text for each in page().named("code")]
    feeds = [LIVING.site_url + feed.path for feed in feeds_of(ARCHIVE, LIVING)]
    feeds += [LIVING.site_url + path for path, _name in podcasts_of(ARCHIVE, LIVING)]
    assert sorted(feeds) == sorted(shown)
    assert len(feeds) > 12


def test_every_link_of_a_feed_leads_to_one_that_is_made():
    """A box without its file would be a promise."""
    made = {draft.path for draft in ics_feed.render(ARCHIVE, LIVING)}
    files = [each.attributes["href"] for each in page().named("a") if "download" in each.attributes]
    assert files
    assert set() == {f"calendar/{file}" for file in files} - made


def test_every_podcast_of_the_list_is_made():
    """The page leads to the podcast of all recordings, and to that of each series that has one."""
    made = {draft.path for draft in podcast_feed.render(ARCHIVE, LIVING)}
    kind = "application/rss+xml"
    links = [each.attributes for each in page().named("a")]
    led = {each["href"].removeprefix("../") for each in links if each.get("type") == kind}
    assert {path for path in made if path.startswith("feeds/")} == led


def test_a_webcal_address_differs_from_that_of_the_web_in_its_scheme_alone():
    """Programs take the rest as it is."""
    assert ADDRESS.replace("https:", "webcal:") == webcal(FEED, LIVING)


def test_google_gets_the_webcal_address_and_nothing_else():
    """It stands encoded in one value."""
    address = google(FEED, LIVING)
    assert address.startswith("https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F")
    assert [webcal(FEED, LIVING)] == parse_qs(urlsplit(address).query)["cid"]


def test_outlook_gets_the_address_and_the_name():
    """A name with characters that mean something in addresses stays one value."""
    name = "Calls & notes, 50% + more; ¿qué? #1"
    address = outlook(FEED, name, LIVING, "outlook.live.com")
    parts = urlsplit(address)
    assert ("outlook.live.com", "/calendar/0/addfromweb") == (parts.netloc, parts.path)
    assert {"url": [ADDRESS], "name": [name]} == parse_qs(parts.query)
    assert "+" not in parts.query
    assert name == unquote(parts.query.partition("name=")[2])


@pytest.mark.parametrize("url", ["http://localhost:8000/", "/", "https:///"])
def test_without_an_address_on_the_web_nothing_can_be_subscribed_to(url):
    """Then the files can be downloaded, and the page says so."""
    settings = replace(LIVING, site_url=url)
    reading = page(settings=settings)
    hrefs = [each.attributes["href"] for each in reading.named("a")]
    assert [] == [href for href in hrefs if "webcal" in href or "outlook" in href]
    assert "This archive has no public address yet" in reading.text
    assert [] != [each for each in reading.named("a") if "download" in each.attributes]


def test_links_with_the_same_words_have_names_that_tell_them_apart():
    """Whoever hears a list of links hears which calendar each is of, after the words that are seen."""
    links = [each for each in page().named("a") if "aria-label" in each.attributes]
    names = [each.attributes["aria-label"] for each in links]
    assert len(set(names)) == len(names)
    assert [] == [e.text for e in links if not e.attributes["aria-label"].startswith(e.text)]


def test_buttons_that_copy_are_out_of_sight_until_a_script_shows_them():
    """Without it they would do nothing."""
    buttons = page().named("button")
    assert buttons
    assert all("hidden" in each.attributes for each in buttons)
    assert {each.text for each in page().named("code")} == {
        each.attributes["data-copy"] for each in buttons
    }


@pytest.mark.parametrize(
    ("path", "feed"),
    [
        ("series/river-open-call.html", "series-river-open-call"),
        ("groups/river-assembly.html", "group-river-assembly"),
        ("hubs/spring-gathering.html", "hub-spring-gathering"),
    ],
)
def test_a_record_leads_to_its_calendar_and_to_its_box(path, feed):
    """The box stands on the page of all calendars under the name that the link has."""
    made = pages(ARCHIVE)[path]
    links = Reading(made.body).links()
    assert f"../calendar/{feed}.ics" == links["As a calendar file"]
    assert f"../calendar/subscribe.html#{feed}" == links["Subscribe to these calls"]
    assert feed in page().ids()
    (alternate,) = made.head.alternates
    assert ("text/calendar", f"calendar/{feed}.ics") == (alternate.type, alternate.path)


def test_a_closed_archive_promises_no_new_dates():
    """Corrections still reach whoever subscribes."""
    reading = page(settings=replace(LIVING, state="closed"))
    assert "The calls have ended, so no calendar here brings new dates." in reading.text


def test_years_stand_newest_first_and_names_in_their_order():
    """A year that is past needs no subscription."""
    archive = archive_of(CALL, call_with(id="2030-03-05-call", date=LooseDate(2030, 3, 5)))
    titles = [each.text for each in page(archive).named("summary")]
    years = [title for title in titles if re.fullmatch(r"\d{4}", title)]
    assert sorted(years, reverse=True) == years
    assert "2030" in years


def test_a_filter_stands_above_many_calendars_only():
    """A few are seen at a glance."""
    assert [] == page(replace(archive_with(), series=(), groups=(), hubs=())).of_class("ia-filter")
    assert [] != page(archive_of()).of_class("ia-filter")


def test_the_page_of_help_is_led_to_where_there_is_one():
    """An archive without it has no link into nothing."""
    assert "More about subscribing" not in page().links()


def test_the_name_of_a_box_is_that_of_the_feed():
    """The address of a box lasts as long as that of its feed."""
    assert addresses.series_feed("river-open-call") == FEED
    assert {"all", "all-quiet", "all-remind-8h"} <= set(page().ids())


def test_a_call_to_come_is_added_from_its_page_and_a_past_one_is_a_file():
    """Both lead to the same file, and only one of them is to be added."""
    coming = call_with(status=Status.SCHEDULED, notes=())
    assert CALL.date.exact is not None
    settings = replace(LIVING, today=CALL.date.exact)
    made = pages(archive_with(coming), settings)[f"calls/{CALL.id}.html"]
    links = Reading(made.body).links()
    assert f"{CALL.id}.ics" == links["Add to my calendar"]
    assert f"{CALL.id}.ics" == links["This call as a calendar file"]
    past = Reading(pages(archive_with(CALL))[f"calls/{CALL.id}.html"].body).links()
    assert "Add to my calendar" not in past
    assert f"{CALL.id}.ics" == past["This call as a calendar file"]
