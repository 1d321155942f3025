"""Eleventy, from npm: pages only, with a layout that is a plain function and Markdown that is no template."""

import json
import shutil
from collections.abc import Mapping

from generator.bench.peers.frame import ABOUT, BODY, STEM, TITLE, Frame
from generator.bench.peers.peer import EVERY_EDIT, TOOLS, Absent, Peer

_PACKAGE = TOOLS / "npm" / "node_modules" / "@11ty" / "eleventy"
_SETTINGS = """\
module.exports = () => ({
  dir: { input: "content", output: "public", includes: "../layouts" },
  markdownTemplateEngine: false,
  templateFormats: ["md"],
});
"""
_CALLS = """\
module.exports = {
  layout: "call.11ty.cjs",
  permalink: (data) => `calls/${data.stem}.html`,
};
"""
_LAYOUT = """\
const parts = PARTS;
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
module.exports = (data) => {
  const holes = { title: escaped(data.title), about: escaped(data.description), stem: data.stem, body: data.content };
  return parts.map((part, at) => (at % 2 ? holes[part] : part)).join("");
};
"""


def find() -> Peer | Absent:
    """Give Eleventy where it and Node are installed."""
    node, command = shutil.which("node"), _PACKAGE / "cmd.cjs"
    if node is None or not command.is_file():
        return Absent("eleventy", "Eleventy", "make build/bench/npm/done.stamp, which needs npm")
    version = json.loads((_PACKAGE / "package.json").read_bytes())["version"]
    return Peer(
        name="eleventy",
        title="Eleventy",
        version=str(version),
        # Node gives up at a few GB unless it is told that there is more.
        command=(node, "--max-old-space-size=16384", str(command), "--quiet"),
        settings=_settings,
        pages="content/calls",
        links="html",
        site="public",
        edits=EVERY_EDIT,
    )


def _settings(frame: Frame) -> Mapping[str, str]:
    unknown = set(frame.parts[1::2]) - {TITLE, ABOUT, STEM, BODY}
    if unknown:
        raise ValueError(f"the layout has no {unknown}")
    return {
        "eleventy.config.cjs": _SETTINGS,
        "layouts/call.11ty.cjs": _LAYOUT.replace("PARTS", json.dumps(frame.parts)),
        "content/calls/calls.11tydata.cjs": _CALLS,
    }
