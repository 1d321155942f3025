"""Checks what `theme:` in `mkdocs.yml` chooses of the theme's look, so that no wrong word stops the making of frames.

The theme is not asked: its languages and icons are files of its package, and a look at their names is enough.
"""

import functools
import importlib.resources
import re
from typing import Any

from generator.load import mark
from generator.load.notebook import Notebook
from generator.load.yaml_tree import Mapping, Node, Refused, Scalar, Sequence

_ICON = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)+\Z")
_ICONS = (("material", "templates/.icons"), ("generator", "site/theme/.icons"))


def check_look(book: Notebook, theme: Node | None) -> None:
    """Look at every choice that the site builder lets through; all others are ours and are not read."""
    for key, value in theme.entries if isinstance(theme, Mapping) else ():
        if isinstance(value, Refused):
            continue
        if key.text == "language":
            book.places[(book.path, "theme.language")] = book.place(value)
            _word(book, value, "language", languages(), "write its short name, such as `en`")
        elif key.text == "direction":
            _word(book, value, "direction", frozenset({"ltr", "rtl"}), "write `ltr` or `rtl`")
        elif key.text == "features":
            _features(book, value)
        elif key.text == "palette":
            _palette(book, value)
        elif key.text == "icon":
            _icons(book, value)
        elif key.text in ("logo", "favicon"):
            book.places[(book.path, f"theme.{key.text}")] = book.place(value)
            how = f"put the drawing into `{mark.PATH}` and write `mark.svg`, or take the line out"
            _word(book, value, key.text, frozenset({mark.NAME}), how)


@functools.cache
def languages() -> frozenset[str]:
    """Give the short names of the languages that the theme speaks."""
    folder = importlib.resources.files("material").joinpath("templates/partials/languages")
    return frozenset(entry.name.removesuffix(".html") for entry in folder.iterdir())


def is_icon(name: str) -> bool:
    """Tell whether the theme or the archive's own additions to it have an icon, such as `material/phone`."""
    if not _ICON.match(name):
        return False
    folders = (importlib.resources.files(package).joinpath(path) for package, path in _ICONS)
    return any(folder.joinpath(f"{name}.svg").is_file() for folder in folders)


def _word(book: Notebook, node: Node, field: str, known: frozenset[str], how: str) -> None:
    if not isinstance(node, Scalar) or node.text not in known:
        _refuse(book, node, field, how, known)


def _features(book: Notebook, node: Node) -> None:
    how = "write each feature on a line of its own, as `- navigation.top`"
    if not isinstance(node, Sequence):
        _refuse(book, node, "features", how)
        return
    for item in node.items:
        if isinstance(item, Mapping | Sequence):
            _refuse(book, item, "features", how)


def _palette(book: Notebook, node: Node) -> None:
    how = "write `scheme:`, `primary:` and `accent:` below it, indented"
    for part in node.items if isinstance(node, Sequence) else (node,):
        if not isinstance(part, Mapping):
            _refuse(book, part, "palette", how)
            continue
        for key, value in part.entries:
            if key.text == "toggle":
                _toggle(book, value)
            elif isinstance(value, Mapping | Sequence):
                _refuse(book, value, f"palette.{key.text}", "write one word after the colon")


def _toggle(book: Notebook, node: Node) -> None:
    if not isinstance(node, Mapping):
        _refuse(book, node, "palette.toggle", "write `icon:` and `name:` below it, indented")
        return
    for key, value in node.entries:
        if key.text == "icon":
            _icon(book, value, "palette.toggle.icon")


def _icons(book: Notebook, node: Node, field: str = "icon") -> None:
    if not isinstance(node, Mapping):
        _refuse(book, node, field, "write `logo: material/phone` or the like below it, indented")
        return
    for key, value in node.entries:
        if isinstance(value, Mapping) and field == "icon":
            _icons(book, value, f"icon.{key.text}")
        else:
            _icon(book, value, f"{field}.{key.text}")


def _icon(book: Notebook, node: Node, field: str) -> None:
    if not isinstance(node, Scalar) or not is_icon(node.text):
        how = "write the name of one of the theme's icons, such as `material/phone`"
        _refuse(book, node, field, how)


def _refuse(
    book: Notebook, node: Node, field: str, how: str, known: frozenset[str] = frozenset()
) -> Any:
    if isinstance(node, Refused):
        return None
    text = node.text if isinstance(node, Scalar) else "this"
    hint = book.nearest(text, known)
    return book.refuse("S712", node, value=text, field=field, nearest=hint, how=how)
