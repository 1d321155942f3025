"""Every file of the repository is as `.editorconfig` tells editors to leave it."""

import fnmatch
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def sections():
    """Give the sections of `.editorconfig` in their order: a glob and its properties."""
    text = (ROOT / ".editorconfig").read_text(encoding="utf-8")
    _, *parts = re.split(r"^\[(.+)\]$", text, flags=re.M)
    pairs = [dict(re.findall(r"^(\w+) = (\S+)$", body, re.M)) for body in parts[1::2]]
    return list(zip(parts[::2], pairs, strict=True))


SECTIONS = sections()


def wanted(path):
    """Give the properties for a path; a later section that matches wins."""
    found: dict[str, str] = {}
    for header, properties in SECTIONS:
        if any(matches(path, glob) for glob in header.strip("{}").split(",")):
            found |= properties
    return found


def matches(path, glob):
    """Tell whether a glob is for a path; one without a slash is for every folder."""
    subject = path if "/" in glob else path.rpartition("/")[2]
    return fnmatch.fnmatchcase(subject, glob.replace("**", "*"))


def files():
    """Give every text file of the repository, new ones included, with its bytes."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for path in sorted(filter(None, listed.split("\0"))):
        file = ROOT / path
        if file.is_file() and not file.is_symlink():
            data = file.read_bytes()
            if b"\0" not in data and data:
                yield path, data


def faults(path, data, rules):
    """Give what is wrong with a file."""
    if rules.get("charset") == "utf-8":
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            yield f"{path} is not UTF-8"
        if data.startswith(b"\xef\xbb\xbf"):
            yield f"{path} begins with a byte order mark"
    if rules.get("end_of_line") == "lf" and b"\r" in data:
        yield f"{path} has other line ends than LF"
    if rules.get("insert_final_newline") == "true" and not data.endswith(b"\n"):
        yield f"{path} does not end with a line end"
    lines = data.split(b"\n")
    if rules.get("trim_trailing_whitespace") == "true":
        yield from (
            f"{path}:{n} ends with a space" for n, t in enumerate(lines, 1) if t != t.rstrip()
        )
    if rules.get("indent_style") == "space":
        yield from (
            f"{path}:{n} begins with a tab" for n, t in enumerate(lines, 1) if t[:1] == b"\t"
        )


def test_every_file_keeps_to_the_editorconfig():
    """UTF-8, LF, a line end at the end, spaces and not tabs, and nothing behind the last word of a line."""
    found = [fault for path, data in files() for fault in faults(path, data, wanted(path))]
    assert [] == found


@pytest.mark.parametrize(
    ("data", "number"),
    [
        (b"a: b\n", 0),
        (b"a: b", 1),
        (b"a: b \n", 1),
        (b"a:\n\tb: c\n", 1),
        (b"a: b\r\n", 2),
        (b"a: \xe9\n", 1),
        (b"\xef\xbb\xbfa: b\n", 1),
    ],
)
def test_the_rules_are_kept_for_records(data, number):
    """A record that breaks a rule is found, once for each rule."""
    path = "calls/2031/2031-03-05-river-open-call.yaml"
    assert number == len(list(faults(path, data, wanted(path))))


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ("calls/platforms.yaml", "indent_size", "2"),
        ("generator/zones.py", "indent_size", "4"),
        ("generator/zones.py", "max_line_length", "100"),
        ("Makefile", "indent_style", "tab"),
        ("generator/hooks/pre-commit", "indent_style", "tab"),
        ("minutes/2031/a.md", "trim_trailing_whitespace", "false"),
        ("minutes/2031/a.md", "insert_final_newline", "true"),
        ("tests/sites/broken/archive/mkdocs.yml", "charset", "unset"),
    ],
)
def test_each_kind_of_file_has_its_rules(path, key, value):
    """YAML is indented by two spaces, Python by four, a Makefile by tabs, and Markdown keeps its line breaks."""
    assert value == wanted(path)[key]
