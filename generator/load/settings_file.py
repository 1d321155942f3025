"""Reads the settings of an archive from `mkdocs.yml`, with places like any record.

Only the keys that belong to the archive are read; what else MkDocs and its theme understand is theirs.
"""

import dataclasses
import datetime
import re
from typing import Any

from generator import forges
from generator.fields import SETTINGS
from generator.fields.kinds import Address, Table, Text
from generator.load.colours import read_accents
from generator.load.files import Source
from generator.load.look import check_look, languages
from generator.load.notebook import BAD, Notebook
from generator.load.requests import read_requests
from generator.load.text import decode
from generator.load.values import read_table, read_value
from generator.load.yaml_tree import Mapping, Node, Refused, Scalar, Sequence, read_mapping
from generator.model.archive import Places
from generator.problems import Place, Problem, problem
from generator.settings import NavEntry, Settings

_TOP: dict[str, Text | Address] = {
    "site_name": Text(),
    "site_description": Text(),
    "site_url": Address(),
    "repo_url": Address(),
    "edit_uri": Text(),
}

_EDIT_URI = re.compile(r"[A-Za-z0-9._~/?=&%+-]*\Z")
# A path that stays inside `content/`: frames are written where it points.
_PAGE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\Z")


def read_settings(
    source: Source, today: datetime.date
) -> tuple[Settings | None, tuple[Problem, ...], Places]:
    """Read the settings and the places they stand at; no settings when they cannot be used."""
    book = Notebook(source.path)
    text, faults = decode(source.path, source.data)
    book.problems.extend(faults)
    book.lines = (text or "").split("\n")
    tree, faults = read_mapping(source.path, text) if text is not None else (None, ())
    book.problems.extend(faults)
    if tree is None:
        return None, tuple(book.problems), book.places
    top = {key.text: value for key, value in tree.entries}
    plain = {name: _plain(book, kind, top, name) for name, kind in _TOP.items()}
    own = _own(book, top)
    nav = _nav(book, top.get("nav"))
    _check_repository(book, top.get("repo_url"), plain["repo_url"], own)
    _check_edit_uri(book, top.get("edit_uri"), plain["edit_uri"])
    _check_site_url(book, top.get("site_url"), plain["site_url"])
    if any(fault.is_error for fault in book.problems):
        return None, tuple(book.problems), book.places
    theme = top.get("theme")
    check_look(book, theme)
    accents = read_accents(book, own.get("colours", {}))
    requests = read_requests(book, own)
    # A language that the theme does not speak was refused by then, and is not asked for words as well.
    spoken = _chosen(theme, "language") if _chosen(theme, "language") in languages() else ""
    settings = _settings(plain, own, nav, spoken or "en", today)
    settings = dataclasses.replace(
        settings,
        accent=accents.light,
        accent_dark=accents.dark,
        logo=_chosen(theme, "logo"),
        requests=requests,
    )
    return settings, tuple(book.problems), book.places


def _plain(book: Notebook, kind: Text | Address, top: dict[str, Node], name: str) -> str:
    node = top.get(name)
    if node is None or (isinstance(node, Scalar) and not node.text):
        if name in ("site_name", "site_url"):
            example = "https://archive.example/" if name == "site_url" else "River archive"
            how = f"add a line such as `{name}: {example}`"
            fault = problem("F202", Place(book.path), field=name, record="settings file", how=how)
            book.problems.append(fault)
        return ""
    value = read_value(book, kind, node, name)
    return "" if value is BAD else str(value)


def _own(book: Notebook, top: dict[str, Node]) -> dict[str, Any]:
    extra = top.get("extra")
    entries = extra.entries if isinstance(extra, Mapping) else ()
    own = next((value for key, value in entries if key.text == "archive"), None)
    if isinstance(extra, Refused) or isinstance(own, Refused):
        return {}
    if not isinstance(own, Mapping):
        how = "add a line `extra:`, below it `archive:`, and the settings below that, indented"
        fault = problem(
            "F202", Place(book.path), field="extra.archive", record="settings file", how=how
        )
        book.problems.append(fault)
        return {}
    return read_table(book, Table("settings", SETTINGS.fields), own, "extra.archive.")


