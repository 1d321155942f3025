"""`check-links`: asks the outside world about the addresses that the archive names, and keeps the dated answers.

On request only. No build asks for anything; it reads what was answered.
"""

import datetime
import ipaddress
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.options import cores, jobs_option, root_option, today_option
from generator.cli.reporting import print_problems
from generator.cli.writing import INTERRUPTED, put_in_place

if TYPE_CHECKING:
    from generator.asking.asked_archive import Asked
    from generator.asking.findings import Outcome
    from generator.asking.questions import Question, Wanted
    from generator.asking.rounds import Round
    from generator.asking.visiting import Manners
    from generator.work import Pool

_OFFLINE = 3
"""Where none of so many hosts gives any answer, it is this machine that has no network."""
_LEAST_PAUSE = 0.2
"""Seconds; only a server of this machine may be asked faster."""
_AT = re.compile(r"([0-9a-f.:]+):([0-9]{1,5})", re.ASCII)


def _at(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, int] | None:
    """Read `127.0.0.1:8443`; no other machine than this one is asked in place of the world."""
    found = _AT.fullmatch(value or "")
    if not value:
        return None
    try:
        if found and ipaddress.ip_address(found[1]).is_loopback and 0 < int(found[2]) < 65536:
            return found[1], int(found[2])
    except ValueError:
        pass
    raise click.BadParameter(f"`{value}` is no server of this machine, such as 127.0.0.1:8443")


@click.command("check-links")
@root_option
@today_option
@click.option(
    "--only", type=click.Choice(["recordings", "sources"]), help="Ask about one kind only."
)
@click.option("--call", default="", metavar="ID", help="Ask about the addresses of one call only.")
@click.option(
    "--older-than",
    type=click.IntRange(1, 10_000),
    metavar="DAYS",
    help="Leave out what was asked within so many days.",
)
@click.option("--most", type=click.IntRange(1), metavar="N", help="Ask about N addresses at most.")
@click.option(
    "--pause",
    type=click.FloatRange(0, 600),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="Pause between two requests to one host.",
)
@click.option(
    "--hosts",
    type=click.IntRange(1, 16),
    default=4,
    show_default=True,
    help="How many hosts are asked side by side.",
)
@click.option(
    "--checksums", is_flag=True, help="Download copies with a known size or checksum, and measure."
)
@click.option(
    "--largest",
    type=click.IntRange(1, 100_000),
    default=1000,
    show_default=True,
    metavar="MB",
    help="With --checksums: the largest file to download.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be asked, and ask nothing.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to report."
)
@click.option(
    "--ask-at",
    callback=_at,
    default="",
    metavar="ADDRESS:PORT",
    help="Ask a server on this machine in place of every host, to try things out.",
)
@jobs_option
def command(root: Path, today: datetime.date, jobs: int, **given: Any) -> None:
    """Ask whether copies of recordings and linked sources are still there, and keep the dated answers.

    The answers go into calls/links/, a line for each address. Only what readers may see is asked about.
    """
    from generator.asking.asked_archive import open_asked
    from generator.asking.questions import Kind, Wanted
    from generator.asking.rounds import Round

    if given["pause"] < _LEAST_PAUSE and not given["ask_at"]:
        raise click.UsageError(f"no host is asked again before {_LEAST_PAUSE} seconds have passed")
    kind = Kind(given["only"]) if given["only"] else None
    wanted = Wanted(kind, given["call"], given["older_than"] or 0, given["most"] or 0)
    with cores(jobs) as pool:
        asked = open_asked(root, today, pool)
        if not asked.examined.is_good:
            _refuse(root, asked, given["form"])
        questions = _chosen(asked, wanted, today)
        if given["dry_run"]:
            print(_list(questions), end="")
            return
        run = Round(_manners(asked, given), given["checksums"])
        sys.exit(_run(root, today, asked, questions, run, given["form"], pool))


def _manners(asked: "Asked", given: Mapping[str, Any]) -> "Manners":
    from generator.asking.asked_archive import agent_of
    from generator.asking.visiting import Manners

    return Manners(
        agent_of(asked.examined),
        given["pause"],
        given["hosts"],
        largest=given["largest"] * 1_000_000,
        at=given["ask_at"],
    )


