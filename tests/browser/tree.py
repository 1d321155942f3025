"""Reads a page as a screen reader is given it: the accessibility tree of Chromium, in its order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANDMARKS = frozenset("banner navigation search main contentinfo complementary form region".split())


@dataclass(frozen=True, slots=True)
class Node:
    """What a reader hears: a role, a name, the level of a heading, the address of a link, and the landmark it is in."""

    role: str
    name: str
    level: int = 0
    address: str = ""
    within: str = ""


def heard(page: "Page") -> tuple[Node, ...]:
    """Give every node of a page that is not ignored, in the order in which it is read."""
    session = page.context.new_cdp_session(page)
    found = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in found}
    return tuple(_walk(found[0], by_id, ""))


def _walk(node: dict[str, Any], by_id: dict[str, Any], within: str) -> Iterator[Node]:
    role = node.get("role", {}).get("value", "")
    if not node.get("ignored"):
        facts = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
        name = str(node.get("name", {}).get("value", "")).strip()
        yield Node(role, name, int(facts.get("level") or 0), str(facts.get("url") or ""), within)
        within = role if role in LANDMARKS else within
    for child in node.get("childIds", []):
        if child in by_id:
            yield from _walk(by_id[child], by_id, within)
