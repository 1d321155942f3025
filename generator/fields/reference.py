"""The field reference: annotated examples and tables of fields for `calls/README.md` and `minutes/README.md`.

Only what stands between the two marks is made; what people write around it stays as it is.
"""

from collections.abc import Iterator, Sequence

from generator.fields import kinds as k
from generator.fields.examples import EXAMPLES
from generator.fields.tables import CALL, GROUP, HUB, MINUTES, PLATFORM, SERIES, SHARE
from generator.fields.transcript_tables import CORRECTION, TRANSCRIPT
from generator.fields.words import how_written
from generator.model import outcomes
from generator.model.minutes import MarkKind

BEGIN = "<!-- fields: from here to the next mark everything is made by `calls schemas` -->"
END = "<!-- fields: end of what is made -->"

_INTRODUCTIONS = {
    "calls/README.md": """\
# Records

Each record is one text file here, and its name is its id.
`calls/<year>/` holds calls, `series/` recurring calls, `groups/` who held them, and `hubs/` what they served.
Conferencing providers stand together in `platforms.yaml`.

Write only what a source says, and leave out what you do not know.
Never write a telephone number, a PIN, an e-mail address or the name of a private person.
`calls check` says what is wrong with a record, where, and how to mend it.
""",
    "minutes/README.md": """\
# Minutes

Notes of a call are one Markdown file here: `minutes/<year>/<id of the call>.md`.
Notes in a second language have it before the ending, as in `.es.md`.
A transcript of the recording lies beside them and ends in `.vtt`, and its corrections end in `.corrections.yaml`.

Never write a telephone number, a PIN, an e-mail address or the name of a private person.
`calls check` says what is wrong with notes, where, and how to mend it.
""",
}
_CALL_RECORDS = (
    ("A call", CALL),
    ("A recurring call", SERIES),
    ("A group", GROUP),
    ("A campaign or gathering", HUB),
    ("Conferencing providers", PLATFORM),
)
_FOLDERS = {
    CALL.record: "calls/2",
    SERIES.record: "calls/series/",
    GROUP.record: "calls/groups/",
    HUB.record: "calls/hubs/",
    PLATFORM.record: "calls/platforms",
    MINUTES.record: "minutes/",
    TRANSCRIPT.record: "minutes/",
    CORRECTION.record: "minutes/",
}
_ENDINGS = {MINUTES.record: ".md", TRANSCRIPT.record: ".vtt"}
"""How the files of a record end, where they are no YAML."""
_LANGUAGES = {"md": "markdown", "vtt": "vtt", "yaml": "yaml"}
_BESIDES = {
    CALL.record: "A call whose details are withheld needs neither `title` nor `status`.\n"
    "A cancelled call needs a `reason`.",
    SERIES.record: "One of `repeats`, `rhythm` and `rrule` is required.",
    MINUTES.record: "Adopted minutes name the call that adopted them.\n"
    "A program's draft decides nothing until the group adopted it, and for that it needs a `reviewed_by`.\n"
    "Where the call has no record of its own, `series`, `date` and `share` stand here.",
    TRANSCRIPT.record: "These lines stand in a note right after `WEBVTT`; what follows is WebVTT as players read it.\n"
    "The word in `<v …>` says who speaks: a role or a place, not a person.\n"
    "A transcript can be read only where both the minutes and the recording of its call are shared.\n"
    "`[redacted: safety]` stands in it as in minutes.",
    CORRECTION.record: "The file is a list of corrections, and lies beside the transcript.\n"
    "Each applies once, to the words as the transcript has them.\n"
    "Everybody can read `old`: what has to be taken out is taken out of the transcript itself.",
}
_MARKS = {
    MarkKind.DECISION: "what was adopted; in brackets how, and never less than that",
    MarkKind.PROPOSAL: "what was put forward; in brackets what became of it",
    MarkKind.OUTCOME: "what else came out; in brackets what became of it",
    MarkKind.POLL: "a question and how many said what",
    MarkKind.COUNT: "a question, and a list below it, indented, with a number behind each answer",
    MarkKind.TEMPERATURE: "how people felt about something",
    MarkKind.ACTION: "who took on what, by which day: a role or a group, not a person; `- [x]` before it: done",
}


def reference_files() -> tuple[tuple[str, str], ...]:
    """Give both files as an archive begins with them, as paths below its root and texts."""
    return tuple((path, renewed(path, text)) for path, text in _INTRODUCTIONS.items())


def renewed(path: str, text: str) -> str:
    """Give a file of the reference with its made part written anew; a text without the marks gets it at its end."""
    made = f"{BEGIN}\n\n{made_part(path)}\n{END}\n"
    before, begin, rest = text.partition(BEGIN)
    after = rest.partition(END)[2].removeprefix("\n")
    return f"{before}{made}{after}" if begin else f"{text.rstrip()}\n\n{made}"