def _refuse(root: Path, asked: "Asked", form: str) -> None:
    """End where the archive has errors: what may be asked about is not sure then."""
    verdict = "Nothing was asked."
    print_problems(root, asked.examined.problems, asked.examined.files, form, verdict)
    sys.exit(1)


def _chosen(asked: "Asked", wanted: "Wanted", today: datetime.date) -> "tuple[Question, ...]":
    from generator.asking.questions import chosen

    # Whether a call is withheld or there is none of that name is not told apart.
    if wanted.call and not any(wanted.call in one.calls for one in asked.questions):
        raise click.UsageError(
            f"no address that readers may see is named by a call `{wanted.call}`"
        )
    return chosen(asked.questions, asked.answers, wanted, today)


def _list(questions: "Sequence[Question]") -> str:
    lines = [f"{one.kind.value:<10} {one.address}\n" for one in questions]
    return f"{''.join(lines)}{len(lines)} addresses would be asked about.\n"


def _run(
    root: Path,
    today: datetime.date,
    asked: "Asked",
    questions: "Sequence[Question]",
    run: "Round",
    form: str,
    pool: "Pool",
) -> int:
    """Ask, tell, and write; gives the exit status."""
    from generator.asking.summary import Summary, as_json, as_text

    outcomes, interrupted = _outcomes(run, asked, questions, today, form == "text")
    offline = _is_offline(outcomes)
    files: Sequence[str] = ()
    dropped = 0
    if not offline:
        files, dropped = _write(root, today, asked, outcomes, pool)
    summary = Summary(outcomes, run.burdens(), run.longest_wait(), files, dropped, interrupted)
    sys.stdout.write(as_json(summary) if form == "json" else f"\n{as_text(summary)}")
    sys.stdout.flush()
    if offline:
        print("No host gave any answer. Is this machine on the network?", file=sys.stderr)
    if interrupted:
        return INTERRUPTED
    return 1 if offline or any(one.differs for one in outcomes) else 0


def _outcomes(
    run: "Round",
    asked: "Asked",
    questions: "Sequence[Question]",
    today: datetime.date,
    telling: bool,
) -> "tuple[list[Outcome], bool]":
    """Ask about everything, a line for each answer; Ctrl+C keeps what came before it."""
    from generator.asking.findings import outcome_of
    from generator.asking.summary import line_of

    outcomes: list[Outcome] = []
    try:
        for result in run.results(questions):
            old = asked.answers.get(result.question.address)
            outcomes.append(outcome_of(result, old, today))
            if telling:
                print(line_of(outcomes[-1]), flush=True)
    except KeyboardInterrupt:
        return outcomes, True
    return outcomes, False


def _is_offline(outcomes: "Iterable[Outcome]") -> bool:
    """Tell whether several hosts were asked and none of them gave an answer."""
    from generator.asking.targets import target_of

    asked = [(target_of(one.question.address), one) for one in outcomes if one.found]
    hosts = {target.host for target, _ in asked if target}
    return len(hosts) >= _OFFLINE and not any(one.reply.status for _, one in asked)


def _write(
    root: Path,
    today: datetime.date,
    asked: "Asked",
    outcomes: "Iterable[Outcome]",
    pool: "Pool",
) -> tuple[Sequence[str], int]:
    """Write the files that change, each whole or not at all; gives them and how many lines were dropped."""
    from generator.asking.asked_archive import changed_files, dropped_lines, open_asked

    # Asking takes its time: what was withheld, or answered by another run meanwhile, counts.
    now = open_asked(root, today, pool)
    if not now.examined.is_good:
        print("The records have errors by now, so nothing is written.", file=sys.stderr)
        return (), 0
    new = [one.answer for one in outcomes if one.answer is not None]
    files = changed_files(now, new)
    for path, text in files.items():
        put_in_place(root, path, text.encode("utf-8"))
    return tuple(files), dropped_lines(now)
