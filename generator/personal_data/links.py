"""Links that let in whoever opens them: with credentials, a password, a private key, or an invitation.

Also those without `https://` before them. Streets and long numbers stand in honest links and are left alone.
"""

import re
from collections.abc import Iterator

from generator.personal_data.finding import Finding

LINK = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,14}:/{2,3}|\bwww\.)[^\s<>\"'`)\]|]+"
    r"|(?<![\w@/.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}(?::\d{2,5})?/[^\s<>\"'`)\]|]+",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\s<>\"'`)\]|]+")
_CREDENTIALS = re.compile(r"//[^/\s@:?#]{1,80}:[^/\s@]{1,80}@")
_PARAMETER = re.compile(r"(?<=[?&#;/!])([a-z0-9_.-]{1,40})=([^&#;\s]+)", re.IGNORECASE)
_SECRET_NAME = re.compile(
    r"(?:.*[_.-])?(?:pw|pwd|passwd|password|passcode|pass|passphrase|pin|secret|signature|sig|sas|jwt|tk"
    r"|credential|auth|oauth"
    r"|token|authtoken|accesstoken|sharetoken|invite|invitation|invitecode|invitetoken|inv|resourcekey|authkey"
    r"|apikey|hostkey|sharekey"
    r"|accesskey|editkey|adminkey|joinkey|roomkey|userkey|privatekey|secretkey|rlkey|accesscode|joincode|hostpin"
    r"|sharecode"
    r"|contrasena|clave|mdp|passwort|senha|magic|otp|[a-z0-9]{0,14}(?:password|passwd|passcode|passphrase|pwd"
    r"|token|secret|signature)"
    r"|(?:invite|invitation|voter|ballot|member|guest|session|meeting|view|write|author|owner|doc|file|pad|poll"
    r"|api|access|edit|admin|join|room|user|private|auth|host|share|conf|entry)[_.-]?(?:key|code|pin))",
    re.IGNORECASE,
)
_MAYBE_NAME = re.compile(
    r"(?:.*[_.-])?(?:[a-z0-9]{0,12}(?:key|token|secret|pass)|code|sid|session|sessionid|s|e|st|share|access"
    r"|admin|edit|mtid|uuid|cred)",
    re.I,
)
_PATHS = re.compile(
    r"/(?:private|secret|invite|invitation|invites|join|joinchat|shared_invite|confirm|confirmation|unsubscribe"
    r"|unsub|reset|verify|activate"
    r"|magic|token|guest|auth|edit|admin|share|session|attend|meet|r|m|invitations|register|rsvp|signup|login"
    r"|signin|access|unlock|manage|claim|ballot|room|rooms|call|calls/join|live|pad|pads)[/=-]([A-Za-z0-9_~.-]{6,})",
    re.IGNORECASE,
)
_HOSTS = re.compile(
    r"//(?:[\w-]{1,63}\.){0,3}(?:[\w-]*(?:meet|talk|chat|pad|conf|zoom|jitsi|bbb|webinar"
    r"|rooms?)s?)(?:\.[\w-]{1,63}){1,3}"
    r"(?::\d+)?/",
    re.IGNORECASE,
)
"""Hosts of meetings, chats and pads, where a part that cannot be guessed is the key to what is behind it."""
_SHOWN = re.compile(
    r"/(?:public|view|published?|p|archive|minutes|export|static|embed)(?:/|\Z)", re.IGNORECASE
)
_ALWAYS = re.compile(
    r"//(?:[\w-]{1,63}\.){0,5}(?:discord\.gg/\w|discord(?:app)?\.com/invite/\w|join\.slack\.com/t/"
    r"|t\.me/(?:joinchat/|\+)\w|telegram\.me/joinchat/"
    r"|chat\.whatsapp\.com/\w{8}|signal\.group/#\w|zoom\.us/(?:j|w|s)/\d"
    r"|meet\.google\.com/[a-z]{3}-[a-z]{4}-[a-z]{3}"
    r"|teams\.microsoft\.com/l/meetup-join/|teams\.live\.com/meet/\d|webex\.com/(?:[\w.-]{1,60}/){0,4}(?:j\.php"
    r"|meet/pr\d)"
    r"|(?:global\.)?gotomeeting\.com/join/\d|calendar\.google\.com/calendar/(?:ical|feeds)/[^/]{1,200}/private"
    r"|[^/]{1,80}/[^?#]{1,200}/edit\?(?:[^#]{0,200}&)?usp=(?:sharing|share_link)"
    r"|[^/]{1,80}/\+[\w-]{8,64}(?:[/?#]|\Z)|[^/]{1,80}/(?:[\w-]{1,30}/){0,3}(?:j|wc/join|wc)/\d{9,11}\b"
    r"|meet\.jit\.si/\w{4}|whereby\.com/[\w-]{4}|join\.skype\.com/\w{6}|bluejeans\.com/\d{6}|matrix\.to/#/!"
    r"|we\.tl/t-\w|wetransfer\.com/downloads/\w|1drv\.ms/\w|(?:app\.)?box\.com/s/\w{12}"
    r"|dropbox\.com/(?:request|scl)/\w"
    r"|mega\.(?:co\.)?nz/[^#]{0,100}[#!][\w-]{16}"
    r"|[^/]{1,80}/(?:pad|code|sheet|slide|kanban|file|drive)/#/\d/[a-z]+/(?:edit|view)/\w{8}"
    r"|element\.io/#/invite/|invite\.riot)",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"#[!/]?(?:[\w]*=)?([A-Za-z0-9_+/-]{22,})=*\Z")


