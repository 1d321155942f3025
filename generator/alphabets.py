"""Tells words that mix alphabets, and heaps of accents; where such a word stands is left to others.

Latin, Greek, Cyrillic and a few other alphabets have letters that look alike, so that a word of two of them passes
for another word. What cannot be mixed by honest hands is asked here only; single odd characters are `load/text.py`'s.
"""

import functools
import re
import unicodedata

MOST_ACCENTS = 8
"""Accents and vowel signs in a row: pointed Hebrew and Tibetan need six, and a heap covers the lines around it."""
_ALIKE = ("LATIN", "CYRILLIC", "GREEK", "COPTIC", "ARMENIAN", "CHEROKEE", "LISU")
_WORD = re.compile(r"[^\W\d_]{2,}")
# What is neither a letter nor a digit nor plain; accents are among it.
_ODD = re.compile(rf"[^\x00-\u02ff\w\s]{{{MOST_ACCENTS + 1},}}")
_HOST = re.compile(r"[a-z]+://([^/?#]*)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)\.?(?::[0-9]*)?\Z", re.IGNORECASE)
_LONGEST_LABEL = 63


def mixed_script(text: str) -> str:
    """Give the first word that mixes alphabets with letters that look alike, or an empty string.

    >>> mixed_script("River \\u0440\\u0435\\u043a\\u0430"), len(mixed_script("To M\\u0456ll Town"))
    ('', 4)
    """
    if text.isascii():
        return ""
    # An accent that is no part of its letter would part a word in two.
    bare = "".join(c for c in text if not unicodedata.combining(c))
    for word in _WORD.findall(bare):
        if not word.isascii() and len({_alphabet(letter) for letter in word} - {""}) > 1:
            return str(word)
    return ""


def heap_of_accents(text: str) -> tuple[int, int]:
    """Give where the first heap of accents begins and how many there are; two zeros where there is none.

    It is asked before letters are composed, for composing takes time with the square of a heap.
    """
    if text.isascii():
        return 0, 0
    for odd in _ODD.finditer(text):
        begun = odd.start()
        for at in range(odd.start(), odd.end() + 1):
            if at == odd.end() or unicodedata.category(text[at]) not in ("Mn", "Me"):
                if at - begun > MOST_ACCENTS:
                    return begun, at - begun
                begun = at + 1
    return 0, 0


def composed(text: str) -> str:
    """Compose letters and their accents (NFC); a text with a heap of accents, which nobody reads, stays as it is."""
    return text if heap_of_accents(text)[1] else unicodedata.normalize("NFC", text)


def is_plain_host(address: str) -> bool:
    """Tell whether nobody can take the host of an address for another one.

    A host of numbers is none that people read, but for the four of a machine's own; one in the letters of another
    script (`xn--…`, RFC 3492) must stand for letters, and for those of one alphabet.
    """
    found = _HOST.match(address)
    host = found[1] if found else ""
    return not _NUMBER.match(host) and all(map(_is_plain_label, host.partition(":")[0].split(".")))


def _is_plain_label(label: str) -> bool:
    if not label.lower().startswith("xn--"):
        return True
    if len(label) > _LONGEST_LABEL:
        return False
    try:
        letters = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return False
    return letters.isprintable() and not letters.isascii() and not mixed_script(letters)


@functools.lru_cache(maxsize=4096)
def _alphabet(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((alphabet for alphabet in _ALIKE if name.startswith(alphabet)), "")
