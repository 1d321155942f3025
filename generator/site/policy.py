"""The content security policy of a site: nothing but what the site itself holds is loaded or run, on any page.

There is one policy for all pages: what stands inline in the theme's frames is allowed by its hash, as found there.
A page carries it in its head; what only a server can say, and for files that are no pages, is added for `_headers`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.settings import Settings
from generator.site.builder import Theme
from generator.site.inline import inline_of

HOSTS_LENGTH = 500
"""Characters of recording hosts that a policy names; some hosts read lines of `_headers` up to 2,000 only.

Where there are more, recordings may be played from every host that sends them encrypted.
"""
REFERRER = "no-referrer"
_DRAWN = re.compile(rb"""url\(\s*["']?data:""", re.IGNORECASE)


class UnsafeSource(ValueError):
    """A source that would end its directive and begin another."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The policy for the head of a page and for a header, and what it cannot cover: page and words."""

    page: str
    header: str
    uncovered: tuple[tuple[str, str], ...] = ()


def policy_of(theme: Theme, settings: Settings, media: tuple[str, ...] = ()) -> Policy:
    """Make the policy of a site from its theme; `media` are the origins of recordings, `https://host`.

    Raises `UnsafeSource` when one of these is more than an origin.
    """
    own = dict(_directives(theme, media))
    drawings = inline_of(
        (name, data.decode()) for name, data in theme.assets if name.endswith(".svg")
    )
    styles = tuple(dict.fromkeys((*own["style-src"], *drawings.styles)))
    said = {**own, "style-src": styles, "frame-ancestors": ("'none'",)}
    if urlsplit(settings.site_url).scheme == "https":
        said["upgrade-insecure-requests"] = ()
    return Policy(_joined(own), _joined(said), theme.inline.uncovered)


def _directives(theme: Theme, media: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    own = ("'self'",)
    yield "default-src", ("'none'",)
    yield "script-src", (*own, *theme.inline.scripts)
    yield "style-src", (*own, *theme.inline.styles)
    yield "img-src", (*own, "data:") if _has_drawings(theme) else own
    for kind in ("font-src", "connect-src", "worker-src", "manifest-src", "form-action"):
        yield kind, own
    yield "media-src", (*own, *(media if len(" ".join(media)) <= HOSTS_LENGTH else ("https:",)))
    for kind in ("base-uri", "object-src"):
        yield kind, ("'none'",)


def _has_drawings(theme: Theme) -> bool:
    """Tell whether the style sheets, or styles in the frames, hold pictures in themselves."""
    sheets = (data for name, data in theme.assets if name.endswith(".css"))
    return bool(theme.inline.styles) or any(_DRAWN.search(data) for data in sheets)


def _joined(directives: dict[str, tuple[str, ...]]) -> str:
    for source in (source for sources in directives.values() for source in sources):
        if not re.fullmatch(r"[A-Za-z0-9'+/=:.-]+", source):
            raise UnsafeSource(source)
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def policy_elements(policy: Policy) -> str:
    """Give the elements that say the policy in the head of a page, where they come before anything that it rules."""
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{policy.page}">'
        f'<meta name="referrer" content="{REFERRER}">'
    )