def spans(text: str) -> list[tuple[int, int]]:
    """Find where links stand in a plain text: what other rules must not look into."""
    if "/" not in text and "www." not in text:
        return []
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        # Nearly no line of notes has a link, and most of a line with one has none.
        if "/" in line or "www." in line:
            found += _spans_in(line, start)
        start += len(line) + 1
    return found


def _spans_in(line: str, start: int) -> Iterator[tuple[int, int]]:
    for token in _TOKEN.finditer(line):
        if "/" in token[0] or "www." in token[0]:
            at = start + token.start()
            for link in LINK.finditer(token[0]):
                yield at + link.start(), at + link.start() + len(link[0].rstrip(".,;:!?*_"))


def is_private(link: str) -> bool:
    """Tell whether a link lets in whoever has it."""
    whole = link if "//" in link else f"//{link}"
    return bool(
        _CREDENTIALS.search(whole)
        or _ALWAYS.search(whole)
        or any(_is_secret(name, value) for name, value in _PARAMETER.findall(whole))
        or any(_is_random(token) for token in _PATHS.findall(_path(whole)))
        or _is_room(_path(whole))
        or ((last := _FRAGMENT.search(whole)) and _is_random(last[1]))
    )


def find(text: str) -> Iterator[Finding]:
    """Find private links in a plain text."""
    for start, end in spans(text):
        if is_private(text[start:end]):
            yield Finding("P504", start, end)


def _is_room(path: str) -> bool:
    host = _HOSTS.match(path[path.find("//") :])
    if not host or _SHOWN.search(path):
        return False
    parts = path[path.find("//") + host.end() :].split("/")
    return any(len(part) >= 10 and "." not in part and _is_random(part) for part in parts)


def _path(link: str) -> str:
    return re.split(r"[?#]", link, maxsplit=1)[0]


def _is_secret(name: str, value: str) -> bool:
    if _SECRET_NAME.fullmatch(name):
        return True
    return bool(_MAYBE_NAME.fullmatch(name)) and _is_random(value)


def _is_random(token: str) -> bool:
    """Tell whether a part of an address was made by a machine to be hard to guess.

    Words, dates and numbers of records are not; a commit's hash stands in honest paths, but not behind these names.
    """
    letters, digits = re.findall("[A-Za-z]", token), re.findall("[0-9]", token)
    if len(token) < 6 or not letters:
        return False
    if not digits and len(token) >= 8:
        # Letters in turn great and small; a name of several words has a great one only here and there.
        turns = len(re.findall(r"[a-z](?=[A-Z])|[A-Z](?=[a-z])", token))
        return turns * 2 >= len(token) and turns >= 5
    changes = len(re.findall(r"[0-9](?=[A-Za-z])|[A-Za-z](?=[0-9])|[a-z](?=[A-Z])", token))
    if digits and changes >= 3:
        return True
    return bool(digits) and len(token) >= 16 and changes >= 2 and "-" not in token
