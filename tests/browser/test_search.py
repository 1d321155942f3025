"""A reader searches the made-up archive in a real browser: with and without a script, by keyboard, on a phone."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from tests.browser.served import Served, listening, serving
from tests.browser.waiting import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

SEARCH = "search/index.html"
STATUS = "#search-status"
TITLES = "#search-hits .ia-hit__title a"
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "\"><script>document.title='owned'</script>",
    "'; DROP TABLE calls; --",
    "%00%ff\\u0000",
    "\u202egnihtyna\u200b",
    "\U0001f426\U0001f30a\U0001f469\u200d\U0001f33e",
    "a" * 1000,
    "river " * 200,
    "[[[[((((****",
    "__proto__ constructor toString",
)


POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; connect-src 'self';"
    " img-src 'self' data:; form-action 'self'; base-uri 'none'"
)

HALF_AN_ARCHIVE = """
const row = (title) => ({ page: `calls/${title}.html`, anchor: "", title, heading: "", date: "2031", kind: "call",
  state: "", language: "", score: 1, whole: true, terms: [] });
const search = async (words, filters, { further = false, from = 0, limit }) => {
  const rows = further ? [row("late"), row("early")] : [row("late")];
  return { results: rows.slice(from, from + limit), total: rows.length, partly: 0, isLeast: false,
    isComplete: further, reached: further ? 2030 : 2031, words: [{ word: words, found: true }], ignored: 0 };
};
export const open = async () => ({ search });
"""


@pytest.fixture(scope="module")
def site(served_archive: Callable[[str], Served]) -> Iterator[Served]:
    """Serve the River Assembly's archive at an address that counts what these tests fetch alone."""
    with serving(served_archive("river").folder) as served:
        yield served


@pytest.fixture
def page(page_browser: "Browser", site: Served) -> Iterator["Page"]:
    """Give a page that has said nothing on its console and asked no other host when a test is over."""
    context = page_browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    faults = listening(shown, site.address)
    yield shown
    assert [] == faults
    context.close()


def ask(page: "Page", site: Served, **asked: str) -> str:
    """Open the search page with something asked in its address, and give what it says was found."""
    page.goto(f"{site.address}{SEARCH}?{urlencode(asked)}")
    return status(page)


def status(page: "Page") -> str:
    """Wait for an answer and give the sentence that tells it."""
    wait_until(
        page,
        "() => { const said = document.querySelector('#search-status')?.textContent;"
        " return said && !said.startsWith('Searching'); }",
    )
    return page.locator(STATUS).inner_text()


def test_a_word_is_found(page, site):
    """A word of the notes leads to calls that have it, each with the word marked in its extract."""
    assert "for “ferry”" in ask(page, site, q="ferry")
    assert page.locator(TITLES).count() > 0
    page.locator("#search-hits .ia-hit mark").first.wait_for()
    marked = page.locator("#search-hits .ia-hit mark").all_inner_texts()
    assert {"ferry"} == {word.strip(",.:;").lower() for word in marked}


def test_a_result_leads_to_its_place(page, site):
    """A result leads to the heading or line it tells of, which is there."""
    ask(page, site, q="winch")
    address = page.locator(TITLES).first.get_attribute("href")
    assert "#" in address
    page.locator(TITLES).first.click()
    page.wait_for_url("**/calls/*.html#*")
    assert page.locator(f"[id='{address.partition('#')[2]}']").count() == 1


def test_an_accent_and_a_plural_do_not_matter(page, site):
    """Words are found without their accents and in the other number, in both languages."""
    with_accent = ask(page, site, q="reunión"), ask(page, site, q="reuniones")
    assert all("Nothing" not in said for said in with_accent)
    assert (
        ask(page, site, q="lambs").partition(" ")[0] == ask(page, site, q="lamb").partition(" ")[0]
    )


