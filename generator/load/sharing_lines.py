"""What the lines of a file say of its sharing, without reading the rest of it as a record."""

import re

_SHARE_LINE = re.compile(rb"^[\"']?share\b.*$", re.MULTILINE)
_SAYS_SHARE = re.compile(rb"share[\"']?\s*:")
_BLOCK = re.compile(rb"^share:[^\n]*\n?(?:[ \t#][^\n]*\n?|\n)*", re.MULTILINE)


def says_public(path: str, data: bytes) -> bool:
    """Tell whether a file says `share: public` in so many words and nothing else; notes may be silent about it."""
    said = [line.split() for line in _SHARE_LINE.findall(data)]
    may_be_silent = path.startswith("minutes/")
    return (bool(said) or may_be_silent) and all(words == [b"share:", b"public"] for words in said)


def mentions_share(data: bytes) -> bool:
    """Tell whether there is anything in a file that may be a statement of what may be shared."""
    return bool(_SAYS_SHARE.search(data))


def share_block(data: bytes) -> bytes:
    """Give the lines of a record's sharing as they stand there; nothing where it cannot be told from the lines alone.

    Two records with the same lines share the same. Escapes could write the name of a field in another way.
    """
    if b"\\" in data or len(_SHARE_LINE.findall(data)) != 1:
        return b""
    found = _BLOCK.search(data)
    return found[0] if found else b""
