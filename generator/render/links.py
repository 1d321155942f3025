"""Which addresses in a text become links: a short list of kinds is let through, anything else stays text."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from generator import addresses
from generator.alphabets import is_plain_host

NOT_A_LINK = ""
"""What `link_target` gives for an address that stays text."""
PUBLISHED = (".html", ".ics", ".xml", ".json", ".txt")
"""Endings of finished files that a written page may point at by their place in the site."""
# A host name or a bracketed address, a port, then printable ASCII: no user name, no backslash, no
# quote, no space. The Markdown renderer has percent-encoded everything else.
_WEB = re.compile(
    r"https?://(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"
    r"(?:[/?#][!#-;=?-\[\]_a-z~]*)?",
)
_MAIL = re.compile(r"mailto:([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+)", re.IGNORECASE)
_FRAGMENT = re.compile(r"[\w-]{1,200}")
_SOURCE_PATH = re.compile(
    r"content(?:/[a-z0-9][A-Za-z0-9._-]*)+"
    r"|calls/[a-z0-9]+/[a-z0-9][a-z0-9-]*\.yaml"
    r"|minutes/[0-9]{4}/[0-9][a-z0-9-]*(?:\.[a-z-]{2,12})?\.md"
)


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where a text stands: its file in the repository, the page it is shown on, and what mail it may link."""

    source: str
    page: str
    mail: tuple[str, ...] = ()


def is_external(address: str) -> bool:
    """Tell whether a link leaves the site."""
    return address.startswith(("https://", "http://"))


def is_web_address(address: str) -> bool:
    """Tell whether an address may be a link to another site: https or http, without a user name, escaped."""
    return bool(_WEB.fullmatch(address)) and is_plain_host(address)


def link_target(address: str, standpoint: Standpoint) -> str:
    """Give what stands in `href`, not yet escaped, or `NOT_A_LINK`.

    Links: https and http without a user name, mail to an allowed address, a place in the page, and a file of the
    repository that becomes a page. Its address is written as the repository has it and given as the site has it.
    """
    if is_external(address):
        return address if is_web_address(address) else NOT_A_LINK
    mail = _MAIL.fullmatch(address)
    if mail:
        allowed = {each.casefold() for each in standpoint.mail}
        return address if mail[1].casefold() in allowed else NOT_A_LINK
    path, hash_sign, fragment = address.partition("#")
    fragment = unquote(fragment)
    if hash_sign and not _FRAGMENT.fullmatch(fragment):
        return NOT_A_LINK
    if not path:
        return f"#{fragment}" if fragment else NOT_A_LINK
    page = _page_at(unquote(path), standpoint)
    return f"{page}{hash_sign}{fragment}" if page else NOT_A_LINK


def _page_at(path: str, standpoint: Standpoint) -> str:
    """Give the address, as seen from the page, of what a path of the repository becomes."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(standpoint.source), path))
    if path.startswith("/") or not _SOURCE_PATH.fullmatch(target):
        return NOT_A_LINK
    if target.startswith("content/") and target.endswith(PUBLISHED):
        published = target.removeprefix("content/")
    else:
        published = addresses.page_of_source(target)
    return addresses.relative(published, standpoint.page) if published else NOT_A_LINK