def made_part(path: str) -> str:
    """Give the made part of `calls/README.md` or `minutes/README.md`."""
    parts = _minutes() if path.startswith("minutes/") else _records()
    return "\n\n".join(parts) + "\n"


def _records() -> Iterator[str]:
    for heading, table in _CALL_RECORDS:
        yield from _section(heading, table)
    yield "## Fields within fields"
    for inner in dict.fromkeys(_inner_tables()):
        yield f"### The fields of a {inner.record}"
        yield field_table(inner)


def _inner_tables() -> Iterator[k.Table]:
    for _, table in _CALL_RECORDS:
        for field in table.fields:
            if isinstance(field.kind, k.ListOf) and isinstance(field.kind.item, k.Table):
                yield field.kind.item
    yield SHARE


def _minutes() -> Iterator[str]:
    yield from _section("Notes of a call", MINUTES)
    yield "## Marks"
    yield (
        "A mark is a label at the start of a line or of a list item.\n"
        "The archive lists what is marked, and the notes read well without it.\n"
        "Bold with a colon is how we write it."
    )
    rows = [(f"`**{kind.value.capitalize()}:**`", about) for kind, about in _MARKS.items()]
    yield _rows(("label", "what follows it"), rows)
    yield (
        "A label is read in other forms too: not bold, in italics, in capitals, in the plural, with a number,"
        " and with a dash in place of the colon, as in `DECISION - …`.\n"
        "`Decided`, `Agreed`, `Resolved`, `Motion`, `Poll`, `Temp check`, `To do` and `Action item` are read,"
        " and in Spanish `Decisión`, `Acuerdo`, `Propuesta`, `Resultado`, `Sondeo`, `Acción` and `Tarea`.\n"
        "`Action items:` alone on a line, or as a heading, makes an action of each item of the list below it.\n"
        "A heading of decisions proves none: below it only an item that says what became of it is a mark."
    )
    yield (
        "What stands in the middle of a line is no mark, nor is what stands in a heading, a quotation, a table, code"
        " or a comment; `calls check` says so where it looks like one."
    )
    yield (
        "The words in the last brackets of a decision, a proposal or an outcome say what became of it.\n"
        "They begin with one of these, and free text may follow after a comma, a semicolon or a colon.\n"
        "The same words are read in a last sentence, behind a dash or an arrow, in capitals, or alone on the next line,"
        " as in `PROPOSAL: … CONSENSUS`."
    )
    yield _rows(
        ("it", "words"),
        [
            ("was adopted", _quoted(outcomes.ADOPTED)),
            ("was not adopted", _quoted(outcomes.NOT_ADOPTED)),
        ],
    )
    yield (
        "A **Decision** that says no more counts as decided, and one with a word of the second line is a mistake.\n"
        "Beside a word such as not, if, unless, pending or a question mark no outcome counts as adopted.\n"
        "`{#words}` at the end of a marked line names it for ever; without it the name comes from the text.\n"
        "`supersedes #words` in a mark says that it takes the place of another, and `closes #words` that an action is"
        " done; for a mark of another call write its id before it, as in `closes 2031-03-05-river-open-call#words`.\n"
        "The name of a decision stands in its row of the register,"
        " that of an open action in the skeleton for new notes.\n"
        "`[00:12:30]` in a line or a heading points into the recording.\n"
        "`[redacted: safety]` stands for what was taken out;"
        " the other reasons are `integrity`, `consent` and `legal`."
    )
    yield "## Breakouts"
    yield (
        "A heading such as `## Breakout: media (about 20 people)` is a breakout,"
        " and so is each item below a heading `## Breakouts`.\n"
        "A line that begins with `**Report-back:**` below it is its report-back;"
        " elsewhere the line names it, as in `**Report-back:** media: a list of papers`."
    )
    yield from _section("A transcript", TRANSCRIPT)
    yield from _section("Corrections of a transcript", CORRECTION)


def _section(heading: str, table: k.Table) -> Iterator[str]:
    folder, ending = _FOLDERS[table.record], _ENDINGS.get(table.record, ".yaml")
    (example,) = [one for one in EXAMPLES if one[0].startswith(folder) and one[0].endswith(ending)]
    path, text = example
    yield f"## {heading}"
    yield f"`{path}`:"
    yield f"```{_LANGUAGES[path.rpartition('.')[2]]}\n{text}```"
    yield field_table(table)
    if table.record in _BESIDES:
        yield _BESIDES[table.record]


def field_table(table: k.Table) -> str:
    """Give the fields of a table as a table in Markdown, in the order in which people write them."""
    heads = ("field", "what it is", "write", "example", "required")
    return _rows(heads, [_row(field) for field in table.fields])


def _row(field: k.Field) -> tuple[str, ...]:
    example = f"`{field.example}`" if field.example else ""
    required = "yes" if field.required else ""
    return f"`{field.name}`", field.about, how_written(field.kind), example, required


def _rows(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines
    )


def _quoted(words: frozenset[str]) -> str:
    return ", ".join(f"`{word}`" for word in sorted(words))
