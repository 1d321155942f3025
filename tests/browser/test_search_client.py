"""The search client in a real browser: a query, its extracts, and nothing that a strict policy forbids."""

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from generator.pipeline import examine
from generator.privacy import gate
from generator.render import (
    call_pages,
    search_rows,
    transcript_pages,
    transcript_rows,
    written_pages,
)
from generator.render.output import Index, Page
from generator.site.preview import Answer, content_type, server
from generator.site.search_index import index_bytes
from tests.site.search_client import SCRIPTS
from tests.site_archives import GOOD, copied

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as BrowserPage

POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
START = f"""<!doctype html><html lang="en"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><p>Search.</p></html>"""
ASK = """async ([words, filters]) => {
  const { open } = await import("./assets/javascripts/search/search.js");
  const { extract } = await import("./assets/javascripts/search/extract.js");
  const root = new URL("./", location.href).href;
  const archive = await open(`${root}search/`);
  const { results } = await archive.search(words, filters);
  return Promise.all(results.map(async (row) => [row.page, row.anchor, await extract(row, root)]));
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the pages, the index and the scripts of the River Assembly below a path of their own."""
    root = copied("river", tmp_path_factory.mktemp("river"))
    found = examine(root, GOOD["river"])
    assert found.settings is not None
    public = gate.publish(found.archive, found.settings)
    files = {"start.html": START.encode()}
    for module in (call_pages, written_pages, search_rows, transcript_pages, transcript_rows):
        for draft in module.render(public, found.settings):
            output = draft.make(draft.view, found.settings)
            if isinstance(output, Page):
                files[draft.path] = f"<article>{output.body}</article>".encode()
            else:
                files[draft.path] = (
                    index_bytes(output) if isinstance(output, Index) else output.data
                )
    for path in SCRIPTS.glob("*.js"):
        files[f"assets/javascripts/search/{path.name}"] = path.read_bytes()

    def answer(path: str) -> Answer | None:
        return (200, content_type(path), files[path]) if path in files else None

    running = server(answer, lambda: 1, port=0, site_path="/river/")
    thread = threading.Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}/river/"
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture
def ask(page_browser: "Browser", address: str) -> Iterator[Any]:
    """Ask queries on a page with a strict policy; what the browser complains of is a failure."""
    page: BrowserPage = page_browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(f"{address}start.html")
    yield lambda words, **filters: page.evaluate(ASK, [words, filters])
    page.close()
    # The preview's own script is inside the policy, and nothing else is on the page.
    assert [] == faults


@pytest.mark.browser
def test_query_leads_to_its_passage(ask):
    """A word of the notes leads to the heading above it, with the words around it and the word marked."""
    page, anchor, pieces = ask("lamb")[0]
    assert "calls/2031-02-12-river-open-call.html" == page
    assert "notes-news-from-the-assemblies" == anchor
    assert ["lambs"] == [piece["text"].strip(" ,.;:") for piece in pieces if piece["hit"]]
    assert len(" ".join(piece["text"] for piece in pieces).split()) > 5


@pytest.mark.browser
def test_decision_shows_its_own_words(ask):
    """The extract of a decision is the decision, and not what stands around it."""
    page, _, pieces = ask("gathering days", kind="decision")[0]
    assert "calls/2031-02-12-river-open-call.html" == page
    text = "".join(piece["text"] for piece in pieces)
    assert "three days and not two" in text
    assert len(text) < 250


@pytest.mark.browser
def test_extract_of_a_head_has_no_run_of_facts_and_its_blocks_are_parted(page_browser, address):
    """Facts, controls and addresses of passages are left out; items, table rows and paragraphs are parted."""
    page = page_browser.new_page()
    page.goto(f"{address}start.html")
    html = (
        "<article><h1>Call</h1><p><span class='ia-chip'>Held</span> <span class='ia-chip'>Minutes</span></p>"
        "<dl><dt>How people met</dt><dd>By telephone</dd></dl>"
        "<p>One<br>line. <a class='ia-address' href='#a'>#</a><button>Copy</button></p>"
        "<ul><li>Boats<ul><li>Oars</li></ul></li></ul>"
        "<table><tr><td>May</td><td>1</td></tr><tr><td>June</td></tr></table><h2>Next</h2></article>"
    )
    said = page.evaluate(
        """async (html) => (await import("./assets/javascripts/search/extract.js")).textOf(
          new DOMParser().parseFromString(html, "text/html"), "")""",
        html,
    )
    page.close()
    assert "Held · Minutes · One line. · Boats · Oars · May 1 · June" == said


@pytest.mark.browser
def test_accents_are_marked_as_written(ask):
    """A word typed without its accent is marked with it."""
    _, _, pieces = ask("reunion primavera")[0]
    marked = [piece["text"].strip(" ,.;:").lower() for piece in pieces if piece["hit"]]
    assert any("reunión" in words or "primavera" in words for words in marked)
