"""What a host should say with each file of a site, and the file in which hosts of static pages read it.

Netlify, Cloudflare Pages and others read `_headers` at the root of what is published; for hosts that do not, the help
page on hosting has the same in their own words, and every page carries its policy itself.
No two rules that meet a file set the same header: hosts would join the two values.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from generator.settings import Settings
from generator.site.policy import REFERRER, Policy

PATH = "_headers"
SWITCHED_OFF = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
"""What no page asks of a browser; newer names are left out, as older browsers complain of them."""
PERMISSIONS = ", ".join((*(f"{name}=()" for name in SWITCHED_OFF), "clipboard-write=(self)"))
"""Copying an address is the one thing that pages do ask for."""
ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", REFERRER),
    ("Permissions-Policy", PERMISSIONS),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""What is said with every file of every site, beside the policy."""
FRAMING = ("Content-Security-Policy", "frame-ancestors 'none'")
"""The part of the policy that a page cannot say itself, for servers that are told it by hand and for the preview."""
HOUR, YEAR = "public, max-age=3600", "public, max-age=31536000, immutable"
KINDS = (
    ("*.ics", "text/calendar; charset=utf-8"),
    ("*.vtt", "text/vtt; charset=utf-8"),
    *(
        (f"feeds/{name}.xml", "application/atom+xml; charset=utf-8")
        for name in ("deadlines", "decisions", "gaps", "notes", "withheld")
    ),
    ("feeds/podcast*", "application/rss+xml; charset=utf-8"),
)
"""Files whose type hosts do not know by their names; no file has two of these names, as hosts would join the types."""
_FINGERPRINTED = re.compile(r"\.[0-9a-f]{8,}\.")
Rule = tuple[str, tuple[tuple[str, str], ...]]
"""The pattern of an address, in which `*` stands for anything, and headers with their values."""


def rules(policy: Policy, settings: Settings, assets: Iterable[str]) -> Iterator[Rule]:
    """Give every rule, for a host at the path of `site_url`; `assets` are the addresses of the theme's files."""
    root = quote(urlsplit(settings.site_url).path, safe="/%~")
    yield f"{root}*", (("Content-Security-Policy", policy.header), *ALWAYS)
    for pattern, kind in KINDS:
        yield root + pattern, (("Content-Type", kind), ("Cache-Control", HOUR))
    for path in sorted(assets):
        if _FINGERPRINTED.search(path):
            yield root + path, (("Cache-Control", YEAR),)


def headers_file(policy: Policy, settings: Settings, assets: Iterable[str]) -> bytes:
    """Draw `_headers`: each pattern on a line of its own, and below it, further in, the headers."""
    blocks = (
        "\n".join([pattern, *(f"  {name}: {value}" for name, value in said)])
        for pattern, said in rules(policy, settings, assets)
    )
    return ("\n\n".join(blocks) + "\n").encode("ascii")
