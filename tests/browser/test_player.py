"""A recording is heard in a real browser: sound and video play, times jump, captions show, and no other host is asked
for anything before a reader plays.

The hosts of the recordings answer inside the browser; one test counts real connections to them.
"""

import datetime
import socket
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from generator.render.player_media import MEDIA
from tests import sounds
from tests.browser.axe import MODES, bring_axe, violations
from tests.browser.recording_archive import (
    BOTH,
    BROKEN,
    HOST,
    LINKS,
    LYING,
    MANY,
    OTHER,
    SECONDS,
    SILENT,
    SOUND,
    VIDEO,
    SoundHost,
    address,
    with_hosts,
    write_archive,
)
from tests.browser.served import Served, built_site, serving
from tests.browser.waiting import wait_until
from tests.conftest import CHROMIUM_FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TODAY = datetime.date(2031, 4, 1)
MP3, OGG, WEBM = (
    address("a", "audio/mpeg"),
    address("a", "audio/ogg", OTHER),
    address("v", "video/webm"),
)
SAID = "document.querySelector('[data-says]').textContent"
STATE = """(sort) => {
  const media = document.querySelector(sort);
  return { at: media.currentTime, paused: media.paused, source: media.currentSrc, loaded: media.readyState };
}"""
PLAY_EACH = """async (all) => {
  const lengths = {};
  for (const one of all) {
    const media = document.createElement("video");
    media.muted = true;
    media.src = one;
    const played = new Promise((done) => media.addEventListener("timeupdate", () => media.currentTime && done()));
    await media.play().then(() => played, (error) => { media.failed = error.message; });
    lengths[one] = media.failed ?? media.duration;
    media.removeAttribute("src");
    media.load();
  }
  return lengths;
}"""
TOP = "(it) => it.getBoundingClientRect().top"
TOUCHED = ".ia-player__media, .ia-copies a, .ia-notes a.ia-moment, .ia-player__button:visible"
FOCUSED = (
    "(({ ariaLabel, labels, innerText, tagName }) => ariaLabel || labels?.[0]?.innerText || innerText || tagName)"
    "(document.activeElement)"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Build the archive of recordings and serve it."""
    folder = tmp_path_factory.mktemp("recordings")
    root = write_archive(folder / "archive")
    with serving(built_site(root, folder, TODAY)) as served:
        yield served


@pytest.fixture(scope="module")
def context(page_browser: "Browser") -> Iterator[Any]:
    """Give a context of a reader who asked for no motion."""
    made = page_browser.new_context(
        reduced_motion="reduce", viewport={"width": 1280, "height": 800}
    )
    made.grant_permissions(["clipboard-read", "clipboard-write"])
    yield made
    made.close()


Show = Callable[..., "tuple[Page, SoundHost]"]


@pytest.fixture
def show(context: Any, site: Served) -> Iterator[Show]:
    """Give a function that opens the page of a call, beside the hosts of its recording; no page says an error."""
    pages: list[Page] = []
    errors: list[str] = []

    def open_call(name: str, fragment: str = "") -> "tuple[Page, SoundHost]":
        page = context.new_page()
        pages.append(page)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda one: errors.append(one.text) if "Policy" in one.text else None)
        host = with_hosts(page)
        page.goto(f"{site.address}calls/{name}.html{fragment}")
        return page, host

    yield open_call
    for page in pages:
        page.close()
    assert [] == errors


def time(page: "Page", moment: str) -> Any:
    """Give the last link of a page to a moment, which stands in the notes."""
    return page.locator(f'.ia-notes a.ia-moment[href="#t-{moment.replace(":", "-")}"]').last


def say(page: "Page", words: str) -> None:
    """Wait until the player says some words."""
    wait_until(page, f"(words) => {SAID}.includes(words)", words)


def hear(page: "Page", sort: str = "audio", beyond: float = 0) -> None:
    """Wait until a recording plays and has come further than a second."""
    wait_until(
        page,
        "([sort, beyond]) => { const it = document.querySelector(sort);"
        " return !it.paused && it.currentTime > beyond }",
        [sort, beyond],
    )


def press_play(page: "Page", sort: str = "audio") -> None:
    """Press the browser's own button for playing, by the keyboard."""
    page.locator(sort).focus()
    page.keyboard.press("Space")


# What is asked of whom.


class Listener:
    """A port of this machine that counts connections, whatever is asked over them."""

    def __init__(self) -> None:
        self.count = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.count += 1
            connection.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    """Give a port that counts connections."""
    made = Listener()
    yield made
    made.socket.close()


def test_no_connection_to_another_host_is_made_before_play(
    site: Served, page_browser: "Browser", chromium: str, listener: Listener
) -> None:
    """Loading, an address with a time, hovering and focus open no connection, not even ahead; playing does."""
    rules = f"--host-resolver-rules=MAP *.example 127.0.0.1:{listener.port}"
    counts: dict[str, int] = {}
    browser = page_browser.browser_type.launch(
        executable_path=chromium, args=[*CHROMIUM_FLAGS, rules]
    )
    for name in (SOUND, VIDEO, BOTH):
        page = browser.new_page()
        page.goto(f"{site.address}calls/{name}.html#t-00-00-15")
        say(page, "Ready at 00:00:15")
        for part in page.locator(TOUCHED).all():
            part.hover()
            part.focus()
        page.locator('[data-by="30"]').click()
        page.locator("[data-speed]").select_option("1.5")
        page.wait_for_timeout(200)
        counts[name] = listener.count
    time(page, "00:00:05").click()
    wait_until(page, f"() => {SAID}.includes('could') || {SAID}.includes('copies')")
    browser.close()
    assert {SOUND: 0, VIDEO: 0, BOTH: 0} == counts
    assert listener.count > 0


def test_without_a_script_nothing_is_asked_before_play(
    site: Served, page_browser: "Browser"
) -> None:
    """The browser's own player stands there, times are plain links, and only playing asks the host."""
    context = page_browser.new_context(java_script_enabled=False)
    page = context.new_page()
    host = with_hosts(page)
    page.goto(f"{site.address}calls/{SOUND}.html#t-00-00-05")
    page.locator("audio").hover()
    time(page, "00:00:15").click()
    assert page.url.endswith("#t-00-00-15")
    page.wait_for_timeout(300)
    assert [] == host.asked
    assert not page.locator(".ia-player__tools, [data-times]").first.is_visible()
    press_play(page)
    with page.expect_response(lambda one: one.url == MP3):
        pass
    context.close()


def test_playing_asks_for_nothing_but_the_copy(show: Show) -> None:
    """The first copy that plays is the only one that is asked for."""
    page, host = show(SOUND)
    press_play(page)
    hear(page, beyond=0.3)
    assert {MP3} == set(host.asked)


# Hearing, and jumping to times.


@pytest.mark.parametrize(("name", "sort"), [(SOUND, "audio"), (VIDEO, "video")])
def test_a_recording_really_plays(show: Show, name: str, sort: str) -> None:
    """Its time runs on, and what was decoded is as long as the file."""
    page, _ = show(name)
    press_play(page, sort)
    hear(page, sort, 0.5)
    assert pytest.approx(SECONDS, abs=0.2) == page.evaluate(
        "(sort) => document.querySelector(sort).duration", sort
    )


def test_every_type_of_the_table_is_played(show: Show) -> None:
    """The browser answers for each type that it is told, and plays a real file of each that can be made."""
    page, host = show(SOUND)
    told = [media.told for media in MEDIA.values()]
    answers = page.evaluate(
        "(all) => all.map((one) => document.createElement('video').canPlayType(one))", told
    )
    assert [] == [one for one, answer in zip(told, answers, strict=True) if not answer]
    for kind in sounds.TYPES:
        host.has[f"{HOST}/of-each/{kind}"] = (kind, sounds.made(kind, 2))
    lengths = page.evaluate(PLAY_EACH, [f"{HOST}/of-each/{kind}" for kind in sounds.TYPES])
    expected = {f"{HOST}/of-each/{kind}": pytest.approx(2, abs=0.2) for kind in sounds.TYPES}
    assert expected == lengths


@pytest.mark.parametrize("key", ["click", "Enter"])
def test_a_time_plays_from_there_and_stands_in_the_address(show: Show, key: str) -> None:
    """Following a time jumps and plays; the address names it, the page stays where it is, and so does the focus."""
    page, _ = show(SOUND)
    link = time(page, "00:00:15")
    link.scroll_into_view_if_needed()
    stood = link.evaluate(TOP)
    if key == "click":
        link.click()
    else:
        link.focus()
        page.keyboard.press(key)
    hear(page, beyond=15.2)
    say(page, "Playing from 00:00:15.")
    assert page.url.endswith("#t-00-00-15")
    assert stood == pytest.approx(link.evaluate(TOP), abs=1)
    assert "00:00:15" == page.evaluate(FOCUSED)


def test_a_time_jumps_back_while_it_plays(show: Show) -> None:
    """A second time is a jump within what plays."""
    page, _ = show(SOUND)
    time(page, "00:00:15").click()
    hear(page, beyond=15.1)
    time(page, "00:00:05").click()
    say(page, "Playing from 00:00:05.")
    assert page.evaluate(STATE, "audio")["at"] < 10


def test_times_in_the_list_of_breakouts_play_too(show: Show) -> None:
    """What the list names can be heard from there."""
    page, _ = show(SOUND)
    page.locator('.ia-breakouts a.ia-moment[href="#t-00-00-08"]').click()
    hear(page, beyond=8.1)
    assert not page.locator(".ia-lost").count()


def test_a_key_held_down_leaves_a_time_a_plain_link(show: Show) -> None:
    """With Control a time is opened beside this page, and nothing plays here."""
    page, host = show(SOUND)
    with page.context.expect_page() as opened:
        time(page, "00:00:15").click(modifiers=["Control"])
    assert opened.value.url.endswith("#t-00-00-15")
    opened.value.close()
    assert [] == host.asked


def test_an_address_with_a_time_begins_there_when_play_is_pressed(show: Show) -> None:
    """The player is ready at a second that no text names, loads nothing, and begins there; no passage is missed."""
    page, host = show(SOUND, "#t-00-00-12")
    say(page, "Ready at 00:00:12.")
    page.wait_for_timeout(250)
    assert ([], 0) == (host.asked, page.locator(".ia-lost > *").count())
    press_play(page)
    hear(page, beyond=12.1)


def test_a_time_after_the_end_is_said(show: Show) -> None:
    """The recording does not play its last second instead; the words say how long it is."""
    page, _ = show(SOUND)
    time(page, "00:59:00").click()
    say(page, "00:59:00 is after the end of this copy, which lasts 00:00:20.")
    assert page.evaluate(STATE, "audio")["paused"]
    time(page, "00:59:00").click()
    say(page, "00:59:00 is after the end")
    assert page.evaluate(STATE, "audio")["paused"]


def test_a_host_that_sends_no_parts_is_told(show: Show) -> None:
    """Where a copy cannot be jumped in it plays from its beginning, and the words say so."""
    page, host = show(SOUND)
    host.in_parts = False
    time(page, "00:00:15").click()
    say(page, "does not let players jump in it")
    hear(page)
    assert page.evaluate(STATE, "audio")["at"] < 10


def test_of_two_players_one_is_heard(show: Show) -> None:
    """Where there is sound alone and a video, one stops when the other begins, and times go to the one heard last."""
    page, _ = show(BOTH)
    time(page, "00:00:05").click()
    hear(page, "audio", 5.1)
    press_play(page, "video")
    hear(page, "video", 0.1)
    assert page.evaluate(STATE, "audio")["paused"]
    time(page, "00:00:15").click()
    hear(page, "video", 15.1)


# Captions.


def test_captions_of_a_sound_show_the_words_that_are_heard(show: Show, site: Served) -> None:
    """They are loaded from the site when they are chosen, say who speaks, and change language."""
    page, _ = show(SOUND)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.locator("[data-captions]").select_option(label="English")
    time(page, "00:00:05").click()
    words = page.locator("[data-words]")
    wait_until(
        page,
        "() => document.querySelector('[data-words]').textContent === 'Facilitator: Good evening.'",
    )
    time(page, "00:00:15").click()
    wait_until(
        page, "() => document.querySelector('[data-words]').textContent.includes('the ferry')"
    )
    assert f"{site.address}recordings/{SOUND}.vtt" in asked
    page.locator("[data-captions]").select_option(label="Spanish")
    wait_until(page, "() => document.querySelector('[data-words]').textContent.includes('Buenas')")
    assert "es" == words.get_attribute("lang")
    page.locator("[data-captions]").select_option("")
    assert not words.is_visible()


def test_captions_of_a_video_are_shown_by_the_browser(show: Show) -> None:
    """The track has the words of the transcript, and the one that is heard is the one that shows."""
    page, _ = show(VIDEO)
    page.evaluate("() => { document.querySelector('video').textTracks[0].mode = 'showing'; }")
    time(page, "00:00:15").click()
    hear(page, "video", 15)
    wait_until(
        page,
        "() => [...document.querySelector('video').textTracks[0].activeCues ?? []]"
        ".some((cue) => cue.text.includes('the ferry'))",
    )
    assert not page.locator("[data-captions]").count()


# Copies that cannot be played.


def test_where_a_copy_is_not_there_the_next_one_plays(show: Show) -> None:
    """The fault stands beside the link of the copy, and the moment that was wanted is kept."""
    page, host = show(BROKEN)
    time(page, "00:00:15").click()
    hear(page, beyond=15.1)
    assert [f"{HOST}/gone.mp3", OGG] == list(dict.fromkeys(host.asked))
    faults = page.locator(".ia-copies__fault")
    assert 1 == faults.count()
    assert "it did not arrive, or it is not what its type says" in faults.first.inner_text()
    assert page.locator('.ia-copies [data-copy="1"] .ia-copies__fault').count()


def test_a_player_without_a_copy_that_plays_says_so(show: Show) -> None:
    """A page that pretends to be sound is refused, each copy says what is wrong, and trying again works once it can."""
    page, host = show(LYING)
    time(page, "00:00:05").click()
    say(page, "No copy could be played here. The links below lead to all of them.")
    assert 2 == page.locator(".ia-copies__fault").count()
    assert not page.locator(".ia-player--on").count()
    host.has[f"{HOST}/gone.ogg"] = host.has[OGG]
    page.get_by_role("button", name="Try again").click()
    hear(page, beyond=5.1)
    assert 1 == page.locator(".ia-copies__fault").count()
    assert not page.get_by_role("button", name="Try again").is_visible()


def test_offline_is_said(show: Show) -> None:
    """A device that knows that it is offline is told apart from copies that are gone."""
    page, host = show(SOUND)
    host.is_down = True
    page.evaluate("Object.defineProperty(navigator, 'onLine', { value: false })")
    press_play(page)
    say(page, "this device seems to be offline")


def test_what_breaks_off_goes_on_with_the_next_copy(show: Show) -> None:
    """A damaged file plays up to its fault; from that moment the next copy plays, and the fault stands in words."""
    page, host = show(SOUND)
    damaged = bytearray(sounds.made("audio/mp4", SECONDS))
    for at in range(len(damaged) // 10, len(damaged) // 10 * 9):
        damaged[at] = at * 7919 % 251
    host.has[MP3] = ("audio/mp4", bytes(damaged))
    press_play(page)
    wait_until(page, "(source) => document.querySelector('audio').currentSrc === source", OGG)
    hear(page, beyond=1.2)
    assert "Broke off while it played" in page.locator(".ia-copies__fault").inner_text()
    assert [MP3, OGG] == list(dict.fromkeys(host.asked))


def test_copies_that_no_browser_plays_are_links_alone(show: Show) -> None:
    """There is no player, no script of one, and times are the links that they were."""
    page, host = show(LINKS)
    time(page, "00:00:15").click()
    assert page.url.endswith("#t-00-00-15")
    assert 0 == page.locator(".ia-player").count()
    assert 2 == page.locator(".ia-copies a").count()
    assert [] == host.asked


def test_a_page_without_a_player_carries_nothing_of_it(show: Show, site: Served) -> None:
    """A call that was not recorded asks for no script of the player."""
    before = len(site.sent)
    show(SILENT)
    assert [] == [path for path, _ in site.sent[before:] if "/player/" in path]


# Keys, small screens, looks.


def test_the_keyboard_reaches_and_works_every_control(show: Show) -> None:
    """Tab goes from the browser's own controls over each of ours, in the order in which they stand."""
    page, _ = show(SOUND)
    page.locator("audio").focus()
    page.keyboard.press("Space")
    hear(page, beyond=0.2)
    met: list[str] = []
    for _ in range(24):
        page.keyboard.press("Tab")
        name = str(page.evaluate(FOCUSED)).strip()
        met += [name] if name not in met else []
        if name == "Forward 30 seconds":
            page.keyboard.press("Enter")
            say(page, "00:00:19")
        if name.startswith("Copy a link"):
            page.keyboard.press("Enter")
            say(page, "Copied: a link to ")
            break
    wanted = [
        "Back 15 seconds",
        "Forward 30 seconds",
        "Speed",
        "Captions",
        "Copy a link to this moment",
    ]
    assert wanted == [
        next(name for name in met if name.startswith(one))[: len(one)] for one in wanted
    ]
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert copied.rpartition("#t-00-00-")[0] == page.url.rpartition("#t-00-00-")[0]


def test_short_jumps_and_speed_work(show: Show) -> None:
    """Back goes back fifteen seconds, and the speed holds for the next copy as well."""
    page, _ = show(SOUND)
    page.locator("[data-speed]").select_option("2")
    time(page, "00:00:15").click()
    hear(page, beyond=15.2)
    assert [2, 2] == page.evaluate(
        "(({ playbackRate: now, defaultPlaybackRate: next }) => [now, next])(document.querySelector('audio'))"
    )
    page.get_by_role("button", name="Back 15 seconds").click()
    wait_until(page, "() => document.querySelector('audio').currentTime < 6")


def test_letters_of_the_theme_do_nothing_to_the_player(show: Show) -> None:
    """Single letters are the theme's; none of them plays, stops or jumps."""
    page, host = show(SOUND)
    page.locator("h1").click()
    for key in ("f", "Escape", "k", "j", "l", "m", "c"):
        page.keyboard.press(key)
    assert [] == host.asked
    assert page.evaluate(STATE, "audio")["paused"]


def test_once_it_plays_the_player_stays_in_sight(show: Show) -> None:
    """From the end of the page it can be stopped; in a low window, which has no room for it, it stays where it is."""
    page, _ = show(SOUND)
    time(page, "00:59:00").scroll_into_view_if_needed()
    time(page, "00:00:05").click()
    hear(page, beyond=5.1)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    in_sight = (
        "() => { const box = document.querySelector('audio').getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight }"
    )
    assert page.evaluate(in_sight)
    page.set_viewport_size({"width": 640, "height": 360})
    assert "static" == page.locator(".ia-player").evaluate("(it) => getComputedStyle(it).position")
    page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("name", [SOUND, BOTH, MANY])
def test_no_rule_of_accessibility_is_broken(show: Show, name: str) -> None:
    """Before play and while it plays, on a desk and a phone, in light and dark, axe finds nothing."""
    page, _ = show(name)
    bring_axe(page)
    found = violations(page, MODES[::3])
    if name != MANY:
        page.locator("[data-captions]").select_option("0")
        time(page, "00:00:05").click()
        hear(page, beyond=5.1)
        found += violations(page, MODES[1:3])
    page.set_viewport_size({"width": 1280, "height": 800})
    assert [] == found


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_cut_off_whatever_there_is(show: Show, width: int) -> None:
    """Twenty copies of ten hours with long words, two players, and faults fit the screen, folded parts open."""
    for name in (MANY, BOTH, LYING):
        page, _ = show(name)
        page.set_viewport_size({"width": width, "height": 700})
        if name == LYING:
            time(page, "00:00:05").click()
            say(page, "No copy could be played here.")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert width >= page.evaluate("document.documentElement.scrollWidth"), name
        small = page.locator(
            ".ia-player button:visible, .ia-player select:visible, .ia-copies summary"
        ).evaluate_all(
            "(all) => all.filter((it) => it.getBoundingClientRect().height < 24).map((it) => it.textContent)"
        )
        assert [] == small, name


def test_paper_has_the_copies_and_no_player(show: Show) -> None:
    """Printed, the page has the address of every copy, and nothing that only a screen can do."""
    page, _ = show(SOUND)
    page.emulate_media(media="print")
    assert not page.locator(".ia-player").is_visible()
    assert page.locator(".ia-copies code").first.is_visible()
    assert [MP3, OGG] == page.locator(".ia-copies code").all_inner_texts()
    page.emulate_media(media="screen")


def test_nothing_about_a_reader_is_kept(show: Show) -> None:
    """Speed, captions and place are forgotten with the page."""
    page, _ = show(SOUND)
    page.locator("[data-speed]").select_option("2")
    time(page, "00:00:05").click()
    hear(page, beyond=5.1)
    kept = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean)"
    assert [] == page.evaluate(kept)
    page.goto(page.url.partition("#")[0])
    assert "1" == page.locator("[data-speed]").input_value()
