"""Runs what the form for requesting a call does with what is typed, in one Node process for many questions."""

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parents[2] / "generator/site/theme/assets/javascripts/request"
ROLES = ("facilitator", "backup facilitator", "technical support")
RULES = {"ahead": 7, "roles": ROLES, "staffed": 2}
PROGRAM = """
import readline from "node:readline";
import { allotted } from "./agenda.js";
import { callPath, seriesPath } from "./names.js";
import { compose } from "./record.js";
import { oddHour, rhythms } from "./times.js";
import { hidden, mixed, oneLine, personal } from "./words.js";
import { scalar } from "./yaml.js";
const known = { allotted, callPath, hidden, mixed, oddHour, oneLine, personal, scalar, seriesPath,
  compose: (typed, rules, now) => compose(typed, rules, new Date(now)),
  rhythms: (day) => rhythms(day).map(({ key, values, words }) => [`${key} ${values.n ?? ""}`.trim(), words]) };
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [name, given] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(known[name](...given))}\\n`);
}
"""


class Form:
    """The functions of the form, by name."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ask(self, function: str, *given: object) -> Any:
        """Call a function of the form; what it gives comes back as JSON."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([function, given]) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, "the script of the form has stopped"
        return json.loads(answer)

    def compose(
        self, typed: Mapping[str, object], now: str, rules: Mapping[str, object] = RULES
    ) -> dict[str, Any]:
        """Compose a record from what is typed, at a time of the reader's clock."""
        made: dict[str, Any] = self.ask("compose", typed, rules, now)
        return made


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Form]:
    """Open the form's functions in Node, beside a copy of its scripts; they end with the block."""
    node = shutil.which("node")
    assert node is not None, "mark the test with @pytest.mark.node"
    shutil.copytree(SCRIPTS, folder, dirs_exist_ok=True)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "program.js").write_text(PROGRAM, encoding="utf-8")
    process = subprocess.Popen(
        [node, str(folder / "program.js")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8", "TZ": "America/New_York"},
    )
    try:
        yield Form(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=30)
