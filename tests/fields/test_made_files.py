"""The schemas and the field reference in the repository are what the tables of fields give now."""

import datetime
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.fields import kinds as k
from generator.fields.examples import EXAMPLES
from generator.fields.reference import BEGIN, END, field_table, made_part, reference_files, renewed
from generator.fields.schema import SCHEMAS, schema_files
from generator.fields.tables import CALL, MINUTES, SHARE
from generator.fields.words import how_written
from generator.load.files import read_tree
from generator.model import outcomes
from generator.model.minutes import MarkKind
from generator.pipeline import examine
from tests.fields.test_agreement import SEEDS

ROOT = Path(__file__).parents[2]
HOME = ROOT / "tests/sites/river/archive"
TODAY = datetime.date(2031, 3, 20)
READMES = ("calls/README.md", "minutes/README.md")
SETTINGS = """\
site_name: River Assembly calls
site_url: https://archive.example/
extra:
  archive:
    state: closed
    zone: America/New_York
    calendar_domain: archive.example
"""
FENCED = re.compile(r"^`([a-z]+/[^`]+)`:\n\n```(?:yaml|markdown|vtt)\n(.*?)^```$", re.M | re.S)


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(("path", "text"), schema_files(), ids=[path for path, _ in schema_files()])
def test_a_schema_is_up_to_date(path, text):
    """The file is byte for byte what the tables give."""
    assert text == text_of(path), f"{path} is out of date; run: make schemas"


def test_no_schema_is_left_over():
    """Nothing else lies in the folder."""
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "schemas").iterdir()}
    assert files == {path for path, _ in schema_files()}


@pytest.mark.parametrize("path", READMES)
def test_the_field_reference_is_up_to_date(path):
    """What stands between the two marks is what tables and examples give."""
    text = text_of(path)
    assert text == renewed(path, text), f"{path} is out of date; run: make schemas"
    assert 1 == text.count(BEGIN) == text.count(END)


@pytest.mark.parametrize("path", READMES)
def test_what_people_write_around_the_made_part_stays(path):
    """Only the made part is written anew, however often."""
    old = f"# Mine\n\nWords before.\n\n{BEGIN}\nold\n{END}\n\nWords behind.\n"
    new = renewed(path, old)
    assert (
        f"# Mine\n\nWords before.\n\n{BEGIN}\n\n{made_part(path)}\n{END}\n\nWords behind.\n" == new
    )
    assert new == renewed(path, new)


def test_a_file_without_the_marks_gets_the_made_part_at_its_end():
    """Nothing that people wrote is lost."""
    new = renewed(READMES[0], "# Mine\n")
    assert new.startswith(f"# Mine\n\n{BEGIN}\n")
    assert new == renewed(READMES[0], new)


def test_a_new_archive_begins_with_both_files():
    """They have words of their own before the made part, and need no file of this repository."""
    files = dict(reference_files())
    assert READMES == tuple(files)
    assert [True, True] == [
        text.startswith("# ") and made_part(p) in text for p, text in files.items()
    ]


def test_the_examples_of_the_reference_are_a_good_archive(archive_at):
    """Taken out of the two files as a reader would, all records together are checked without a word."""
    shown = [pair for path in READMES for pair in FENCED.findall(text_of(path))]
    assert sorted(EXAMPLES) == sorted(shown)
    root = archive_at({"mkdocs.yml": SETTINGS, **dict(shown)})
    found = examine(root, TODAY)
    assert [] == [fault for fault in found.problems if fault.place.path != "mkdocs.yml"]
    assert 1 == len(found.archive.calls)
    assert 7 == len(found.archive.minutes[0].marks)


def test_a_readme_among_records_is_no_record(archive_at):
    """Loading passes over the field reference."""
    sources, problems = read_tree(str(archive_at(dict(reference_files()))))
    assert ((), ()) == (sources, problems)


@pytest.mark.parametrize("table", [one.table for one in SCHEMAS], ids=lambda table: table.record)
def test_every_field_has_its_line(table):
    """A line has the field's name, its sentence, how it is written, its example, and whether it is required."""
    lines = field_table(table).splitlines()[2:]
    assert len(table.fields) == len(lines)
    for field, line in zip(table.fields, lines, strict=True):
        cells = re.split(r"(?<!\\) \| ", line.removeprefix("| ").removesuffix(" |"))
        assert [f"`{field.name}`", field.about] == cells[:2]
        assert how_written(field.kind) == cells[2].replace("\\|", "|")
        assert (field.example in cells[3], "yes" if field.required else "") == (
            True,
            cells[4].strip(),
        )