def test_a_filter_leaves_only_its_own(page, site):
    """A chosen kind leaves only results of that kind, and each says so in a word."""
    ask(page, site, q="river", kind="decision")
    words = page.locator("#search-hits .ia-hit__about .ia-chip").all_inner_texts()
    assert {"Decision"} == {word.strip() for word in words}


def test_filters_search_without_words(page, site):
    """A filter alone lists what it leaves, the newest first."""
    assert "result" in ask(page, site, year="2031", notes="1")
    dates = page.locator("#search-hits time").all_inner_texts()
    assert len(dates) > 5
    assert sorted(dates, reverse=True) == dates


def test_examples_have_results(page, site):
    """Each example that the empty page gives finds something in this archive."""
    page.goto(site.address + SEARCH)
    page.locator("#search-start").wait_for()
    examples = page.locator("#search-start a").all_inner_texts()
    assert len(examples) > 2
    assert [] == [words for words in examples if "Nothing" in ask(page, site, q=words)]


def test_an_example_is_searched_without_leaving(page, site):
    """A click on an example searches for it here, and asks the host for no page."""
    page.goto(site.address + SEARCH)
    page.locator("#search-start a").first.click()
    assert "result" in status(page)
    assert "?" not in page.url


def test_an_address_is_shared_and_gone_back_to(page, site):
    """What is asked for stands in the address, opens again from it, and comes back with the back button."""
    ask(page, site, q="ferry", year="2031")
    shared, found = page.url, page.locator(TITLES).all_inner_texts()
    assert shared.endswith("#q=ferry&year=2031")
    page.locator(TITLES).first.click()
    page.wait_for_url("**/calls/*")
    page.go_back()
    status(page)
    assert shared == page.url
    assert "ferry" == page.locator("#search-words").input_value()
    assert found == page.locator(TITLES).all_inner_texts()


@pytest.mark.parametrize("delay", [0, 250], ids=["fast", "slowly"])
def test_going_back_undoes_a_search(page, site, delay):
    """Each search that was meant is a step to go back to, however fast the next one is typed."""
    ask(page, site, q="ferry")
    page.fill("#search-words", "")
    page.locator("#search-words").press_sequentially("winch", delay=delay)
    page.keyboard.press("Enter")
    page.wait_for_url("**#q=winch")
    page.locator(STATUS, has_text="“winch”").wait_for()
    page.go_back()
    page.wait_for_url("**#q=ferry")
    page.locator(STATUS, has_text="“ferry”").wait_for()
    assert "ferry" == page.locator("#search-words").input_value()


def test_words_are_sent_nowhere(page, site):
    """What is typed here and in the box of another page is in no request, and the browser is given nothing to keep."""
    asked: list[str] = []
    page.on("request", lambda one: asked.append(f"{one.url} {one.headers.get('referer', '')}"))
    page.goto(f"{site.address}calls/index.html")
    page.locator("#ia-box input").fill("winch")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html#q=winch")
    assert "winch" in status(page)
    page.fill("#search-words", "winch ferry")
    wait_until(page, "document.querySelector('#search-status').textContent.includes('winch ferry')")
    page.locator(TITLES).first.click()
    page.wait_for_url("**/calls/2*")
    assert [] == [one for one in asked if "winch" in one.lower()]
    kept = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    assert "winch" not in kept


def test_the_last_word_wins(page, site):
    """Fast typing ends with the answer to what stands in the field."""
    page.goto(site.address + SEARCH)
    page.locator("#search-words").press_sequentially("ferry", delay=15)
    wait_until(page, "document.querySelector('#search-status').textContent.includes('“ferry”')")
    page.locator("#search-words").press_sequentially(" winch", delay=160)
    wait_until(
        page, "document.querySelector('#search-status').textContent.includes('“ferry winch”')"
    )
    assert page.url.endswith("#q=ferry+winch")


