"""Turns the rows of a search index into the bytes of one file, which the browser reads piece by piece.

A file has a head (where its parts lie, and the first word of each block of terms), blocks of terms, postings, a table
of entries, and the words that are shown. A posting names a passage under a term, best ones first: how good it is was
worked out here (BM25 without the rarity of the term, which the browser knows). Numbers are written seven bits a byte,
lowest first. Nothing is packed by a library, so that every machine writes the same bytes.
`assets/javascripts/search/shard.js` of the theme reads it.
"""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import sub

from generator.render.output import Index, IndexEntry, IndexPassage
from generator.site.search_words import Terms

MAGIC = b"calls-search-1\n\0"
SMALL_BLOCK, LARGE_BLOCK, MANY_TERMS = 512, 1024, 15_000
"""Bytes of a block of terms, about, and where the larger one begins: a reader fetches one for each term, and for the
head a few bytes of every block."""
SAMPLE = 32
"""Entries between two of which the head says where they lie."""
INLINE = 24
"""Postings of no more bytes stand beside their term."""
LEVELS = 24
FULL = 100
"""The weight of a passage whose words count in full."""
WEIGHTS = {"title": 6, "decision": 4, "heading": 4, "place": 3, "body": 1}
"""How many times a word counts by the field it stands in."""
FILTER = "\x01"
"""Begins the terms that filters ask for, which no word can be."""
_USUAL_LENGTH = 60
_LONGEST_LENGTH = 1024
_MOST = 64
_SHIFT = 32
_PASSAGE = (1 << _SHIFT) - 1


class _Postings(dict[str, list[int]]):
    """The postings of each term; a term that was not met has none yet."""

    def __missing__(self, term: str) -> list[int]:
        found = self[term] = []
        return found


@dataclass(slots=True)
class _Gathered:
    """What rows were taken apart into: postings by term, the table of entries, and the words that are shown."""

    postings: _Postings = field(default_factory=_Postings)
    table: list[bytes] = field(default_factory=list)
    shown: list[bytes] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    passages: int = 0


def index_bytes(index: Index) -> bytes:
    """Give the file of an index: the same rows give the same bytes, everywhere."""
    gathered = _Gathered()
    known: dict[str, Terms] = {}
    levels = {FULL: _level_table(FULL)}
    for number, entry in enumerate(index.entries):
        _add_entry(gathered, entry, number, known, levels)
    blocks, starts, postings = _written(gathered.postings)
    return _file(gathered, blocks, starts, postings)


def searched_texts(index: Index) -> Iterator[str]:
    """Give every text that went into an index, for whoever looks for what must not be there."""
    for entry in index.entries:
        yield from (entry.page, entry.title, entry.date)
        yield from (text for pair in entry.filters for text in pair)
        for passage in entry.passages:
            yield from (passage.anchor, passage.words, passage.kind)
            yield from (passage.state, passage.language)
            yield from (text for pair in passage.fields for text in pair)


def number(value: int) -> bytes:
    """Write a number, seven bits a byte, lowest first.

    >>> number(300).hex()
    'ac02'
    """
    if value < 128:
        return bytes((value,))
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


@cache
def _numbers() -> tuple[bytes, ...]:
    """Give the numbers of at most two bytes as they are written: nearly all that postings hold."""
    return tuple(map(number, range(1 << 14)))


def _add_entry(
    gathered: _Gathered,
    entry: IndexEntry,
    at: int,
    known: dict[str, Terms],
    levels: dict[int, list[list[int]]],
) -> None:
    row = json.dumps(_shown(entry), ensure_ascii=False, separators=(",", ":")).encode()
    gathered.table.append(number(len(entry.passages)) + number(len(row)))
    gathered.shown.append(row)
    gathered.firsts.append(gathered.passages)
    for name, value in entry.filters:
        gathered.postings[f"{FILTER}{name}={value}"].append(at)
    for passage in entry.passages:
        if passage.kind == "decision":
            gathered.postings[f"{FILTER}kind=decision"].append(gathered.passages)
        if passage.language not in known:
            known[passage.language] = Terms(passage.language)
        counts = _counted(passage.fields, known[passage.language])
        if passage.weight not in levels:
            levels[passage.weight] = _level_table(passage.weight)
        _add_passage(gathered.postings, counts, gathered.passages, levels[passage.weight])
        if passage.weight < FULL:
            _raise_title(gathered, passage, len(counts), known, levels[FULL])
        gathered.passages += 1


def _shown(entry: IndexEntry) -> list[object]:
    """Give what is shown of an entry; of a passage without the empty values at its end."""
    rows = []
    for passage in entry.passages:
        row = [passage.anchor, passage.words, passage.kind, passage.state, passage.language]
        while row and not row[-1]:
            row.pop()
        rows.append(row)
    return [entry.page, entry.title, entry.date, rows]


def _counted(fields: Iterable[tuple[str, str]], known: Terms) -> Mapping[str, int]:
    """Count the terms of the fields of a passage, each by the weight of its field."""
    counts: Counter[str] = Counter()
    for name, text in fields:
        weight = WEIGHTS[name]
        # Long texts have the least weight, and of those the library counts fastest.
        if weight == 1:
            counts.update(known.of(text))
        else:
            for term in known.of(text):
                counts[term] += weight
    return counts


