"""Runs the search client of the theme in Node, over an index that lies in a folder; a host may know ranges or not."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parents[2] / "generator/site/theme/assets/javascripts/search"
ASK = """
import fs from "node:fs";
import path from "node:path";
const [folder, ranges, given] = JSON.parse(fs.readFileSync(0, "utf8"));
const ask = async (url, { headers = {} }) => {
  const file = path.join(folder, new URL(url).pathname);
  if (!fs.existsSync(file)) return new Response("", { status: 404 });
  const bytes = fs.readFileSync(file);
  const asked = /bytes=(\\d+)-(\\d+)/.exec(headers.Range ?? "");
  const etag = `"${bytes.length}-${bytes.at(-1)}"`;
  if (!asked || !ranges) return new Response(bytes, { headers: { etag } });
  const end = Math.min(Number(asked[2]) + 1, bytes.length);
  const range = `bytes ${asked[1]}-${end - 1}/${bytes.length}`;
  const headers_ = { etag, "content-range": range };
  return new Response(bytes.subarray(Number(asked[1]), end), { status: 206, headers: headers_ });
};
"""
SEARCH = """
import { open } from "./search.js";
const archive = await open("http://river.example/", ask);
const answers = [];
for (const [words, filters, options] of given) answers.push(await archive.search(words, filters, options));
process.stdout.write(JSON.stringify(answers));
"""


def run(scripts: Path, program: str, given: object) -> Any:
    """Run a program beside a copy of the client's modules; it reads JSON and writes JSON."""
    node = shutil.which("node")
    assert node is not None, "mark the test with @pytest.mark.node"
    shutil.copytree(SCRIPTS, scripts, dirs_exist_ok=True)
    # Node takes files for modules only where a package says so; browsers ask the page.
    (scripts / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (scripts / "program.js").write_text(program, encoding="utf-8")
    done = subprocess.run(
        [node, str(scripts / "program.js")],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def search(
    folder: Path,
    scripts: Path,
    queries: Sequence[tuple[str, Mapping[str, Any], Mapping[str, Any]]],
    *,
    ranges: bool = True,
) -> list[dict[str, Any]]:
    """Give what the client answers to queries, asked one after another: words, filters, options."""
    answers: list[dict[str, Any]] = run(
        scripts, f"{ASK}{SEARCH}", [str(folder), ranges, list(queries)]
    )
    return answers
