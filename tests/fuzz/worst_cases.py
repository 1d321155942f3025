"""Files that would take a careless reader longest: as large as they may be, and evil in one way each."""

from collections.abc import Callable, Mapping

from generator.load.files import NOTES_LIMIT, RECORD_LIMIT, TRANSCRIPT_LIMIT
from generator.load.notes_limits import LINES, MARKS

CALL = "calls/2031/2031-05-01-river.yaml"
SERIES = "calls/series/river.yaml"
GROUP = "calls/groups/river.yaml"
NOTES = "minutes/2031/2031-05-01-river.md"
PAGE = "content/about.md"
WORDS = "minutes/2031/2031-05-01-river.vtt"
SETTINGS = "mkdocs.yml"
HEAD = "title: River\ndate: 2031-05-01\nstatus: held\nshare: public\n"
FRONT = "---\norigin: notes\n---\n"
WEBVTT = "WEBVTT\n\nNOTE\norigin: transcript\n\n"
CUE = "00:00:01.000 --> 00:00:02.000\n"


def full(piece: str, limit: int, head: str = "", tail: str = "") -> str:
    """Repeat a piece until a file is as large as it may be."""
    room = limit - len((head + tail).encode())
    return head + piece * (room // len(piece.encode())) + tail


def numbered(line: str, limit: int, head: str = "") -> str:
    """Give lines with a number of their own each until a file is as large as it may be."""
    lines: list[str] = [head]
    size = len(head.encode())
    for number in range(limit):
        own = line.format(number)
        size += len(own.encode())
        if size > limit:
            break
        lines.append(own)
    return "".join(lines)


def _record(piece: str, head: str = HEAD) -> Callable[[], str]:
    return lambda: full(piece, RECORD_LIMIT, head)


def _lines(line: str, head: str = HEAD) -> Callable[[], str]:
    return lambda: numbered(line, RECORD_LIMIT, head)


def _notes(piece: str, before: str = "") -> Callable[[], str]:
    return lambda: full(piece, NOTES_LIMIT, FRONT + before)


def _many(line: str) -> Callable[[], str]:
    return lambda: numbered(line, NOTES_LIMIT, FRONT)


def _most(line: str, count: int, before: str = "") -> Callable[[], str]:
    """Give a line as often as it is read, each made so long that the file is as large as it may be."""

    def make() -> str:
        head = FRONT + before
        room = (NOTES_LIMIT - len(head.encode())) // count - len(line.format(count, "").encode())
        return head + "".join(line.format(n, ("a " * room)[:room]) for n in range(count))

    return make


def _bombs() -> str:
    steps = "".join(f"k{n}: &k{n} [*k{n - 1},*k{n - 1}]\n" for n in range(1, 2000))
    return (HEAD + "k0: &k0 [x]\n" + steps)[:RECORD_LIMIT]


def _deep_lists() -> str:
    return (FRONT + "\n".join("  " * depth + "- a" for depth in range(500)))[:NOTES_LIMIT]


def _backticks() -> str:
    return (FRONT + "".join("`" * length + " " for length in range(1, 710)))[:NOTES_LIMIT]


def _staircase() -> str:
    """Give emphasis that opens ever further and never closes."""
    return (FRONT + "".join("*" * length + "a " for length in range(1, 710)))[:NOTES_LIMIT]


YAML: Mapping[str, tuple[str, Callable[[], str]]] = {
    "brackets without end": (CALL, _record("[", "")),
    "brackets in a value": (CALL, _record("[", HEAD + "places: ")),
    "braces in a value": (CALL, _record("{a: ", HEAD + "places: ")),
    "dashes without end": (CALL, _record("- ", "")),
    "question marks": (CALL, _record("? ", "")),
    "quotes": (CALL, _record('"', "")),
    "a quote for every line": (CALL, _record('a: "b\n')),
    "colons": (CALL, _record("a: b: c\n")),
    "tabs": (CALL, _record("\ta: b\n")),
    "tabs in values": (CALL, _lines("k{}:\tb\n")),
    "exclamation marks": (CALL, _record("! ", HEAD + "places: ")),
    "tags": (CALL, _lines("k{}: !!str b\n")),
    "anchors": (CALL, _lines("k{0}: &a{0} b\n")),
    "aliases of aliases": (CALL, _bombs),
    "merge keys": (CALL, _record("<<: {a: b}\n")),
    "one key again and again": (CALL, _record("title: River\n")),
    "a key for every line": (CALL, _lines("k{}: v\n")),
    "a key near a field for every line": (CALL, _lines("titel{}: v\n")),
    "a list of things": (CALL, _record("  - x\n", HEAD + "hosts:\n")),
    "a list of tables": (CALL, _record("  - titel: x\n", HEAD + "sources:\n")),
    "items that are no address": (CALL, _lines("  - title: x\n    url: ftp://x{}\n", HEAD + "sources:\n")),
    "items of an agenda": (CALL, _lines("  - item {} (5 minutes)\n", HEAD + "agenda:\n")),
    "wrong dates": (CALL, _lines("  - 2031-13-{}\n", HEAD + "moved_from:\n")),
    "one long value": (CALL, _record("x", HEAD + "purpose: ")),
    "one long folded value": (CALL, _record("  words of it\n", HEAD + "purpose: >-\n")),
    "escapes": (CALL, lambda: full("\\u202e", RECORD_LIMIT, HEAD + 'purpose: "', '"\n')),
    "commas": (CALL, _record(",", HEAD + "hosts: [")),
    "accents on one letter": (CALL, _record("\u0301", HEAD + "purpose: e")),
    "invisible signs": (CALL, _record("\u200b", HEAD + "purpose: e")),
    "Windows line ends": (CALL, _record("k: v\r\n")),
    "comments": (CALL, _record("#\n")),
    "percent signs": (CALL, _record("%", "")),
    "documents": (CALL, _record("---\n", "")),
    "lines that begin one space deeper": (CALL, lambda: HEAD + "".join(" " * n + "a: b\n" for n in range(350))),
    "lines that begin anywhere": (CALL, _record("   a: b\n  c: d\n")),
    "blanks": (CALL, _record(" ", HEAD + "purpose: a")),
    "blanks in front of lines": (CALL, _record("  \n")),
    "dates that a series skips": (SERIES, _lines("  - 2031-05-{}\n", HEAD + "cancelled:\n")),
    "a rhythm of words": (SERIES, _record("every week on ", "title: River\nshare: public\nrepeats: ")),
    "a rule of parts": (SERIES, _record("BYDAY=MO;", "title: River\nshare: public\nrule: ")),
    "other names": (GROUP, _lines("  - river {}\n", "name: River\nshare: public\nalso_known_as:\n")),
    "settings of brackets": (SETTINGS, _record("[", "")),
    "settings of one entry again and again": (SETTINGS, _lines("  - Page {0}: p{0}.md\n", "site_name: River\nnav:\n")),
    "addresses that are allowed": (
        SETTINGS,
        _lines("      - address: a{}@river.example\n", "extra:\n  archive:\n    allowed_addresses:\n"),
    ),
}  # fmt: skip
"""Records and settings: where each lies, and its text."""

PROSE: Mapping[str, tuple[str, Callable[[], str]]] = {
    "nested brackets": (NOTES, _notes("[")),
    "brackets with addresses": (NOTES, _notes("[a](")),
    "brackets that close": (NOTES, _notes("]")),
    "pictures": (NOTES, _notes("![")),
    "links": (NOTES, _notes("[a](b.md) ")),
    "links to headings": (NOTES, _notes("[a](#a) ", "# a\n\n")),
    "definitions": (NOTES, _many("[{0}]: https://river.example/{0}\n")),
    "uses of one definition": (NOTES, _notes("[a] ", "[a]: https://river.example/\n\n")),
    "emphasis": (NOTES, _notes("*a **b ~~c ")),
    "emphasis that never closes": (NOTES, _notes("*a ")),
    "emphasis of ever more stars": (NOTES, _staircase),
    "strokes below": (NOTES, _notes("_a__b ")),
    "tables": (NOTES, _notes("|a|b|\n|-|-|\n|c|d|\n\n")),
    "table of empty cells": (NOTES, _notes("a\n", "|a" * 500 + "\n" + "|-" * 500 + "|\n")),
    "one wide row": (NOTES, _notes("|a")),
    "backticks": (NOTES, _backticks),
    "fences": (NOTES, _notes("```\n")),
    "quotes": (NOTES, _notes(">")),
    "quotes in every line": (NOTES, _notes("> a\n")),
    "lists": (NOTES, _notes("- ")),
    "lists of lists": (NOTES, _deep_lists),
    "items": (NOTES, _notes("- a\n")),
    "numbers": (NOTES, _notes("1. a\n")),
    "tasks": (NOTES, _notes("- [ ] a (by 2031-06-01)\n", "## Actions\n\n")),
    "headings of one name": (NOTES, _notes("# a\n")),
    "headings of one name below each other": (NOTES, _notes("# a\n## a\n### a\n")),
    "headings of their own": (NOTES, _many("# a {}\n")),
    "headings with one given name": (NOTES, _notes("# a {#a}\n")),
    "lines below headings": (NOTES, _notes("a\n-\n")),
    "marks": (NOTES, _notes("**Decision:** the bridge stays (agreed)\n\n")),
    "marks of their own": (NOTES, _many("**Decision:** bridge {} stays (agreed)\n\n")),
    "marks in one paragraph": (NOTES, _many("**Decision:** bridge {} stays (agreed)\n")),
    "marks with given names": (NOTES, _many("**Decision:** it stays (agreed) {{#d{}}}\n\n")),
    "marks with tallies": (NOTES, _many("**Decision:** x{0} ({0} for, 3 against, 2 abstained)\n\n")),
    "marks that join": (NOTES, _many("**Decision:** x{} (agreed; supersedes 2031-04-01-river#decision-a)\n\n")),
    "joins in one mark": (NOTES, _notes("supersedes 2031-04-01-river#decision-a; ", "**Decision:** x (agreed; ")),
    "joins with what is not there": (NOTES, _many("- Decision: x{0} (supersedes #nothing-{0})\n")),
    "outcomes in a list": (NOTES, _notes("- Agreed: the bridge stays\n", "## Outcomes\n\n")),
    "as many marks as are read, with tallies": (
        NOTES,
        _most("**Decision:** x{0} {1} ({0} for, 3 against, 2 abstained)\n\n", MARKS),
    ),
    "as many marks as are read, with joins": (
        NOTES,
        _most("- Decision: x{0} {1} (supersedes #nothing-{0})\n", MARKS),
    ),
    "as many straw polls as are read": (NOTES, _most("**Straw poll:** x{0}{1}: 12 yes, 3 no\n\n", MARKS)),
    "as many lines as are read": (NOTES, _most("- {0}{1}\n", LINES - 4)),
    "as many lines as are read, below headings": (NOTES, _most("{1}{0}\n-\n", LINES // 2 - 4)),
    "as many rows as are read": (NOTES, _most("{1}{0}\n", LINES - 6, "|a" * 500 + "\n" + "|-" * 500 + "|\n")),
    "words that look like marks": (NOTES, _notes("decision: x\nDecided x\nAGREED x\n")),
    "misspelt marks": (NOTES, _many("**Descision:** x{}\n\n")),
    "straw polls": (NOTES, _many("**Straw poll:** x{}: 12 yes, 3 no\n\n")),
    "actions": (NOTES, _many("**Action:** Mill Town brings x{} (by 2031-06-01)\n\n")),
    "breakouts": (NOTES, _many("## Breakout: room {}\n\n- a\n\n")),
    "report-backs": (NOTES, _many("## Report-back: room {}\n\n- a\n\n")),
    "moments": (NOTES, _notes("[00:12:30] ")),
    "redactions": (NOTES, _notes("[redacted: legal] ")),
    "passages taken out": (NOTES, _many("[removed for safety: #a{}]\n\n")),
    "blanks in a heading": (NOTES, lambda: full(" ", NOTES_LIMIT, FRONT + "# a", "b")),
    "blanks behind a mark": (NOTES, lambda: full(" ", NOTES_LIMIT, FRONT + "**Decision:** a", "(agreed)")),
    "round brackets in a mark": (NOTES, _notes("(", "**Decision:** a ")),
    "round brackets that close": (NOTES, _notes(")", "**Decision:** a ")),
    "semicolons in a mark": (NOTES, _notes(";", "**Decision:** a (agreed")),
    "colons": (NOTES, _notes(":")),
    "one long line": (NOTES, _notes("a")),
    "one long line of words": (NOTES, _notes("word ")),
    "digits": (NOTES, _notes("1")),
    "numbers apart": (NOTES, _notes("12 ")),
    "telephone numbers": (NOTES, _notes("(212) 555-0142 ")),
    "telephone numbers in lines": (NOTES, _notes("(212) 555-0142\n")),
    "what looks like telephone numbers": (NOTES, _notes("(212) ")),
    "digits with strokes": (NOTES, _notes("555-01-")),
    "digits with pluses": (NOTES, _notes("+1 ")),
    "digits of full width": (NOTES, _notes("\uff11\uff12 ")),
    "addresses of mail": (NOTES, _notes("a@b.example ")),
    "addresses of mail in lines": (NOTES, _notes("a@b.example\n")),
    "letters before an at": (NOTES, _notes("a.a-a_a+")),
    "at signs": (NOTES, _notes("a@")),
    "dots behind an at": (NOTES, _notes("a@b." + "c." * 20)),
    "spelled-out addresses": (NOTES, _notes("a at b dot ")),
    "pins": (NOTES, _notes("pin ")),
    "pins with numbers": (NOTES, _notes("PIN: 4455# ")),
    "web addresses": (NOTES, _notes("https://a.example/ ")),
    "one long web address": (NOTES, _notes("a/", "https://a.example/")),
    "questions in an address": (NOTES, _notes("a=b&", "https://a.example/?")),
    "credentials": (NOTES, _notes("https://a:b@c.example/ ")),
    "strokes of addresses": (NOTES, _notes("//")),
    "capitalised pairs": (NOTES, _notes("Mill Town ")),
    "speakers": (NOTES, _many("Mill Town {}: yes\n\n")),
    "streets": (NOTES, _notes("12 Mill Street, ")),
    "entities": (NOTES, _notes("&amp;")),
    "ands": (NOTES, _notes("&")),
    "openings of tags": (NOTES, _notes("<")),
    "openings of comments": (NOTES, _notes("<!--")),
    "tags": (NOTES, _notes("<b>")),
    "backslashes": (NOTES, _notes("\\")),
    "line ends": (NOTES, _notes("\n")),
    "blank lines in a list": (NOTES, _notes("\n", "- " * 4000 + "a\n")),
    "lines across": (NOTES, _notes("---\n")),
    "front matter again and again": (NOTES, _notes("---\norigin: notes\n")),
    "front matter without end": (NOTES, lambda: full("a: b\n", NOTES_LIMIT, "---\n")),
    "front matter of brackets": (NOTES, lambda: full("[", NOTES_LIMIT, "---\na: ", "\n---\n")),
    "front matter of one key": (NOTES, lambda: full("a: b: c\n", NOTES_LIMIT, "---\n", "---\nx\n")),
    "accents on one letter": (NOTES, _notes("\u0301", "e")),
    "invisible signs": (NOTES, _notes("\u200b", "e")),
    "letters of two alphabets": (NOTES, _notes("a\u0430 ")),
    "pieces of one word": (WORDS, lambda: (WEBVTT + f"{CUE}a\n\n" * 20_000)[:TRANSCRIPT_LIMIT]),
    "pieces of digits": (WORDS, lambda: (WEBVTT + f"{CUE}212 555\n\n" * 20_000)[:TRANSCRIPT_LIMIT]),
    "too many pieces": (WORDS, lambda: full(f"{CUE}\n", TRANSCRIPT_LIMIT, WEBVTT)),
    "pieces of one line": (WORDS, lambda: full("a", TRANSCRIPT_LIMIT, WEBVTT + CUE)),
    "open tags": (WORDS, lambda: full("<v ", TRANSCRIPT_LIMIT, WEBVTT + CUE)),
    "pieces of open tags": (WORDS, lambda: full(CUE + "<v " * 600 + "\n\n", TRANSCRIPT_LIMIT, WEBVTT)),
    "pieces of classes": (WORDS, lambda: full(CUE + "<c" + ".a" * 900 + "\n\n", TRANSCRIPT_LIMIT, WEBVTT)),
    "pieces of signs": (WORDS, lambda: full(CUE + "&amp" * 490 + "\n\n", TRANSCRIPT_LIMIT, WEBVTT)),
    "pieces of hidden signs": (WORDS, lambda: full(CUE + "&#8238;" * 280 + "\n\n", TRANSCRIPT_LIMIT, WEBVTT)),
    "pieces of redactions": (WORDS, lambda: full(CUE + "[redacted" * 200 + "\n\n", TRANSCRIPT_LIMIT, WEBVTT)),
    "lines without times": (WORDS, lambda: full("a\n\n", TRANSCRIPT_LIMIT, WEBVTT)),
    "arrows alone": (WORDS, lambda: full("-->\n", TRANSCRIPT_LIMIT, WEBVTT)),
    "subtitles": (WORDS, lambda: ("1\n00:00:01,000 --> 00:00:02,000\nyes\n\n" * 20_000)[:TRANSCRIPT_LIMIT]),
    "a page of listings": (PAGE, lambda: full("<!-- archive: recent -->\n\n", NOTES_LIMIT, "# A\n\n")),
    "a page of unknown listings": (PAGE, lambda: numbered("<!-- archive: recant{} -->\n\n", NOTES_LIMIT, "# A\n\n")),
    "a page of brackets": (PAGE, lambda: full("[", NOTES_LIMIT, "# A\n\n")),
    "a page of links": (PAGE, lambda: numbered("[a](no{}.md)\n", NOTES_LIMIT, "# A\n\n")),
}  # fmt: skip
"""Notes and pages: where each lies, and its text."""

WORST = {**{f"YAML: {name}": case for name, case in YAML.items()}, **PROSE}