def test_slash_opens_the_search_from_anywhere(page, site):
    """The key `/` leads into the box of any page, and into the field of the search page."""
    page.goto(f"{site.address}about/index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.closest('form').id") == "ia-box"
    page.keyboard.type("and/or")
    assert "and/or" == page.locator("#ia-box input").input_value()
    page.goto(site.address + SEARCH)
    page.locator("#search-words").wait_for()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search-words"
    assert "" == page.locator("#search-words").input_value()


@pytest.mark.parametrize("key", ["Control+/", "Alt+/", "Meta+/"])
def test_slash_with_another_key_is_left_alone(page, site, key):
    """With a modifier the key belongs to the browser."""
    page.goto(f"{site.address}about/index.html")
    page.keyboard.press(key)
    assert page.evaluate("document.activeElement.tagName") == "BODY"


def test_the_theme_keeps_its_keys(page, site):
    """The theme's own keys go on to the next page, and letters typed into the box do not."""
    page.goto(f"{site.address}series/index.html")
    page.locator("#ia-box input").press_sequentially("np.,")
    assert page.url.endswith("series/index.html")
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    page.wait_for_url("**/groups/index.html")


def test_the_keyboard_alone_is_enough(page, site):
    """Slash, words, Enter, arrows and Enter lead to a result; Escape empties the field; focus is always to be seen."""
    page.goto(f"{site.address}index.html")
    page.keyboard.press("/")
    page.keyboard.type("ferry")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html#q=ferry")
    status(page)
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    first, second = (page.locator(TITLES).nth(place).get_attribute("href") for place in (0, 1))
    assert first == page.evaluate("document.activeElement.href")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("ArrowDown")
    assert second == page.evaluate("document.activeElement.href")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.press("Escape")
    assert "" == page.locator("#search-words").input_value()
    page.keyboard.type("ferry")
    status(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(str(first))


def test_more_results_come_below(page, site):
    """Show more adds results below those that are there, and leads the keyboard to the first new one."""
    ask(page, site, year="2031")
    before = page.locator(TITLES).all_inner_texts()
    page.locator("#search-more").click()
    wait_until(page, f"document.querySelectorAll('{TITLES}').length > {len(before)}")
    after = page.locator(TITLES).all_inner_texts()
    assert before == after[: len(before)]
    focused = page.evaluate("document.activeElement.href")
    assert focused == page.locator(TITLES).nth(len(before)).get_attribute("href")


def test_years_that_were_not_searched_are_offered(page, site):
    """Where an answer leaves out early years, the page says so and can search them; new results lead the keyboard."""
    page.route(
        "**/javascripts/search/search.js",
        lambda route: route.fulfill(content_type="text/javascript", body=HALF_AN_ARCHIVE),
    )
    assert "1 result for “mill”. Searched back to 2031 so far." == ask(page, site, q="mill")
    page.get_by_role("button", name="Search the earlier years too").click()
    page.locator(STATUS, has_text="1 more. 2 results for “mill”.").wait_for()
    assert ["late", "early"] == page.locator(TITLES).all_inner_texts()
    assert page.evaluate("document.activeElement.textContent") == "early"
    assert not page.locator("#search-more").is_visible()


def test_hits_in_one_call_stand_together(page, site):
    """No page is named twice: further hits on it are folded below the best one, each with a place of its own."""
    ask(page, site, q="ferry")
    pages = [
        address.partition("#")[0]
        for address in page.locator(TITLES).evaluate_all("all => all.map((one) => one.href)")
    ]
    assert len(set(pages)) == len(pages)
    folded = page.locator("#search-hits details").first
    assert "Also in this call:" in folded.locator("summary").inner_text()
    folded.locator("summary").click()
    folded.locator("mark").first.wait_for()
    assert "#" in folded.locator("a").first.get_attribute("href")


def test_nothing_found_says_so_and_helps(page, site):
    """Where nothing is found, the page says what was looked for and offers to leave the filters out."""
    assert "Nothing found for “lamb”." == ask(page, site, q="lamb", kind="page")
    page.get_by_role("button", name="Search without the filters").click()
    wait_until(page, "document.querySelector('#search-status').textContent.includes('result')")
    assert page.url.endswith("#q=lamb")


def test_some_of_the_words_are_offered(page, site):
    """Where no passage has all words, those with some of them are shown, and it is said which stands nowhere."""
    assert "Nothing holds all the words" in ask(page, site, q="ferry zeppelin")
    assert page.locator(TITLES).count() > 0
    assert "“zeppelin”" in page.locator("#search-instead").inner_text()


def test_a_draft_is_seen_to_be_one(page, site):
    """What stands in a draft is no decision, and says whose word it is."""
    ask(page, site, q="third letter is about water")
    first = page.locator("#search-hits .ia-hit").first
    assert "Draft minutes" in first.inner_text()
    assert "Decision" not in first.locator(".ia-chip").first.inner_text()


def test_what_is_withheld_is_not_found(page, site):
    """Nothing of a withheld call is in the index, not even its day among a year's calls."""
    ask(page, site, year="2031")
    while page.locator("#search-more").is_visible():
        count = page.locator(TITLES).count()
        page.locator("#search-more").click()
        wait_until(
            page,
            f"document.querySelectorAll('{TITLES}').length > {count}"
            " || document.querySelector('#search-more').hidden",
        )
    titles = page.locator(TITLES).all_inner_texts()
    assert len(titles) > 10
    assert [] == [title for title in titles if "ithheld" in title]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_words(page, site, words):
    """Whatever is asked for stands on the page as text, quickly, and adds no element to it."""
    said = ask(page, site, q=words)
    assert said
    assert page.title().startswith("Search")
    assert 0 == page.locator("article img, article script:not([src])").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_long_words_are_cut_with_a_word(page, site):
    """Of a thousand characters the first two hundred are looked for, and the page says so."""
    said = ask(page, site, q="ferry " * 167)
    assert "Only the first 200 characters were looked for." in said
    assert len(page.locator("#search-words").input_value()) <= 200


def test_an_unknown_choice_is_kept_and_found_nowhere(page, site):
    """A choice that this archive no longer offers is shown as it was asked for."""
    assert "Nothing found." == ask(page, site, place="Nowhere <b>")
    assert "Nowhere <b>" == page.locator("#search-place").input_value()
    assert "ferry" in ask(page, site, q="ferry", kind="rumour")
    assert "" == page.locator("#search-kind").input_value()


def test_an_index_that_does_not_come_is_said_plainly(page_browser, site):
    """Without the index the page says so in plain words, and can be asked to try again."""
    context = page_browser.new_context()
    page = context.new_page()
    page.route("**/search/*.json", lambda route: route.abort())
    assert "its index did not arrive" in ask(page, site, q="ferry")
    page.unroute("**/search/*.json")
    page.get_by_role("button", name="Try again").click()
    wait_until(page, "document.querySelector('#search-status').textContent.includes('result')")
    context.close()


def test_a_script_that_does_not_come_is_said(page_browser, site):
    """Where scripts run but that of the page does not arrive, the page says so after a while and shows no form."""
    context = page_browser.new_context()
    page = context.new_page()
    page.route("**/search-page/page.js", lambda route: route.abort())
    page.goto(site.address + SEARCH)
    page.locator("#search-wait").wait_for(state="visible")
    assert not page.locator("#search-form").is_visible()
    context.close()


def test_without_a_script_the_page_says_what_to_do(page_browser, site):
    """Without JavaScript there is no field that does nothing, and lists and files to look through instead."""
    context = page_browser.new_context(java_script_enabled=False)
    page = context.new_page()
    faults = listening(page, site.address)
    page.goto(f"{site.address}{SEARCH}?q=ferry")
    assert page.locator("#search-wait").is_visible()
    assert not page.locator("#search-form").is_visible()
    assert (
        page.locator(
            "article button:visible, article input:visible, article select:visible"
        ).count()
        == 0
    )
    lists = page.locator("#search-without + p + ul a").all_inner_texts()
    assert {"Calls", "Decisions", "Groups", "Series"} <= set(lists)
    page.goto(f"{site.address}calls/index.html")
    page.locator("#ia-box button").click()
    page.wait_for_url("**/search/index.html?q=")
    assert [] == faults
    context.close()


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
@pytest.mark.parametrize(
    "asked", ["", "?q=ferry&notes=1", "?q=zeppelin&year=2031", "?q=" + "a" * 1000]
)
def test_a_phone_needs_no_sideways_scroll(page_browser, site, script, asked):
    """At 360 pixels the page is as wide as the phone in every state, and all buttons can be touched."""
    context = page_browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=script
    )
    page = context.new_page()
    page.goto(f"{site.address}{SEARCH}{asked}")
    if script and asked:
        status(page)
        page.locator("#search-filters summary").click()
    widths = page.locator("html").evaluate("all => all.scrollWidth") if script else 360
    box = page.locator("main article").bounding_box()
    assert widths <= 360
    assert box["x"] + box["width"] <= 360
    context.close()


