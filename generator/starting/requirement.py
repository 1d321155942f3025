"""Finds the line by which another archive installs this very generator, from how this copy was installed.

How an installation is written down: PEP 610, `direct_url.json`.
"""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

PACKAGE = "calls-archive-generator"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A line that pip understands, and whether only this computer can reach what it names."""

    line: str
    is_local: bool


def requirement_of(direct_url: str, checkout: str, version: str) -> Requirement:
    """Give the requirement of an installed copy.

    `direct_url` is the text that PEP 610 describes, empty where there is none; `checkout` is the address of the
    folder that the program lies in when it is not installed at all, else empty; `version` is the copy's own.
    """
    if direct_url:
        return _direct(json.loads(direct_url))
    if checkout:
        return Requirement(f"{PACKAGE} @ {checkout}", is_local=True)
    return Requirement(f"{PACKAGE}=={version}", is_local=False)


def named_requirement(words: str) -> Requirement:
    """Take a requirement as somebody named it: anything that pip understands on one line."""
    return Requirement(words, is_local="file:" in words or words.startswith((".", "/")))


def _direct(found: dict[str, Any]) -> Requirement:
    address = _without_secrets(found["url"])
    is_local = urlsplit(found["url"]).scheme == "file"
    fragment = f"subdirectory={found['subdirectory']}" if found.get("subdirectory") else ""
    if "vcs_info" in found:
        info = found["vcs_info"]
        address = f"{info['vcs']}+{address}@{info['commit_id']}"
    hashes = found.get("archive_info", {}).get("hashes", {})
    if "sha256" in hashes:
        fragment = f"sha256={hashes['sha256']}"
    if "vcs_info" in found and is_local:
        # pip refuses a name in front of an address of this kind, and takes it behind.
        return Requirement(f"{address}#egg={PACKAGE}", is_local)
    return Requirement(f"{PACKAGE} @ {address}{'#' if fragment else ''}{fragment}", is_local)


def _without_secrets(address: str) -> str:
    """Leave out a name and password, which would be published; the user of an SSH address says nothing."""
    parts = urlsplit(address)
    if "@" not in parts.netloc or (parts.scheme == "ssh" and parts.password is None):
        return address
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
