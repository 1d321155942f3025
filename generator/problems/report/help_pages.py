"""Where the page of a problem can be read: on the archive's site, in its folder, or by a command."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

_RESERVED = (".example", ".invalid", ".test", ".localhost", "example.com", "example.org")
"""Names that RFC 2606 keeps for examples: a site with one of them is not published yet."""


@dataclass(frozen=True, slots=True)
class HelpPages:
    """The pages an archive has itself; `site` is the address of its root, or empty where it has none."""

    site: str = ""
    codes: Collection[str] = ()
    command: str = "calls explain"

    def address(self, code: str) -> str:
        """Give the public address of a code's page, else the file in the archive, else an empty string."""
        if code not in self.codes:
            return ""
        if self._is_published:
            return f"{self.site.rstrip('/')}/help/problems/{code}.html"
        return f"content/help/problems/{code}.md"

    def link(self, code: str) -> str:
        """Give the public address of a code's page, or an empty string."""
        return self.address(code) if self._is_published else ""

    @property
    def _is_published(self) -> bool:
        host = f".{urlsplit(self.site).hostname or 'localhost'}"
        return not host.endswith(_RESERVED)


NO_PAGES = HelpPages()
"""For an archive without pages of its own: the program brings them along."""
