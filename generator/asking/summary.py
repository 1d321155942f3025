"""Tells what asking came to: a line for each address, and numbers at the end, as text or as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.asking.findings import Outcome
from generator.asking.turns import Burden
from generator.model.answer import Found

FORMAT = 1
"""Version of the JSON; keys stay."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to; `files` were written, `dropped` lines named no public address any more."""

    outcomes: Sequence[Outcome]
    burdens: Mapping[str, Burden]
    longest_wait: float
    files: Sequence[str] = ()
    dropped: int = 0
    interrupted: bool = False

    def count(self, found: Found | None) -> int:
        """Count the addresses of which this was found; nothing stands for those that were not asked."""
        return sum(one.found is found for one in self.outcomes)

    @property
    def moved(self) -> int:
        """Count those that are there and have moved for good."""
        return sum(bool(one.answer and one.answer.moved_to) for one in self.outcomes)


def line_of(outcome: Outcome) -> str:
    """Tell of one address in a line."""
    found = outcome.found.value if outcome.found else "not asked"
    status = str(outcome.reply.status) if outcome.reply.status else "-"
    remarks = "; ".join(outcome.remarks)
    return f"{found:<9} {status:<3} {outcome.question.address}{f' ({remarks})' if remarks else ''}"


def as_text(summary: Summary) -> str:
    """Tell what a run came to, in lines."""
    count, outcomes = summary.count, summary.outcomes
    left = count(None)
    lines = [
        f"Asked about {_counted(len(outcomes) - left, 'address', 'addresses')}: {count(Found.THERE)} there"
        f" ({summary.moved} of them moved for good), {count(Found.GONE)} gone,"
        f" {count(Found.REFUSED)} refused, {count(Found.SILENT)} silent.",
        f"Asked again: {sum(one.retries for one in outcomes)}."
        f" Received: {_counted(sum(one.received for one in outcomes), 'byte', 'bytes')} of bodies."
        f" Longest wait for a turn: {summary.longest_wait:.1f} s.",
    ]
    lines += [_host(name, one) for name, one in summary.burdens.items() if one.requests]
    if left:
        lines.append(f"Left for another day: {_counted(left, 'address', 'addresses')}.")
    if summary.dropped:
        number = _counted(summary.dropped, "line", "lines")
        lines.append(f"Dropped: {number} about addresses that no public record names.")
    lines.append(_files(summary.files))
    if summary.interrupted:
        lines.append("Stopped; what was answered before is kept.")
    return "".join(f"{line}\n" for line in lines)


def as_json(summary: Summary) -> str:
    """Tell the same for programs."""
    found = {one.value: summary.count(one) for one in Found}
    told = {
        "format": FORMAT,
        "asked": len(summary.outcomes) - summary.count(None),
        **found,
        "moved": summary.moved,
        "left": summary.count(None),
        "retries": sum(one.retries for one in summary.outcomes),
        "bytes_received": sum(one.received for one in summary.outcomes),
        "longest_wait": round(summary.longest_wait, 3),
        "dropped": summary.dropped,
        "files": list(summary.files),
        "interrupted": summary.interrupted,
        "hosts": {
            host: {"requests": one.requests, "left_alone": one.left_alone}
            for host, one in summary.burdens.items()
        },
        "addresses": [_told(one) for one in _sorted(summary.outcomes)],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _told(outcome: Outcome) -> dict[str, object]:
    return {
        "url": outcome.question.address,
        "found": outcome.found.value if outcome.found else "",
        "status": outcome.reply.status,
        "differs": outcome.differs,
        "remarks": list(outcome.remarks),
    }


def _sorted(outcomes: Iterable[Outcome]) -> list[Outcome]:
    return sorted(outcomes, key=lambda one: one.question.address)


def _host(name: str, burden: Burden) -> str:
    why = f"; left alone, {burden.left_alone}" if burden.left_alone else ""
    return f"  {name}: {_counted(burden.requests, 'request', 'requests')}{why}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _files(files: Sequence[str]) -> str:
    if not files:
        return "No file of answers changed."
    return f"Written: {', '.join(files)}."
