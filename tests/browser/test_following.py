"""The words of a recording follow what is heard, lead to their moments, and lose nothing without scripts."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator import finishing
from generator.addresses import transcript_page
from generator.memo import passing_memo
from generator.pipeline import examine
from generator.privacy import gate, leaks
from generator.privacy.public import PublicArchive, PublicCall
from tests.browser.served import Served, serving
from tests.browser.waiting import wait_until
from tests.render.transcript_archive import (
    CUES,
    PAGE,
    SOUND,
    TRANSCRIPT,
    archive_of,
    spoken_for,
)
from tests.sounds import made

pytestmark = pytest.mark.browser

EMPTY = Path(__file__).parents[1] / "sites/empty/archive"
SECONDS = 30
MANY = 20_000
MIDDLE, LONG = "2031-03-06-river-open-call", "2031-03-07-river-open-call"


def site_of(archive: PublicArchive, folder: Path) -> Path:
    """Publish the site of a public archive made by hand, with the settings and written pages of the empty one."""
    examined = examine(EMPTY, datetime.date(2031, 4, 1))
    assert examined.settings is not None
    written = gate.publish(examined.archive, examined.settings).pages
    site = finishing.Site(EMPTY, folder / "site", folder / "work", examined.settings)
    public = replace(archive, pages=written)
    problems, done = finishing.publish_site(site, public, leaks.Needles({}), passing_memo(), None)
    assert done, problems
    return folder / "site"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Serve a site with a short transcript, one of a few minutes, and one of twenty thousand pieces."""
    heard = archive_of(TRANSCRIPT, recordings=(replace(SOUND, type="audio/wav"),))
    call = heard.calls[0]
    assert isinstance(call, PublicCall)
    others = [
        replace(spoken_for(number), call=name) for name, number in ((MIDDLE, 400), (LONG, MANY))
    ]
    archive = replace(
        heard,
        calls=(
            call,
            *(replace(call, id=one.call, path=f"calls/2031/{one.call}.yaml") for one in others),
        ),
        transcripts=(TRANSCRIPT, *others),
    )
    with serving(site_of(archive, tmp_path_factory.mktemp("words"))) as served:
        yield served


@pytest.fixture
def short(served: Served) -> str:
    """Give the address of a short transcript."""
    return f"{served.address}{PAGE}"


@pytest.fixture
def middle(served: Served) -> str:
    """Give the address of a transcript that is longer than a screen."""
    return f"{served.address}{transcript_page(MIDDLE)}"


@pytest.fixture
def long(served: Served) -> str:
    """Give the address of the longest transcript there may be."""
    return f"{served.address}{transcript_page(LONG)}"


@pytest.fixture
def page(page_browser):
    """Give a page that hears half a minute of sound from the host of recordings, and fails the test on any error."""
    found = page_browser.new_page(viewport={"width": 1000, "height": 700})
    errors: list[str] = []
    asked: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    found.on("request", lambda one: asked.append(one.url))

    def send(route):
        data = made("audio/wav", SECONDS)
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", route.request.headers.get("range", ""))
        first = int(wanted[1]) if wanted else 0
        last = int(wanted[2]) if wanted and wanted[2] else len(data) - 1
        told = {
            "content-type": "audio/wav",
            "accept-ranges": "bytes",
            "content-range": f"bytes {first}-{last}/{len(data)}",
        }
        route.fulfill(status=206 if wanted else 200, headers=told, body=data[first : last + 1])

    found.route("https://media.example/**", send)
    found.asked = asked
    yield found
    found.close()
    assert [] == errors


def heard(page) -> str:
    return page.locator(".ia-heard").text_content() or ""


def at(page, second: float) -> None:
    """Play from a second, without a sound."""
    page.evaluate(
        """async (second) => {
          const media = document.querySelector("audio");
          media.muted = true;
          await media.play();
          media.currentTime = second;
        }""",
        second,
    )


def wait_for(page, words: str) -> None:
    page.locator(".ia-heard", has_text=words).wait_for()


def test_the_words_that_are_heard_are_marked(page, short: str):
    """One piece at a time is marked, by a line below it and not by colour alone, and for screen readers."""
    page.goto(short)
    at(page, 15)
    wait_for(page, "We begin with the ferry.")
    assert 1 == page.locator('[aria-current="true"].ia-heard').count()
    style = "getComputedStyle(document.querySelector('.ia-heard')).textDecorationLine"
    assert "underline" == page.evaluate(style)
    at(page, 20)
    wait_for(page, "The ferry is full on Friday.")
    assert 1 == page.locator(".ia-heard").count()


def test_a_moment_plays_from_there(page, short: str):
    """A click on it, or Enter, begins there; the address names it."""
    page.goto(short)
    page.locator("#t-00-00-19 .ia-moment").focus()
    page.keyboard.press("Enter")
    wait_for(page, "The ferry is full on Friday.")
    assert page.url.endswith("#t-00-00-19")
    assert page.evaluate("document.querySelector('audio').currentTime") >= 19