def test_on_a_phone_the_box_is_a_button(page_browser, site):
    """On a phone the header has one button for the search, which leads to the page, as the key does."""
    context = page_browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site.address}calls/index.html")
    assert not page.locator("#ia-box input").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#ia-box button").click()
    page.wait_for_url("**/search/index.html")
    page.goto(f"{site.address}calls/index.html")
    page.keyboard.press("/")
    page.wait_for_url("**/search/index.html")
    context.close()


def test_the_page_stands_a_strict_policy(page_browser, site):
    """The page has no script and no style of its own in it, and needs neither `eval` nor anything from elsewhere."""
    text = (site.folder / SEARCH).read_text(encoding="utf-8")
    article = text.partition("<article")[2].partition("</article>")[0]
    assert [] == re.findall(r"<style| style=| on[a-z]+=|<script(?! type=\"module\" src=)", article)
    context = page_browser.new_context()
    page = context.new_page()
    page.route(f"**/{SEARCH}*", with_policy)
    faults = listening(page, site.address)
    page.goto(f"{site.address}{SEARCH}?q=lamb")
    page.locator("#search-hits mark").first.wait_for()
    page.get_by_role("button", name="Search").click()
    page.locator(STATUS, has_text="for “lamb”").wait_for()
    assert [] == faults
    context.close()


def with_policy(route: "Route") -> None:
    """Answer with a policy; the theme still has scripts of its own in each page, and no page of ours has."""
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})


def test_results_print(page, site):
    """On paper the results stand without the form, and what was folded is open."""
    ask(page, site, q="ferry")
    page.locator("#search-hits mark").first.wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not page.locator("#search-form").is_visible()
    assert not page.locator("#search-without").is_visible()
    assert page.locator("#search-hits details[open] a").first.is_visible()
    page.emulate_media(media="screen")


def test_a_search_fetches_little(page_browser, site):
    """Of this small archive, scripts and index together are far below what a first and a next search may cost."""
    context = page_browser.new_context()
    page = context.new_page()
    site.sent.clear()
    ask(page, site, q="lamb")
    page.locator("#search-hits mark").first.wait_for()
    page.wait_for_load_state("networkidle")
    first = site.sent.copy()
    site.sent.clear()
    engine = sum(
        size
        for path, size in first
        if "javascripts/search" in path or path.endswith(("bin", "json"))
    )
    assert 0 < engine < 100_000
    page.fill("#search-words", "winch")
    wait_until(page, "document.querySelector('#search-status').textContent.includes('“winch”')")
    assert site.bytes_below("search/") < 10_000
    context.close()
