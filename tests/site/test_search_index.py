"""The search index and the client that reads it: what is found, in which order, and how much is fetched for it."""

import dataclasses
import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.render.output import Index, IndexEntry, IndexPassage
from generator.site.search_index import index_bytes, searched_texts
from tests.site.search_client import ASK, run, search

SMALL = "kitchen ferry bridge assembly letter boat seed mill weir landing".split()


def passage(
    anchor: str = "", kind: str = "call", language: str = "", **fields: str
) -> IndexPassage:
    return IndexPassage(anchor, anchor, kind, "Minutes", language, tuple(fields.items()))


def entry(
    name: str,
    *passages: IndexPassage,
    title: str = "River call",
    filters: Sequence[tuple[str, str]] = (),
) -> IndexEntry:
    head = passage(title=title)
    return IndexEntry(f"calls/{name}.html", title, name, tuple(filters), (head, *passages))


def write(folder: Path, years: dict[int, Sequence[IndexEntry]]) -> Path:
    """Write an index of some years, newest first; year 0 holds written pages."""
    folder.mkdir(exist_ok=True)
    order = sorted(years, key=lambda year: year or -1, reverse=True)
    files = [{"file": f"{year}.bin", "year": year} for year in order]
    (folder / "index.json").write_text(json.dumps({"version": 1, "files": files}))
    made: dict[int, bytes] = {}
    for year, entries in years.items():
        if id(entries) not in made:
            made[id(entries)] = index_bytes(Index(f"{year}.bin", tuple(entries)))
        (folder / f"{year}.bin").write_bytes(made[id(entries)])
    return folder


def hits(answer: dict[str, Any]) -> list[str]:
    """Give what was found as `2031-03-05#anchor`."""
    return [f"{row['date']}#{row['anchor']}" for row in answer["results"]]


@pytest.fixture
def ask(tmp_path):
    """Ask queries of an index of some years, and give the answers."""

    def answers(
        years: dict[int, Sequence[IndexEntry]], *queries: Any, ranges: bool = True
    ) -> list[dict[str, Any]]:
        whole = [query if isinstance(query, tuple) else (query, {}, {}) for query in queries]
        folder = write(tmp_path / "index", years)
        return search(folder, tmp_path / "scripts", whole, ranges=ranges)

    return answers


def many(calls: int, seed: int = 1, words: Sequence[str] = SMALL) -> list[IndexEntry]:
    """Give entries whose passages hold words by chance, the same for the same seed."""
    dice = random.Random(seed)
    return [
        entry(
            f"2031-{number:05d}",
            *(passage(f"p{n}", body=" ".join(dice.choices(words, k=8))) for n in range(4)),
        )
        for number in range(calls)
    ]


@pytest.mark.node
def test_a_word_is_found_where_it_stands(ask):
    """A hit has its page, its place, the words it is shown with, and what its notes are worth."""
    (found,) = ask(
        {2031: [entry("2031-03-05", passage("reports", body="Three landlords"))]}, "landlord"
    )
    row = found["results"][0]
    assert ["calls/2031-03-05.html", "reports", "River call"] == [
        row[name] for name in ("page", "anchor", "title")
    ]
    assert (1, 0, True, "Minutes") == (
        found["total"],
        found["partly"],
        found["isComplete"],
        row["state"],
    )


@pytest.mark.node
def test_better_fields_and_newer_calls_go_first(ask):
    """A title counts more than a heading, a heading more than the text, and of equals the newest is first."""
    years = {
        2031: [
            entry("2031-05-01", passage("text", body="the weir")),
            entry("2031-04-01", passage("text", body="the weir")),
            entry("2031-03-01", passage("heading", heading="The weir", body="of it")),
            entry("2031-02-01", title="The weir"),
        ],
        2030: [entry("2030-01-01", passage("text", body="the weir"))],
    }
    (found,) = ask(years, "weir")
    assert [
        "2031-02-01#",
        "2031-03-01#heading",
        "2031-05-01#text",
        "2031-04-01#text",
        "2030-01-01#text",
    ] == hits(found)


@pytest.mark.node
def test_a_passage_of_less_weight_goes_behind(ask):
    """What is older and says a word once is found before a page that counts less and says it often."""
    explained = replace(passage("how", kind="page", body="lamb lamb lamb"), weight=25)
    pages = [IndexEntry("help/lambs.html", "Help", "", (), (passage(kind="page"), explained))]
    calls = [entry("2031-03-05", passage("news", body="one lamb was born"))]
    (answer,) = ask({0: pages, 2031: calls}, ("lamb", {}, {}))
    assert ["2031-03-05#news", "#how"] == hits(answer)


