"""Tells what was measured as Markdown: a section a size, how everything grows, and what was compared."""

from collections.abc import Iterable, Sequence

from generator.bench import ratios
from generator.bench.growth import Growth, growths
from generator.bench.measure import Figures
from generator.bench.peers.same_work import SAME_WORK
from generator.bench.ratios import Spread, Value
from generator.bench.results import COLD, OURS, Row, Run, Size, row_of, size_of

_VALUES: tuple[tuple[str, Value, int], ...] = (
    ("wall s", ratios.wall, 2),
    ("CPU s", ratios.cpu, 2),
    ("peak MiB", ratios.peak, 0),
)
_MIB = 2**20


def report(runs: Sequence[Run]) -> str:
    """Give the whole report of runs of several sizes."""
    parts = [part for run in runs for part in _sections(run)]
    found = growths(runs)
    if found:
        parts += ["## Growth", _growth(found)]
    if any(size.builder != OURS for run in runs for size in run.measured.sizes):
        parts.append(SAME_WORK)
    return "\n\n".join(parts) + "\n"


def page(runs: Sequence[Run]) -> str:
    """Give the report as a page of its own beside its plot and its raw figures."""
    head = (
        "# Results\n\n"
        "`python -m generator bench` wrote this page; `README.md` says what is measured and how to read it.\n"
        "The figures of every round are in `results.json`.\n\n"
        "![CPU time and peak memory of builds against the number of calls](results.svg)\n\n"
    )
    return head + report(runs)


def _sections(run: Run) -> list[str]:
    parts = [f"## {run.calls:,} calls", _said(run), figures_table(run.measured.rows)]
    if len(run.measured.sizes) > 1:
        parts += ["### Ours against others", _ratios(run)]
    parts += ["### What was written", _sizes(run)]
    if run.steps:
        parts += ["### A cold build by steps", _steps(run)]
    return parts


def _said(run: Run) -> str:
    lines = [f"{run.about}", f"Machine: {run.machine}.", f"Versions: {run.versions}."]
    lines += [f"Left out, because it is not installed there: {name}." for name in run.absent]
    lines += [f"{name} failed at so many calls, and is left out." for name in run.measured.failed]
    return "\n".join(f"- {line}" for line in lines)


def figures_table(rows: Iterable[Row]) -> str:
    """Give a table with a kind of build a line; each figure is the median, with the least and the most."""
    names = [name for name, _, _ in _VALUES]
    body = [
        [row.builder, row.kind, *(_figure(row.figures, value, d) for _, value, d in _VALUES)]
        for row in rows
    ]
    return markdown_table(["builder", "build", *names], body)


def _figure(figures: Sequence[Figures], value: Value, digits: int) -> str:
    return _shown(ratios.spread([value(one) for one in figures]), digits)


def _shown(found: Spread | None, digits: int) -> str:
    if found is None:
        return "–"
    least, middle, most = (
        f"{number:.{digits}f}" for number in (found.least, found.middle, found.most)
    )
    return middle if least == most else f"{middle} ({least}–{most})"


def _ratios(run: Run) -> str:
    body = []
    for theirs in run.measured.rows:
        ours = row_of(run, OURS, theirs.kind)
        if theirs.builder == OURS or ours is None:
            continue
        found = [ratios.ratio(ours.figures, theirs.figures, value) for _, value, _ in _VALUES]
        by_file, by_mib = _by_size(run, ours, theirs)
        cells = [*(_shown(one, 2) for one in found), _shown(by_file, 2), _shown(by_mib, 2)]
        body.append([theirs.builder, theirs.kind, *cells])
    said = "Below 1 ours took less: the ratio of each round, its median, and in brackets the least and the most."
    heads = ["against", "build", "wall", "CPU", "memory", "CPU a file", "CPU a MiB"]
    return f"{said}\n\n{markdown_table(heads, body)}"


def _by_size(run: Run, ours: Row, theirs: Row) -> tuple[Spread | None, Spread | None]:
    """Give the ratios of CPU time for each file and each byte that a cold build writes."""
    our, their = size_of(run, OURS), size_of(run, theirs.builder)
    found = ratios.ratio(ours.figures, theirs.figures, ratios.cpu)
    if theirs.kind != COLD or our is None or their is None or found is None:
        return None, None
    return _times(found, their.files / our.files), _times(found, their.bytes / our.bytes)


def _times(found: Spread, factor: float) -> Spread:
    return Spread(found.least * factor, found.middle * factor, found.most * factor)


def _sizes(run: Run) -> str:
    ours = size_of(run, OURS)
    body = [_size(size, ours) for size in run.measured.sizes]
    heads = ["builder", "pages", "files", "MiB", "mean bytes of a call's page", "of ours"]
    return markdown_table(heads, body)


def _size(size: Size, ours: Size | None) -> list[str]:
    part = f"{size.page / ours.page:.2f}" if ours and ours.page else "–"
    mib = f"{size.bytes / _MIB:.1f}"
    return [
        size.builder, f"{size.pages:,}", f"{size.files:,}", mib, f"{size.page:,.0f}", part,
    ]  # fmt: skip


def _steps(run: Run) -> str:
    whole = sum(step.seconds for step in run.steps)
    said = (
        "CPU seconds of one process that builds everything by itself; the clock costs a little too."
    )
    ordered = sorted(run.steps, key=lambda step: (-step.seconds, step.name))
    body = [
        [step.name, f"{step.seconds:.2f}", f"{100 * step.seconds / whole:.1f}"] for step in ordered
    ]
    return f"{said}\n\n{markdown_table(['step', 'CPU s', '%'], [*body, ['all', f'{whole:.2f}', '100.0']])}"


def _growth(found: Sequence[Growth]) -> str:
    said = (
        "The exponent k where a figure grows as the number of calls to the power of k; 1 is linear."
    )
    body = [
        [one.builder, one.kind, str(one.sizes), *map(_exponent, (one.wall, one.cpu, one.peak))]
        for one in found
    ]
    heads = ["builder", "build", "sizes", "wall", "CPU", "memory"]
    return f"{said}\n\n{markdown_table(heads, body)}"


def _exponent(value: float | None) -> str:
    # Adding 0 takes the sign off what is rounded to nothing.
    return "–" if value is None else f"{round(value, 2) + 0:.2f}"


def markdown_table(heads: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """Give a table that reads well as plain text too: words begin, and numbers end, below each other."""
    rows = [heads, *body]
    wide = [max(len(row[at]) for row in rows) for at in range(len(heads))]
    right = [
        bool(body) and all(row[at][:1] in "0123456789–-" for row in body)
        for at in range(len(heads))
    ]
    lines = [
        "| " + " | ".join(
            cell.rjust(wide[at]) if right[at] else cell.ljust(wide[at])
            for at, cell in enumerate(row)
        ) + " |"
        for row in rows
    ]  # fmt: skip
    rule = (
        "|"
        + "|".join("-" * (wide[at] + 1) + (":" if right[at] else "-") for at in range(len(wide)))
        + "|"
    )
    return "\n".join((lines[0], rule, *lines[1:]))
