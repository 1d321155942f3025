"""How calendar files are kept in the golden sites: an event or a zone is written out once, where all calls stand.

Every other file names those that it holds byte for byte alike, so that hundreds of files can be read and kept.
"""

import re
from collections.abc import Mapping

FULL = "calendar/all.ics"
"""The file whose events and zones are written out."""
_BLOCK = re.compile(rb"BEGIN:(VEVENT|VTIMEZONE)\r\n.*?END:\1\r\n", re.DOTALL)
_ALARM = re.compile(rb"BEGIN:VALARM\r\n.*?END:VALARM\r\n", re.DOTALL)
_IDENTITY = re.compile(rb"\r\n(?:UID|TZID):((?:[^\r]|\r\n )*)")


def shortened(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give all files, and in each calendar but the full one, by their identity alone, events and zones of that one.

    An alarm is written out where a file first has it. What is not the same byte for byte is left as it is.
    """
    known = {block[0] for block in _BLOCK.finditer(files.get(FULL, b""))}
    return {
        path: _short(data, known) if path.endswith(".ics") and path != FULL else data
        for path, data in files.items()
    }


def _short(data: bytes, known: set[bytes]) -> bytes:
    told: set[bytes] = set()

    def named(found: re.Match[bytes]) -> bytes:
        alarm = b"".join(_ALARM.findall(found[0]))
        if _ALARM.sub(b"", found[0]) not in known:
            return found[0]
        identity = _IDENTITY.search(found[0])
        assert identity is not None
        again = b", again" if alarm in told else b""
        more = b" and an alarm" + (again or b":\r\n" + alarm.rstrip()) if alarm else b""
        told.add(alarm)
        return found[1] + b" as in all: " + identity[1].replace(b"\r\n ", b"") + more + b"\r\n"

    return _BLOCK.sub(named, data)
