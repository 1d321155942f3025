"""An archive with one of every mistake that can stand in files: all are said in one run, and nothing is published.

Files that git cannot hold well, or not everywhere, are added to a copy of it here.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.cli.reporting import FORMATS
from generator.pipeline import build, examine
from generator.problems import CODES
from tests.hanging import ends
from tests.site_archives import BROKEN_TODAY, GOOD, SITES, copied, outputs

EXPECTED = SITES / "broken" / "expected.txt"
PROJECT = Path(__file__).parents[1]
RECORD = b"title: River\ndate: 2031-05-01\nstatus: held\nshare: public\n"
CALL = "calls/2031/2031-05-01-river.yaml"
NOTES = "minutes/2031/2031-05-01-river.md"
FRONT = b"---\norigin: notes\n---\n"
MEMORY = 300 * 1024 * 1024
WATCH = """\
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(done.returncode)
"""
"""Runs a program and says what its memory came to; small itself, because a process starts as large as its parent."""
HUNGRY = ("brackets in a value", "braces without end", "bombs of aliases", "a key for every line")
"""Awkward files that could eat the memory of a careless reader; each gets a process of its own."""

ELSEWHERE = {
    "P508": "no archive can bring it about: it says that the generator leaks",
    "P509": "needs a series that is not shared, which a public repository may not hold",
    "P510": "found in the history of a change, and not in files",
    "P516": "needs the key of an archive: tested with the names that are kept out",
    "P518": "is told by builds alone, which say it of this archive too",
    "P519": "found between two states of an archive, and not in files",
    "P521": "found between two states of an archive, and not in files",
    "P522": "found between two states of an archive, and not in files",
    "R323": "found between two states of notes, and not in files",
    "T430": "found between two states of a record, and not in files",
    "T431": "found between two states of a record, and not in files",
    "T432": "found between two states of a record, and not in files",
    "T433": "found between two states of a record, and not in files",
    "T434": "found between two states of a record, and not in files",
    "S701": "there are no settings, so nothing else is read",
    "S706": "the milder form of S705, which the settings of this archive ask for",
    "S708": "found when pages are made, which an archive with errors never comes to",
    "S711": "there are no settings, so nothing else is read",
    "S713": "needs a repository of its own that holds made things",
    "S717": "the settings of this archive choose a language that the theme does not know",
    "S725": "no settings can make the theme hold it: its tests change the theme",
    "S718": "no settings can make a catalogue: its tests have one of their own",
    "S719": "no settings can make a catalogue: its tests have one of their own",
    "Y116": "who runs the tests may be allowed to read everything",
}
"""Codes that cannot stand beside the others, with the reason; each has a test of its own or can have none."""


def record(**changes: bytes) -> bytes:
    """Give a good record with some lines changed."""
    lines = dict(line.split(b": ", 1) for line in RECORD.splitlines())
    lines |= {name.encode(): value for name, value in changes.items()}
    return b"".join(b"%s: %s\n" % pair for pair in lines.items())


AWKWARD: Mapping[str, tuple[str, bytes, str]] = {
    "empty file": (CALL, b"", "Y109"),
    "blank file": (CALL, b" \n\n\t\n", "Y109"),
    "Latin-1": (CALL, record(title="Rivière".encode("latin-1")), "Y110"),
    "UTF-16": (CALL, RECORD.decode().encode("utf-16"), "Y110"),
    "half a character": (CALL, record(title=b"River \xe2\x82"), "Y110"),
    "binary file": (CALL, bytes(range(256)) * 20, "Y111"),
    "NUL": (CALL, record(title=b"River\x00"), "Y111"),
    "escape character": (CALL, record(title=b"River\x1b[31m"), "Y111"),
    "reversed text": (CALL, record(title="River \u202egnp.exe".encode()), "Y112"),
    "joiner between letters": (CALL, record(title="Ri\u200dver".encode()), "Y112"),
    "tag characters": (CALL, record(title="River\U000e0041".encode()), "Y112"),
    "byte order mark": (CALL, b"\xef\xbb\xbf" + RECORD, "Y113"),
    "Windows line ends": (CALL, RECORD.replace(b"\n", b"\r\n"), "Y114"),
    "old Mac line ends": (CALL, RECORD.replace(b"\n", b"\r"), "Y114"),
    "accent of its own": (CALL, record(title="Rivie\u0300re".encode()), "Y115"),
    "brackets without end": (CALL, b"[" * 63_990, "Y125"),
    "brackets in a value": (CALL, record(places=b"[" * 63_900), "Y125"),
    "braces without end": (CALL, b"{" * 63_990, "Y125"),
    "dashes without end": (CALL, b"- " * 31_990, "Y125"),
    "question marks without end": (CALL, b"? " * 31_990, "Y125"),
    "a key for every line": (CALL, b"".join(b"k%d: v\n" % n for n in range(5000)), "F201"),
    "quotes without end": (CALL, b'"' * 63_990, "Y120"),
    "percent signs": (CALL, b"%" * 63_990, "Y120"),
    "one long line": (CALL, record(title=b"x" * 63_800), "F210"),
    "bombs of aliases": (
        CALL,
        b"a: &a [x]\n"
        + b"".join(b"%c: &%c [*%c,*%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 122)),
        "Y122",
    ),
    "record too large": (CALL, RECORD + b"#" * 64_000, "Y108"),
    "notes too large": (NOTES, FRONT + b"x" * 256_000, "Y108"),
    "notes with too many lines": (NOTES, FRONT + b"x\n" * 20_001, "F250"),
    "notes with too many marks": (NOTES, FRONT + b"- Action: bring soup\n" * 501, "F250"),
    "notes with a brace": (NOTES, b"---\n" + b"{" * 60_000 + b"\n---\nWords.\n", "Y125"),
    "notes without end": (NOTES, b"---\n" * 19_000, "F202"),
    "capital letters": ("calls/2031/2031-05-01-River.yaml", RECORD, "Y101"),
    "letters of another alphabet": ("calls/2031/2031-05-01-река.yaml", RECORD, "Y101"),
    "device name": ("calls/groups/con.yaml", b"name: x\n", "Y103"),
    "two dots": ("calls/2031/2031-05-01..yaml", RECORD, "Y101"),
    "a command in a name": ("calls/2031/a\n::error::b.yaml", RECORD, "Y101"),
    "a name that is no text": (os.fsdecode(b"calls/2031/2031-05-01-\xff.yaml"), RECORD, "Y101"),
    "settings with a tab": ("mkdocs.yml", b"site_name:\tRiver\n\tx: y\n", "Y120"),
    "settings without a name": ("mkdocs.yml", b"site_url: https://x.example/\n", "F202"),
    "settings of brackets": ("mkdocs.yml", b"[" * 63_990, "Y125"),
    "settings of another program": ("mkdocs.yml", b"a: 1\nb: 2\n", "F202"),
    "empty settings": ("mkdocs.yml", b"", "Y109"),
}
"""Awkward files: where each lies, its bytes, and the code that answers it."""


ODD: Mapping[str, tuple[str, Callable[[Path], object], str]] = {
    "link to a file": (CALL, lambda path: path.symlink_to("/etc/hostname"), "Y104"),
    "link to a folder": ("calls/2031", lambda path: path.symlink_to("/etc"), "Y104"),
    "link to itself": (CALL, lambda path: path.symlink_to(path.name), "Y104"),
    "folder for a record": (CALL, Path.mkdir, "Y106"),
    "folder for notes": (NOTES, Path.mkdir, "Y106"),
    "pipe": (CALL, os.mkfifo, "Y105"),
    "file for a folder": ("minutes", Path.touch, "Y105"),
}
"""What is no ordinary file: where each lies, how it is made, and the code that answers it."""


@pytest.fixture(autouse=True, scope="module")
def outside_git(tmp_path_factory):
    """Keep git from looking above the folders of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path_factory.getbasetemp()))
        yield


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """Give a copy of the broken archive with all awkward files in it that leave the settings as they are."""
    root = copied("broken", tmp_path_factory.mktemp("broken"))
    for number, (name, (path, data, _)) in enumerate(AWKWARD.items()):
        if path != "mkdocs.yml":
            place = apart(path, number, name)
            write(root / place, data.replace(b"date: 2031-05-01", b"date: " + day_in(place)))
    for number, (name, (path, make, _)) in enumerate(ODD.items(), len(AWKWARD)):
        if path.endswith((".yaml", ".md")):
            target = root / apart(path, number, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            make(target)
    (root / "minutes/2033").symlink_to("2031")
    for name in ("F203", "f203"):
        write(root / f"content/help/problems/{name}.md", b"# A problem\n")
    return root


@pytest.fixture(scope="module")
def reports(broken):
    """Give what `check` says of the broken archive, in each format."""
    return {form: command(broken, "check", "--format", form) for form in FORMATS}


@pytest.fixture
def little(tmp_path):
    """Give a function that makes the smallest archive and puts something awkward into it."""

    def make(path: str, put: Callable[[Path], object]) -> Path:
        root = copied("empty", tmp_path)
        if path.startswith("minutes/"):
            write(root / CALL, RECORD)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        put(root / path)
        return root

    return make


def test_every_mistake_is_said_at_its_place(broken):
    """One run finds every mistake, each at its line and column, and nothing besides."""
    found = "".join(map(shown, examine(broken, BROKEN_TODAY).problems))
    if os.environ.get("BLESS") == "1":
        EXPECTED.write_text(found, encoding="utf-8")
    assert EXPECTED.read_text(encoding="utf-8") == found, (
        "read the difference; if it is right: make bless"
    )


def test_every_code_has_its_mistake():
    """The broken archive has a mistake for every code, but for those that cannot stand beside others."""
    found = {line.rsplit(" ", 1)[1] for line in accepted()}
    assert set(CODES) - set(ELSEWHERE) == found


def test_nothing_is_published(broken, tmp_path):
    """A build of it makes no site, and leaves nothing where the site would be."""
    built = build(broken, tmp_path / "site", tmp_path / "work", BROKEN_TODAY)
    assert None is built.published
    assert not (tmp_path / "site").exists()


def test_earlier_site_stays_as_it_was(broken, tmp_path):
    """An earlier site keeps every byte, every file and every time, whatever is wrong now."""
    site = tmp_path / "site"
    write(site / "index.html", b"<h1>Earlier</h1>")
    write(site / "calls/2031.html", b"<h1>Earlier calls</h1>")
    before = tree(site)
    built = build(broken, site, tmp_path / "work", BROKEN_TODAY)
    assert built.problems
    assert before == tree(site)


def test_commands_end_with_one(broken, reports, tmp_path):
    """`check` and `build` end with 1, no traceback is shown, and a build says besides that it has no key."""
    built = command(broken, "build", "--out", str(tmp_path / "site"))
    head = re.compile(r"^(\S.*): (?:error|warning) ([A-Z][0-9]{3}) ", re.MULTILINE)
    for done in (built, *reports.values()):
        assert (1, "") == (done.returncode, done.stderr)
    checked = head.findall(reports["text"].stdout)
    assert len(accepted()) == len(checked)
    of_builds = [("mkdocs.yml:35:15", "P518")]
    assert of_builds == [one for one in head.findall(built.stdout) if one not in checked]
    assert checked == [one for one in head.findall(built.stdout) if one not in of_builds]
    assert built.stdout.endswith("Nothing was published.\n")


def test_json_says_the_same(reports):
    """The JSON report parses and holds the same problems in the same order, with counts that add up."""
    report = json.loads(reports["json"].stdout)
    rows = report["problems"]
    assert accepted() == [f"{r['file']}:{r['line']}:{r['column']} {r['code']}" for r in rows]
    assert len(rows) == report["errors"] + report["warnings"]
    assert report["errors"] == sum(row["severity"] == "error" for row in rows)
    assert all(row["message"] and row["help"] for row in rows)


def test_github_says_a_line_each(reports):
    """A line a problem, then a table of all, then a count; no name of a file begins another command."""
    *lines, summary = reports["github"].stdout.splitlines()
    form = re.compile(r"::(error|warning) file=[^:,]+,line=[0-9]+,col=[0-9]+,")
    assert len(accepted()) == len([line for line in lines if form.match(line)])
    assert len(accepted()) == len([line for line in lines if line.startswith("| ")]) - 2
    counted = re.compile(r"[0-9]+ errors and [0-9]+ warnings in [0-9]+ files")
    others = [line for line in lines if line and not line.startswith(("::", "| "))]
    assert [True, True] == [bool(counted.match(line)) for line in (*others, summary)]


def test_gitlab_says_the_same(reports):
    """The report on code quality holds the same files and lines, and no fingerprint twice."""
    rows = json.loads(reports["gitlab"].stdout)
    places = [(row["location"]["path"], row["location"]["lines"]["begin"]) for row in rows]
    assert [tuple(line.split(" ")[0].rsplit(":", 2)[:2]) for line in accepted()] == [
        (path, str(line)) for path, line in places
    ]
    assert len(rows) == len({row["fingerprint"] for row in rows})


@pytest.mark.parametrize("form", FORMATS)
def test_reports_hide_what_is_withheld_and_personal(reports, form):
    """No report quotes an address, a number, a secret, or words of a record that is not fully shared."""
    # Sixty-four digits may hold any four of them by chance.
    said = re.sub(r'"fingerprint": "[0-9a-f]{64}"', "", reports[form].stdout)
    personal = ("mill.example", "555-01", "998 877", "4455", "pwd=", "token=", "river:secret")
    withheld = ("lantern.mp3", "lantern stands", "Secret lantern walk")
    assert [] == [words for words in (*personal, *withheld, "\x1b", "\u202e") if words in said]


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_file_is_answered(little, name):
    """An awkward file alone is answered soon and with its code."""
    path, data, code = AWKWARD[name]
    root = little(path, lambda target: target.write_bytes(data))
    with ends():
        found = {fault.code for fault in examine(root, BROKEN_TODAY).problems}
    assert code in found


@pytest.mark.parametrize("name", HUNGRY)
def test_hungry_file_is_answered_in_little_memory(little, name):
    """A file made to fill the memory is answered by a process that stays small and shows no traceback."""
    path, data, code = AWKWARD[name]
    assert code in codes_within_memory(little(path, lambda target: target.write_bytes(data)))


@pytest.mark.parametrize("name", ODD)
def test_odd_kind_of_file_is_answered(little, name):
    """What is no ordinary file is neither followed nor opened, and is answered as soon as any other fault."""
    path, make, code = ODD[name]
    root = little(path, make)
    with ends():
        found = {fault.code for fault in examine(root, BROKEN_TODAY).problems}
    assert code in found


@pytest.mark.parametrize(
    "sign", ["[", "*", "_", "`", "<", "> ", "- ", "![", "](", "&", "|", "\\", "~~", "#", "[^"]
)
def test_notes_of_one_sign_are_rendered_soon(little, sign):
    """Notes as large as they may be, of nothing but one sign, become pages."""
    body = (sign * (255_000 // len(sign))).encode() + b"\n"
    root = little(NOTES, lambda target: target.write_bytes(FRONT + body))
    with ends():
        found = examine(root, GOOD["empty"])
    assert "calls/2031-05-01-river.html" in outputs(found)


def test_folder_without_settings_is_no_archive(tmp_path):
    """Without settings nothing is read, and the answer says that this is no archive."""
    write(tmp_path / "nothing" / CALL, b"")
    assert ["mkdocs.yml:1:1 S701\n"] == list(
        map(shown, examine(tmp_path / "nothing", BROKEN_TODAY).problems)
    )


def test_pages_with_one_address_are_refused(little, tmp_path):
    """A written page where a page of the theme is made stops the build, which names file and address."""
    root = little("content/404.md", lambda target: target.write_bytes(b"# Not here\n"))
    built = build(root, tmp_path / "site", tmp_path / "work", GOOD["empty"])
    (fault,) = (fault for fault in built.problems if fault.is_error)
    assert ("S707", "content/404.md", None) == (fault.code, fault.place.path, built.published)
    assert "`404.html`" in fault.message


def test_link_to_no_heading_is_refused(tmp_path):
    """A link to a heading that a page does not have stops the build, which names page and link."""
    root = copied("river", tmp_path)
    write(root / "content/about/more.md", b"# More\n\n[x](index.md#no)\n")
    built = build(root, tmp_path / "site", tmp_path / "work", GOOD["river"])
    (fault,) = (fault for fault in built.problems if fault.is_error)
    assert ("S708", None) == (fault.code, built.published)
    assert "about/more.html" in fault.message
    assert "index.html#no" in fault.message


def codes_within_memory(root: Path) -> set[str]:
    """Check an archive in a process of its own, within its memory, and give the codes of its problems."""
    check = ("-m", "generator", "check", "--format", "json", "--root", str(root))
    words = (sys.executable, "-c", WATCH, sys.executable, *check)
    done = subprocess.run(
        words, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode in (0, 1)
    # macOS counts in bytes and Linux in kilobytes; a traceback would be no number.
    assert MEMORY > int(done.stderr) * (1 if sys.platform == "darwin" else 1024)
    return {row["code"] for row in json.loads(done.stdout)["problems"]}


def accepted() -> list[str]:
    """Read the table of what is wrong with the broken archive."""
    return EXPECTED.read_text(encoding="utf-8").splitlines()


def command(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program on the broken archive."""
    today = ("--today", str(BROKEN_TODAY))
    line = (sys.executable, "-m", "generator", *words, *today, "--root", str(root))
    return subprocess.run(
        line, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60
    )


def shown(fault) -> str:
    """Give a problem as a line of the table."""
    return f"{fault.place.path}:{fault.place.line}:{fault.place.column} {fault.code}\n"


def apart(path: str, number: int, name: str) -> str:
    """Give a call or its notes a day of their own, so that many can lie in one archive."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower())
    day = f"2030-{1 + number // 28:02d}-{1 + number % 28:02d}"
    return path.replace("2031/2031-05-01-river", f"2030/{day}-{words}")


def day_in(path: str) -> bytes:
    """Give the day in the name of a call's file, as it is written in its record."""
    found = re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", path)
    return found[0].encode() if found else b"2031-05-01"


def write(path: Path, data: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def tree(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Give inode, time and checksum of every file and folder below a folder."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_ino,
            path.stat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
    }