def test_nested_fields_have_tables_of_their_own():
    """Sources, recordings, what may be shared and skipped dates are explained once."""
    text = made_part("calls/README.md")
    headings = re.findall(r"^### The fields of a (.*)$", text, re.M)
    assert ["recording", "source", "skip", "share"] == headings
    assert field_table(SHARE) in text


def test_every_label_and_every_word_of_an_outcome_is_named():
    """Whoever writes notes finds all of them in one place."""
    text = made_part("minutes/README.md")
    labels = {kind.value for kind in MarkKind}
    assert labels == {label.lower() for label in re.findall(r"\| `\*\*(.+?):\*\*` \|", text)}
    adopted, other = re.findall(r"^\| was (?:not )?adopted \| (.*) \|$", text, re.M)
    assert outcomes.ADOPTED == set(re.findall("`(.+?)`", adopted))
    assert outcomes.NOT_ADOPTED == set(re.findall("`(.+?)`", other))


@pytest.mark.parametrize(
    "kind",
    [*SEEDS, k.Pairs(k.Text()), k.ListOf(k.Id()), CALL, MINUTES],
    ids=lambda k: type(k).__name__,
)
def test_every_kind_has_plain_words(kind):
    """They end a sentence that begins with "write", so they are no sentence of their own."""
    words = how_written(kind)
    assert words.strip() == words != ""
    assert not words.endswith(".")


def test_the_command_writes_what_is_missing_and_nothing_twice(tmp_path):
    """Run in an empty folder it writes every file; run again it writes none."""
    command = [sys.executable, "-m", "generator", "schemas", "--root", str(tmp_path)]
    first = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    expected = dict((*schema_files(), *reference_files()))
    files = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert expected == {
        path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8") for path in files
    }
    assert set(expected) == set(re.findall(r"^(\S+) is written\.$", first, re.M))
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "Everything is as the tables of fields say.\n" == again


@pytest.mark.parametrize("linked", ["schemas/hub.schema.json", "schemas", "calls"])
def test_the_command_writes_through_no_link(tmp_path, linked):
    """Where a file or a folder is a link nothing is written at all, neither there nor beside it."""
    root, outside = tmp_path / "archive", tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept", encoding="utf-8")
    (root / linked).parent.mkdir(parents=True)
    (root / linked).symlink_to(outside / "kept" if linked.endswith("json") else outside)
    command = [sys.executable, "-m", "generator", "schemas", "--root", str(root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert 0 != done.returncode
    assert "through a link" in done.stderr
    assert {"kept": "kept"} == {path.name: path.read_text() for path in outside.iterdir()}
    assert [linked] == [
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_symlink() or path.is_file()
    ]


def test_the_editor_binds_every_schema_to_its_files():
    """The settings for VS Code name each schema that is for whole files, with its files, and no other."""
    bound = json.loads(text_of(".vscode/settings.json"))["yaml.schemas"]
    assert {f"./{one.path}": list(one.globs) for one in SCHEMAS if one.globs} == bound


def test_every_record_is_bound_to_one_schema():
    """Each file of the archive is matched by the globs of one schema, and the field reference by none."""
    files = (*(ROOT / "calls").rglob("*.*"), *(HOME / "minutes").rglob("*.corrections.yaml"))
    for path in files:
        name = path.relative_to(ROOT if path.is_relative_to(ROOT / "calls") else HOME)
        bound = [one.name for one in SCHEMAS for glob in one.globs if name.match(glob)]
        assert (1 if path.suffix == ".yaml" else 0) == len(bound), name


def test_the_help_page_names_every_schema_with_its_files():
    """Whoever uses another editor finds what to bind to what."""
    rows = re.findall(r"^\| `(schemas/\S+)` \| (.*) \|$", text_of("content/help/editors.md"), re.M)
    assert [one.path for one in SCHEMAS] == [path for path, _ in rows]
    for one, (_, files) in zip(SCHEMAS, rows, strict=True):
        assert one.globs == tuple(re.findall(r"`((?:calls|minutes)/[^`]+\.yaml)`", files))


def test_the_line_that_binds_a_single_file_leads_to_a_schema():
    """The path in the example is right for a call in the folder of its year."""
    (path,) = re.findall(r"\$schema=(\S+)", text_of("content/help/editors.md"))
    assert (ROOT / "schemas/call.schema.json") == (ROOT / "calls/2031" / path).resolve()