def _add_passage(
    postings: _Postings, counts: Mapping[str, int], at: int, levels: list[list[int]]
) -> None:
    table = levels[min(len(counts), _LONGEST_LENGTH) // 8]
    row = [level | at for level in table]
    for term, count in counts.items():
        postings[term].append(row[count if count < _MOST else _MOST - 1])


def _raise_title(
    gathered: _Gathered,
    passage: IndexPassage,
    length: int,
    known: dict[str, Terms],
    table: list[list[int]],
) -> None:
    """Let the words of a title count in full in the passage of so many terms that was added last."""
    titles = [(name, text) for name, text in passage.fields if name == "title"]
    row = table[min(length, _LONGEST_LENGTH) // 8]
    for term, count in _counted(titles, known[passage.language]).items():
        own = gathered.postings[term]
        own[-1] = min(own[-1], row[min(count, _MOST - 1)] | gathered.passages)


def _level_table(weight: int) -> list[list[int]]:
    """Give what a posting begins with, by the length of its passage in eights and by its count: best ones sort first.

    BM25 with k1 = 2.5 and b = 0.6, in whole numbers; of which a passage of less than full weight has its share.
    """
    table = []
    for eights in range(_LONGEST_LENGTH // 8 + 1):
        slope = 25 * (400 + 600 * (eights * 8 + 4) // _USUAL_LENGTH)
        row = [LEVELS * count * 10_000 // (count * 10_000 + slope) for count in range(_MOST)]
        own = (max(level * weight // FULL, 1) for level in row)
        table.append([(LEVELS - level) << _SHIFT for level in own])
    return table


def _written(postings: dict[str, list[int]]) -> tuple[list[bytes], list[bytes], bytes]:
    """Write terms in blocks, and long postings apart; gives blocks, what tells each from the last, and the postings."""
    blocks: list[bytes] = []
    starts: list[bytes] = []
    long = bytearray()
    block = bytearray()
    before = shared_with = ""
    most = LARGE_BLOCK if len(postings) > MANY_TERMS else SMALL_BLOCK
    # The order of the browser, which compares text by halves of its larger characters.
    for term in sorted(postings, key=lambda term: term.encode("utf-16-be", "surrogatepass")):
        if not block:
            starts.append(_utf8(term[: _alike(before, term) + 1]))
            block += number(len(long))
            shared_with = ""
        shared = len(_utf8(term[: _alike(shared_with, term)]))
        rest = _utf8(term)[shared:]
        data = _posting_bytes(postings[term])
        block += number(shared) + number(len(rest)) + rest
        block += number(len(postings[term])) + number(len(data))
        if len(data) <= INLINE:
            block += data
        else:
            long += data
        before = shared_with = term
        if len(block) >= most:
            blocks.append(bytes(block))
            block.clear()
    if block:
        blocks.append(bytes(block))
    return blocks, starts, bytes(long)


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _posting_bytes(postings: list[int]) -> bytes:
    """Write the postings of a term by level, best first: the level, how many, and the gaps between passages."""
    postings.sort()
    out = bytearray()
    start = 0
    while start < len(postings):
        level = postings[start] >> _SHIFT
        end = bisect_left(postings, (level + 1) << _SHIFT, start)
        here = postings[start:end]
        gaps = [here[0] & _PASSAGE, *map(sub, here[1:], here)]
        out += bytes((LEVELS - level,)) + number(len(gaps))
        # Most gaps are small, and of those no number takes more than its byte.
        most = max(gaps)
        if most < 128:
            out += bytes(gaps)
        else:
            written = number if most >> 14 else _numbers().__getitem__
            out += b"".join(map(written, gaps))
        start = end
    return bytes(out)


def _alike(before: str, term: str) -> int:
    """Count the characters two terms begin with alike."""
    most = min(len(before), len(term))
    return next((at for at in range(most) if before[at] != term[at]), most)


def _file(gathered: _Gathered, blocks: list[bytes], starts: list[bytes], postings: bytes) -> bytes:
    entries = len(gathered.table)
    names = bytearray(number(entries) + number(gathered.passages) + number(len(blocks)))
    for key, block in zip(starts, blocks, strict=True):
        names += number(len(key)) + key + number(len(block))
    firsts = [*gathered.firsts, gathered.passages]
    for start in range(0, entries, SAMPLE):
        end = min(start + SAMPLE, entries)
        names += number(firsts[end] - firsts[start])
        names += number(sum(map(len, gathered.table[start:end])))
        names += number(sum(map(len, gathered.shown[start:end])))
    parts = [bytes(names), b"".join(blocks), postings]
    parts += [b"".join(gathered.table), b"".join(gathered.shown)]
    places = bytearray()
    at = len(MAGIC) + 4 * len(parts)
    for part in parts:
        at += len(part)
        places += at.to_bytes(4, "little")
    return b"".join((MAGIC, places, *parts))