def test_a_title_counts_in_full_where_the_rest_does_not(ask):
    """Who types the name of a page finds it before calls that tell of it."""
    head = replace(passage(kind="page", title="Lambs", body="boats"), weight=25)
    pages = [IndexEntry("help/lambs.html", "Lambs", "", (), (head,))]
    calls = [entry("2031-03-05", passage("news", body="one lamb and one boat"))]
    lambs, boats = ask({0: pages, 2031: calls}, ("lambs", {}, {}), ("boats", {}, {}))
    assert ["#", "2031-03-05#news"] == hits(lambs)
    assert ["2031-03-05#news", "#"] == hits(boats)


def test_all_words_go_before_some(ask):
    """Passages with every word are first and counted apart; a word of the title counts for the passages below it."""
    years = {
        2031: [
            entry("2031-05-01", passage("one", body="boats boats boats boats")),
            entry("2031-04-01", passage("both", body="boats and more seeds")),
            entry("2031-03-01", passage("below", body="boats"), title="Seed exchange"),
        ]
    }
    (found,) = ask(years, "boat seed")
    assert {"2031-04-01#both", "2031-03-01#below"} == set(hits(found)[:2])
    assert (2, 2) == (found["total"], found["partly"])
    assert [True, True, False, False] == [row["whole"] for row in found["results"]]


@pytest.mark.node
def test_last_word_may_be_unfinished(ask):
    """The last word finds longer ones while it is typed, and only itself once a blank or sign follows."""
    years = {2031: [entry("2031-05-01", passage("a", body="landlords answered"))]}
    found = ask(years, "landl", "landl ", "landl answered")
    assert [1, 0, 0] == [answer["total"] for answer in found]


@pytest.mark.node
def test_filters_leave_what_they_name(ask):
    """Each filter is asked for by its value; of several values one will do, and all filters must hold."""
    years = {
        0: [IndexEntry("help/index.html", "Help", "", (), (passage(kind="page", title="Boats"),))],
        2030: [entry("2030-01-01", passage("a", body="boat"), filters=[("group", "mill")])],
        2031: [
            entry(
                "2031-05-01",
                passage("said", body="boat"),
                passage("d", kind="decision", decision="lend the boat"),
                filters=[("series", "open"), ("group", "mill"), ("has", "notes")],
            ),
            entry("2031-04-01", passage("b", body="boat"), filters=[("series", "night")]),
        ],
    }
    asked: list[tuple[dict[str, object], set[str]]] = [
        ({"series": "open"}, {"2031-05-01#said", "2031-05-01#d"}),
        ({"series": ["open", "night"], "kind": "call"}, {"2031-05-01#said", "2031-04-01#b"}),
        ({"kind": "decision"}, {"2031-05-01#d"}),
        ({"kind": "page"}, {"#"}),
        ({"year": "2030"}, {"2030-01-01#a"}),
        ({"group": "mill", "notes": True}, {"2031-05-01#said", "2031-05-01#d"}),
        ({"group": "mill", "series": "night"}, set()),
        ({"hub": "none"}, set()),
        (
            {"series": "", "kind": ""},
            {"2031-05-01#said", "2031-05-01#d", "2031-04-01#b", "2030-01-01#a", "#"},
        ),
    ]
    found = ask(years, *(("boats", filters, {}) for filters, _ in asked))
    assert [expected for _, expected in asked] == [set(hits(answer)) for answer in found]


@pytest.mark.node
def test_filters_alone_find_the_newest(ask):
    """Without words a filter gives its calls, or decisions, the newest first; without both nothing is found."""
    years = {
        year: [
            entry(
                f"{year}-02-01",
                passage("d", kind="decision", decision="so"),
                filters=[("hub", "spring")],
            )
        ]
        for year in (2030, 2031)
    }
    calls, decisions, nothing = ask(
        years, ("", {"hub": "spring"}, {}), ("", {"kind": "decision"}, {}), ""
    )
    assert ["2031-02-01#", "2030-02-01#"] == hits(calls)
    assert ["2031-02-01#d", "2030-02-01#d"] == hits(decisions)
    assert [] == nothing["results"]


@pytest.mark.node
def test_more_results_go_on_where_the_first_ended(ask):
    """Asked from a later place, the same search gives the next results and none twice."""
    years = {2031: many(40)}
    first, second, all_at_once = ask(
        years,
        ("mill", {}, {"limit": 10}),
        ("mill", {}, {"limit": 10, "from": 10}),
        ("mill", {}, {"limit": 20}),
    )
    assert hits(all_at_once) == hits(first) + hits(second)
    assert 20 == len(set(hits(all_at_once)))


@pytest.mark.node
def test_hosts_without_ranges_give_the_same(ask):
    """A host that sends the whole file for every range is answered with the same results."""
    years = {2031: many(300), 2030: many(300, seed=2)}
    queries = ["kitchen", "seed bridge", ("boat", {"year": 2030}, {})]
    with_ranges, without = ask(years, *queries), ask(years, *queries, ranges=False)
    assert [answer["results"] for answer in with_ranges] == [
        answer["results"] for answer in without
    ]
    assert 2 == without[0]["requests"]


