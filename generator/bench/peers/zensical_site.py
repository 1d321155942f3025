"""Zensical, the successor of MkDocs-Material by its authors, without its search."""

from collections.abc import Mapping

from generator.bench.peers.frame import Frame
from generator.bench.peers.material import same_files
from generator.bench.peers.peer import EVERY_EDIT, TOOLS, Absent, Peer
from generator.bench.peers.versions import installed

_SETTINGS = """\
[project]
site_name = "River Assembly calls"
site_url = "https://river.example/calls/"
use_directory_urls = false
markdown_extensions = ["toc", "tables", "fenced_code"]
nav = [{ "Home" = "index.md" }, { "About" = "about.md" }, { "Help" = "help.md" }]

[project.theme]
custom_dir = "overrides"
font = false
features = ["navigation.top", "toc.follow"]

[project.plugins.search]
enabled = false
"""


def find() -> Peer | Absent:
    """Give Zensical where it is installed."""
    command = TOOLS / "python" / "bin" / "zensical"
    if not command.is_file():
        return Absent("zensical", "Zensical", "make build/bench/done.stamp")
    return Peer(
        name="zensical",
        title="Zensical",
        version=installed("zensical"),
        command=(str(command), "build"),
        settings=_settings,
        pages="docs/calls",
        links="md",
        site="site",
        left=(".cache",),
        edits=EVERY_EDIT,
    )


def _settings(frame: Frame) -> Mapping[str, str]:
    return {"zensical.toml": _SETTINGS, **same_files(frame)}