def test_an_address_with_a_moment_readies_the_player(page, short: str):
    """The paragraph is marked, play begins there, and nothing was asked of the other host before."""
    page.goto(f"{short}#t-00-00-19")
    wait_for(page, "on Friday.")
    page.wait_for_timeout(200)
    assert [] == [url for url in page.asked if "media.example" in url]
    page.evaluate("document.querySelector('audio').muted = true")
    page.evaluate("document.querySelector('audio').play()")
    wait_until(page, "document.querySelector('audio').currentTime >= 19")
    assert "on Friday." in heard(page)


def test_a_moment_between_two_leads_to_the_paragraph(page, short: str):
    """An address may name any second, such as that of a podcast player; no passage is said to be lost."""
    page.goto(f"{short}#t-00-00-17")
    wait_for(page, "We begin with the ferry.")
    page.wait_for_timeout(400)
    assert 0 == page.locator(".ia-lost p").count()
    assert page.locator("#t-00-00-10").is_visible()


def test_the_page_stays_where_the_reader_left_it(page, middle: str):
    """Nothing moves unless the reader asked for it."""
    page.goto(middle)
    at(page, 25)
    wait_for(page, " 50.")
    page.wait_for_timeout(300)
    assert 0 == page.evaluate("scrollY")


def test_the_page_moves_along_where_the_reader_wants_it(page, middle: str):
    """What is heard is in sight then, and a turn of the wheel ends it."""
    page.goto(middle)
    page.get_by_label("Move the page along").check()
    at(page, 25)
    wait_for(page, " 50.")
    wait_until(
        page,
        "(() => { const box = document.querySelector('.ia-heard').getBoundingClientRect();"
        " return box.top > 0 && box.bottom < innerHeight; })()",
    )
    assert page.evaluate("scrollY") > 0
    page.mouse.move(500, 400)
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(100)
    assert not page.get_by_label("Move the page along").is_checked()


def test_a_key_that_moves_the_page_ends_it_too(page, middle: str):
    """Readers without a mouse are not pulled back either."""
    page.goto(middle)
    choice = page.get_by_label("Move the page along")
    choice.focus()
    page.keyboard.press("Space")
    assert choice.is_checked()
    page.locator("#t-00-00-30 .ia-moment").focus()
    page.keyboard.press("PageDown")
    assert not choice.is_checked()


def test_moving_is_no_motion_for_who_asked_for_none(page, middle: str):
    """The page is there at once."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(middle)
    page.evaluate(
        "Element.prototype.scrollIntoView = function (how) { window.how ??= how?.behavior; }"
    )
    page.get_by_label("Move the page along").check()
    at(page, 25)
    wait_until(page, "window.how")
    assert "instant" == page.evaluate("window.how")


def test_hours_of_words_do_not_hold_up_the_page(page, long: str):
    """Twenty thousand pieces are there, and marking one touches one or two of them."""
    page.goto(long)
    assert MANY == page.locator("[data-start]").count()
    touched = page.evaluate(
        """async () => {
          let number = 0;
          const watch = new MutationObserver((all) => { number += new Set(all.map((one) => one.target)).size; });
          watch.observe(document.querySelector(".ia-words"), { subtree: true, attributes: true });
          const media = document.querySelector("audio");
          Object.defineProperty(media, "currentTime", { value: 9000.2, configurable: true });
          media.dispatchEvent(new Event("timeupdate"));
          media.dispatchEvent(new Event("timeupdate"));
          await new Promise((done) => setTimeout(done, 50));
          return number;
        }"""
    )
    assert 1 == touched
    assert " 18000." in heard(page)


def test_without_scripts_all_words_are_there(page_browser, short: str):
    """Moments lead to their paragraphs, and no control stands there that does nothing."""
    context = page_browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(short)
    assert len(CUES) == page.locator("[data-start]").count()
    assert 0 == page.get_by_label("Move the page along").count()
    page.locator("#t-01-06-10 .ia-moment").click()
    assert page.url.endswith("#t-01-06-10")
    context.close()


def test_a_browser_reads_the_captions(page, short: str):
    """Chromium's own parser gives the same moments, voices and words, with nothing left over."""
    page.goto(short)
    found = page.evaluate(
        """async (address) => {
          const audio = document.createElement("audio");
          const track = document.createElement("track");
          track.src = address;
          audio.append(track);
          document.body.append(audio);
          track.track.mode = "hidden";
          await new Promise((done, fail) => { track.onload = done; track.onerror = fail; });
          return [...track.track.cues].map((cue) => {
            const text = cue.getCueAsHTML();
            const voice = text.querySelector("[title]");
            return [cue.startTime, cue.endTime, voice ? voice.title : "", text.textContent];
          });
        }""",
        short.replace(".html", ".vtt"),
    )
    words = "[words left out for legal reasons]"
    assert [
        [cue.start / 1000, cue.end / 1000, cue.voice, cue.text.replace("[redacted: legal]", words)]
        for cue in CUES
    ] == found