@pytest.mark.node
def test_hostile_queries_are_answered(ask):
    """Emoji, HTML, controls, halves of characters and a thousand words are answered like any other words."""
    years = {2031: many(50)}
    queries = [
        "😀🚲",
        "<img src=x onerror=alert(1)>",
        "\x01kind=decision",
        "\ud800 \udfff",
        "__proto__ constructor toString",
        "kitchen " * 125,
        " ".join(f"w{number}" for number in range(300)),
        "x" * 100_000,
        "' OR 1=1 -- * ( ) \" \\",
    ]
    found = ask(years, *queries)
    assert [] == found[0]["results"]
    assert found[5]["total"] > 0
    assert (12, 288) == (len(found[6]["words"]), found[6]["ignored"])
    assert all(answer["bytes"] < 40_000 for answer in found)


@pytest.mark.node
def test_no_query_fetches_much_of_a_large_archive(ask):
    """Of forty years with 200,000 passages a search reads no more than it may, says so, and can be told to go on."""
    shared = many(1000)
    years = dict.fromkeys(range(1992, 2032), shared)
    first, common, rare, further = ask(
        years, "kitchen", "seed mill boat", "zeppelin", ("seed mill boat", {}, {"further": True})
    )
    assert first["bytes"] < 600_000
    assert common["bytes"] < 100_000
    assert rare["bytes"] < 100_000
    assert (False, True) == (common["isComplete"] and not common["isLeast"], further["isComplete"])
    assert 0 == rare["total"]


@pytest.mark.node
def test_a_host_without_ranges_sends_few_whole_files(ask):
    """Where files come whole, years are read one by one until a search has fetched its share, and the rest waits."""
    years = dict.fromkeys(range(1992, 2032), many(1000))
    first, second, further = ask(
        years, "kitchen", "kitchen", ("kitchen", {}, {"further": True}), ranges=False
    )
    assert first["bytes"] < 600_000
    assert (False, False, True) == tuple(
        answer["isComplete"] for answer in (first, second, further)
    )
    assert first["reached"] > second["reached"] or second["bytes"] == 0
    assert 1992 == further["reached"]


@pytest.mark.node
def test_index_that_was_exchanged_is_read_anew(tmp_path):
    """When the site is published anew between two searches, nothing old and nothing mixed up is found."""
    folder = write(tmp_path / "index", {2031: many(800)})
    program = """
import { open } from "./search.js";
const archive = await open("http://river.example/", ask);
await archive.search("kitchen");
fs.copyFileSync(path.join(folder, "new.bin"), path.join(folder, "2031.bin"));
const { results } = await archive.search("seed");
process.stdout.write(JSON.stringify(results.map((row) => row.anchor)));
"""
    renamed = [
        dataclasses.replace(
            one,
            passages=tuple(dataclasses.replace(p, anchor=f"new-{p.anchor}") for p in one.passages),
        )
        for one in many(790)
    ]
    (folder / "new.bin").write_bytes(index_bytes(Index("2031.bin", tuple(renamed))))
    found = run(tmp_path / "scripts", f"{ASK}{program}", [str(folder), True, []])
    assert found
    assert {"new"} == {anchor.partition("-")[0] for anchor in found}


@pytest.mark.node
def test_a_host_that_marks_every_range_anew_is_asked_for_whole_files(tmp_path):
    """Where two ranges of one file never agree, as behind some groups of servers, a search still has its answer."""
    folder = write(tmp_path / "index", {2031: many(800)})
    program = """
import { open } from "./search.js";
let number = 0;
const archive = await open("http://river.example/", async (url, options) => {
  const answer = await ask(url, options);
  answer.headers.set("etag", `"${number++}"`);
  return answer;
});
const { results } = await archive.search("kitchen");
process.stdout.write(JSON.stringify(results.length));
"""
    assert 10 == run(tmp_path / "scripts", f"{ASK}{program}", [str(folder), True, []])


def test_same_rows_give_the_same_bytes():
    """The bytes follow from the rows alone, and nothing of what rows held before is left in them."""
    rows = many(60)
    gone = entry("2031-09-09", passage("a", body="zeppelin"), filters=[("place", "Mill Town")])
    before = index_bytes(Index("2031.bin", tuple(rows)))
    with_more = index_bytes(Index("2031.bin", (gone, *rows)))
    assert before == index_bytes(Index("2031.bin", tuple(many(60))))
    assert (True, False) == (b"zeppelin" in with_more, b"zeppelin" in before)


def test_every_text_of_a_row_is_searched_for_leaks():
    """The last look is given each text that went in: address, title, date, filters, and every field of a passage."""
    row = IndexEntry(
        "one",
        "two",
        "three",
        (("four", "five"),),
        (IndexPassage("six", "seven", "call", "eight", "nine", (("body", "ten"),)),),
    )
    expected = set("one two three four five six seven call eight nine body ten".split())
    assert expected == set(searched_texts(Index("2031.bin", (row,))))
