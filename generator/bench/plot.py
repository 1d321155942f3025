"""Draws CPU time and peak memory against the number of calls, both on logarithmic scales, as one small picture.

Lines differ by their marks and dashes as well as by colour, and the colours follow the reader's light or dark scheme.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from generator.bench import ratios
from generator.bench.growth import points
from generator.bench.results import COLD, OURS, Run

_WIDTH, _HEIGHT, _LEFT, _TOP = 330, 250, 56, 34
_PANEL = _LEFT + _WIDTH + 24
_KEY_LINE = 20
_EDIT = "one edit of notes"
_STYLE = """\
text { font: 12px system-ui, sans-serif; fill: #1f2328; }
.head { font-weight: 600; }
.paper { fill: #ffffff; }
.grid { stroke: #d5d9de; stroke-width: 1; }
.c0 { --c: #b3261e; } .c1 { --c: #1d4ed8; } .c2 { --c: #0f6b3a; } .c3 { --c: #7a3fb0; }
.c4 { --c: #8a5300; } .c5 { --c: #00677a; } .c6 { --c: #b3261e; }
.line { fill: none; stroke: var(--c); stroke-width: 2; }
.mark { fill: var(--c); }
.c6.line { stroke-dasharray: 5 4; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6e9ec; }
  .paper { fill: #16191d; }
  .grid { stroke: #3a4048; }
  .c0, .c6 { --c: #ff8a80; } .c1 { --c: #8ab4ff; } .c2 { --c: #6fd39a; } .c3 { --c: #cfa6f5; }
  .c4 { --c: #f0b35a; } .c5 { --c: #5fd0e0; }
}"""
_MARKS = (
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", "M-4.5 -4.5h9v9h-9z", "M0 -6L5.5 4h-11z", "M0 -6L6 0L0 6L-6 0z",
    "M0 6L5.5 -4h-11z", "M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One builder's points in both panels, and its place in the list of colours and marks."""

    name: str
    look: int
    cpu: tuple[tuple[float, float], ...]
    peak: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The powers of ten between which a panel lies, across and upwards."""

    across: tuple[int, int]
    upwards: tuple[int, int]

    def place(self, size: float, value: float) -> tuple[float, float]:
        """Give where a point stands in its panel, from its upper left corner."""
        x = _part(size, self.across) * _WIDTH
        return round(x, 1), round(_HEIGHT - _part(value, self.upwards) * _HEIGHT, 1)


def lines(runs: Sequence[Run]) -> tuple[Line, ...]:
    """Give a line for each builder's cold build, and one for an edit of ours."""
    names = dict.fromkeys(row.builder for run in runs for row in run.measured.rows)
    others = [name for name in names if name != OURS]
    last = len(_MARKS) - 1
    wanted = [(OURS, COLD, OURS, 0), (OURS, _EDIT, f"{OURS}, {_EDIT}", last)]
    wanted += [(name, COLD, name, 1 + at % (last - 1)) for at, name in enumerate(others)]
    found = []
    for builder, kind, name, look in wanted:
        cpu = _positive(points(runs, builder, kind, ratios.cpu))
        if cpu:
            found.append(Line(name, look, cpu, _positive(points(runs, builder, kind, ratios.peak))))
    return tuple(found)


def plot(runs: Sequence[Run]) -> str:
    """Draw runs of any sizes as SVG; where there is one size alone, points stand without lines."""
    drawn = lines(runs)
    wide = 2 * _PANEL + 8
    high = _TOP + _HEIGHT + 52 + _KEY_LINE * -(-len(drawn) // 2)
    sizes = ", ".join(f"{run.calls:,}" for run in runs)
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img" aria-labelledby="t d">',
        '<title id="t">CPU time and peak memory of builds against the number of calls</title>',
        f'<desc id="d">Two plots on logarithmic scales, at {sizes} calls. {escape(_told(drawn))}</desc>',
        f"<style>\n{_STYLE}\n</style>",
        f'<rect class="paper" width="{wide}" height="{high}"/>',
        *_panel(0, "CPU seconds", [(line, line.cpu) for line in drawn]),
        *_panel(1, "Peak memory in MiB", [(line, line.peak) for line in drawn]),
        *_key(drawn),
        "</svg>",
    )
    return "\n".join(parts) + "\n"


def _told(drawn: Sequence[Line]) -> str:
    """Say the points in words, for whoever does not see the picture."""
    said = []
    for line in drawn:
        memory = dict(line.peak)
        each = (
            f"{size:,.0f} calls {seconds:.2f} s" + (f" and {memory[size]:.0f} MiB" if size in memory else "")
            for size, seconds in line.cpu
        )  # fmt: skip
        said.append(f"{line.name}: {', '.join(each)}.")
    return " ".join(said)


def _panel(
    at: int, head: str, drawn: Sequence[tuple[Line, tuple[tuple[float, float], ...]]]
) -> Iterator[str]:
    points = [point for _, some in drawn for point in some]
    if not points:
        return
    scale = Scale(_powers([size for size, _ in points]), _powers([value for _, value in points]))
    yield f'<g transform="translate({at * _PANEL + _LEFT} {_TOP})">'
    yield f'<text class="head" x="0" y="-14">{head}</text>'
    yield from _grid(scale)
    # Ours comes first, and is drawn last, above the others.
    for line, some in reversed(drawn):
        placed = [scale.place(*point) for point in some]
        if len(placed) > 1:
            path = " ".join(f"{x},{y}" for x, y in placed)
            yield f'<polyline class="line c{line.look}" points="{path}"/>'
        for x, y in placed:
            yield f'<path class="mark c{line.look}" transform="translate({x} {y})" d="{_MARKS[line.look]}"/>'
    yield f'<text x="{_WIDTH / 2:.0f}" y="{_HEIGHT + 36}" text-anchor="middle">calls</text>'
    yield "</g>"


def _grid(scale: Scale) -> Iterator[str]:
    for power in range(scale.upwards[0], scale.upwards[1] + 1):
        _, y = scale.place(10.0 ** scale.across[0], 10.0**power)
        yield f'<path class="grid" d="M0 {y}H{_WIDTH}"/>'
        yield f'<text x="-8" y="{y + 4}" text-anchor="end">{_number(power)}</text>'
    for power in range(scale.across[0], scale.across[1] + 1):
        x, _ = scale.place(10.0**power, 10.0 ** scale.upwards[0])
        yield f'<path class="grid" d="M{x} 0V{_HEIGHT}"/>'
        yield f'<text x="{x}" y="{_HEIGHT + 18}" text-anchor="middle">{_number(power)}</text>'


def _key(drawn: Sequence[Line]) -> Iterator[str]:
    for at, line in enumerate(drawn):
        x = _LEFT + at % 2 * _PANEL
        y = _TOP + _HEIGHT + 62 + at // 2 * _KEY_LINE
        yield f'<path class="line c{line.look}" d="M{x} {y - 4}h28"/>'
        yield f'<path class="mark c{line.look}" transform="translate({x + 14} {y - 4})" d="{_MARKS[line.look]}"/>'
        yield f'<text x="{x + 38}" y="{y}">{escape(line.name)}</text>'


def _positive(some: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Give what a logarithmic scale can show."""
    return tuple(point for point in some if point[1] > 0)


def _powers(values: Sequence[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _part(value: float, powers: tuple[int, int]) -> float:
    return (math.log10(value) - powers[0]) / (powers[1] - powers[0])


def _number(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10.0**power:.{-power}f}"