def _check_repository(
    book: Notebook, node: Node | None, repo_url: str, own: dict[str, Any]
) -> None:
    """Refuse what would make every link to the forge lead nowhere, and words about a forge that is not named."""
    if node is not None and repo_url and not forges.is_repository(repo_url):
        wanted = "the address of a repository"
        how = "write it as the browser shows it on the repository's first page, such as"
        how += " `https://forge.example/river/calls`, without `.git` and with nothing behind it"
        book.refuse("S711", node, value=repo_url, field="repo_url", wanted=wanted, how=how)
    branch = own.get("branch", "")
    if branch and not forges.is_branch(branch):
        how = "write its name as git has it, such as `main`"
        place = book.places[(book.path, "extra.archive.branch")]
        book.problems.append(
            problem(
                "S711", place, value=branch, field="branch", wanted="the name of a branch", how=how
            )
        )
    for name in ("forge", "branch"):
        if name in own and not repo_url:
            when, how = "`repo_url` is empty", "add `repo_url`, or delete the line"
            place = book.places[(book.path, f"extra.archive.{name}")]
            book.problems.append(problem("F219", place, field=name, when=when, how=how))


def _check_edit_uri(book: Notebook, node: Node | None, edit_uri: str) -> None:
    """Refuse what is no path behind the repository's address: it becomes part of an address on every page."""
    if node is not None and not _EDIT_URI.match(edit_uri):
        words = {"field": "edit_uri", "wanted": "a path on the forge"}
        book.refuse("S711", node, value=edit_uri, **words, how="write it as `edit/main/`")


def _check_site_url(book: Notebook, node: Node | None, site_url: str) -> None:
    """Refuse an address that no page can stand below."""
    if node is not None and re.search("[?#]", site_url):
        words = {"field": "site_url", "wanted": "the address of a site's first page"}
        book.refuse("S711", node, value=site_url, **words, how="write it without `?` and `#`")


def _nav(book: Notebook, node: Node | None) -> tuple[NavEntry, ...]:
    if node is None or isinstance(node, Refused):
        return ()
    if not isinstance(node, Sequence):
        how = "write each entry on its own line, as `- Title: page.md`"
        book.refuse("F209", node, field="nav", found="one value", wanted="a list", how=how, hint="")
        return ()
    return tuple(entry for item in node.items for entry in _nav_entries(book, item))


def _nav_entries(book: Notebook, node: Node) -> tuple[NavEntry, ...]:
    if isinstance(node, Refused):
        return ()
    if not isinstance(node, Mapping):
        how = "write each entry as `- Title: page.md`"
        words = {"field": "nav", "found": "a page without a title", "wanted": "a title and a page"}
        book.refuse("F209", node, **words, how=how, hint="")
        return ()
    found = []
    for key, value in node.entries:
        read_value(book, Text(), key, "nav")
        if isinstance(value, Scalar) and not _PAGE.match(value.text):
            how = "write where the page lies in `content/`, such as `help/index.md`"
            found_there = "a place outside `content/`" if value.text else "empty"
            words = {"field": "nav", "found": found_there, "wanted": "a page of this archive"}
            book.refuse("F209", value, **words, how=how, hint="")
        elif isinstance(value, Scalar):
            page = value.text.removesuffix(".md")
            book.places[(book.path, f"nav.{page}.md")] = book.place(value)
            found.append(NavEntry(key.text, f"{page}.html"))
        else:
            found.append(NavEntry(key.text, "", _nav(book, value)))
    return tuple(found)


def _chosen(theme: Node | None, name: str) -> str:
    """Give one word that `theme` chooses; an empty string where it does not."""
    entries = theme.entries if isinstance(theme, Mapping) else ()
    found = (value for key, value in entries if key.text == name)
    return next((value.text for value in found if isinstance(value, Scalar)), "")


def _settings(
    plain: dict[str, str],
    own: dict[str, Any],
    nav: tuple[NavEntry, ...],
    language: str,
    today: datetime.date,
) -> Settings:
    return Settings(
        site_name=plain["site_name"],
        site_description=plain["site_description"],
        site_url=plain["site_url"].rstrip("/") + "/",
        repo_url=plain["repo_url"].rstrip("/"),
        edit_uri=plain["edit_uri"],
        nav=nav,
        state=own["state"],
        zone=own["zone"],
        calendar_domain=own["calendar_domain"],
        repository_is_public=own.get("repository_is_public", True),
        indexing=own.get("indexing", False),
        notes_due_days=own.get("notes_due_days", 14),
        usual_length_minutes=own.get("usual_length", 120),
        records_licence=own.get("records_licence", ""),
        records_licence_url=own.get("records_licence_url", ""),
        contact=own.get("contact", ""),
        notice=own.get("notice", ""),
        allowed_addresses=tuple(row["address"] for row in own.get("allowed_addresses", ())),
        allowed_names=tuple(row["name"] for row in own.get("allowed_names", ())),
        kept_out=tuple(own.get("kept_out", ())),
        history=own.get("history", "optional"),
        today=today,
        forge=own.get("forge", ""),
        branch=own.get("branch", ""),
        listener_zones=tuple(dict.fromkeys(own.get("listener_zones", ()))),
        language=language,
    )
