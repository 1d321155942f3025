"""Tests of the folders that people write in: names, links, odd kinds, limits."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.load.files import read_settings_file, read_tree
from generator.problems import Problem


def folder(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def faults(root: Path) -> list[tuple[str, str]]:
    return [(fault.code, fault.place.path) for fault in read_tree(str(root))[1]]


def only(root: Path) -> Problem:
    (fault,) = read_tree(str(root))[1]
    return fault


def paths(root: Path) -> list[str]:
    return [source.path for source in read_tree(str(root))[0]]


GOOD = [
    "calls/2031/2031-03-05-river.yaml",
    "calls/2031/2031-03-river.yaml",
    "calls/2031/2031-river.yaml",
    "calls/groups/river-planning.yaml",
    "calls/hubs/spring-gathering.yaml",
    "calls/platforms.yaml",
    "calls/series/river-open-call.yaml",
    "content/about/how/it/works/index.md",
    "content/help/problems/Y101.md",
    "content/index.md",
    "minutes/2031/2031-03-05-river.corrections.yaml",
    "minutes/2031/2031-03-05-river.es.corrections.yaml",
    "minutes/2031/2031-03-05-river.es.md",
    "minutes/2031/2031-03-05-river.es.vtt",
    "minutes/2031/2031-03-05-river.md",
    "minutes/2031/2031-03-05-river.pt-br.md",
    "minutes/2031/2031-03-05-river.vtt",
]


def test_every_known_kind_of_file_is_read_in_order(tmp_path: Path):
    """Sources are sorted by path, whatever order the disk gives."""
    root = folder(tmp_path, dict.fromkeys(reversed(GOOD), "x"))
    assert (GOOD, []) == (paths(root), faults(root))


def test_explanations_for_programmers_are_passed_over(tmp_path: Path):
    """A README in the top folders is read by people on the forge."""
    root = folder(tmp_path, {"calls/README.md": "x", "minutes/README.md": "x"})
    assert ([], []) == (paths(root), faults(root))


def test_an_archive_without_folders_is_empty(tmp_path: Path):
    """A new archive has nothing in it yet."""
    assert ((), ()) == read_tree(str(tmp_path))


@pytest.mark.parametrize(
    ("path", "code", "help_part"),
    [
        ("calls/2031/River Call.yaml", "Y101", "`YYYY-MM-DD-river-call.yaml`"),
        ("calls/2031/2031-03-05-café.yaml", "Y101", "`2031-03-05-cafe.yaml`"),
        ("calls/2031/2031-03-05-river.yml", "Y101", "`2031-03-05-river.yaml`"),
        ("calls/2031/2031-03-05-river.YAML", "Y101", "`2031-03-05-river.yaml`"),
        ("minutes/2031/2031-03-05-river.ES.vtt", "Y101", "`2031-03-05-river.es.vtt`"),
        ("minutes/2031/2031-03-05-river.es_MX.vtt", "Y101", "`2031-03-05-river.es-mx.vtt`"),
        ("calls/2031/-river.yaml", "Y101", "`YYYY-MM-DD-river.yaml`"),
        ("calls/2031/.yaml", "Y101", "`YYYY-MM-DD-open-call.yaml`"),
        ("calls/2031/2031-03-05-мир.yaml", "Y101", "`2031-03-05.yaml`"),
        ("calls/2031/03-19-2031-river call.yaml", "Y101", "`2031-03-19-river-call.yaml`"),
        ("calls/2031/River Call 19 March.yaml", "Y101", "`2031-03-19-river-call.yaml`"),
        ("calls/2031/River_03_04_2031.yaml", "Y101", "`YYYY-MM-DD-river.yaml`"),
        ("calls/groups/River Call.yaml", "Y101", "`river-call.yaml`"),
        ("minutes/2031/2031-03-05-river.Spanish.md", "Y101", ".md`"),
        ("minutes/2031/2031-03-05-river.markdown", "Y101", "`2031-03-05-river.md`"),
        ("calls/groups/" + "a" * 81 + ".yaml", "Y102", "shorter"),
        ("calls/groups/index.yaml", "Y103", "`index-call.yaml`"),
        ("calls/groups/con.yaml", "Y103", "`con-call.yaml`"),
        ("calls/groups/lpt1.yaml", "Y103", ""),
        ("calls/groups/river-remind-8h.yaml", "Y103", ""),
        ("calls/groups/2031-river.yaml", "Y103", "`the-2031-river.yaml`"),
        ("calls/2031/notes.txt", "Y105", "calls/<year>/<id>.yaml"),
        ("calls/2031/.DS_Store", "Y105", ""),
        ("calls/2031-03-05-river.yaml", "Y105", ""),
        ("calls/2032/2031-03-05-river.yaml", "Y105", "`calls/2031/`"),
        ("minutes/2032/2031-03-05-river.md", "Y105", "`minutes/2031/`"),
        ("calls/2031-03-05-river.yaml", "Y105", "`calls/2031/2031-03-05-river.yaml`"),
        ("minutes/River 12 March.txt", "Y105", "`minutes/YYYY/YYYY-03-12-river.md`"),
        ("minutes/River.txt", "Y105", "the date of the call for `YYYY-MM-DD`"),
        (
            "minutes/2031/River 12 March.docx",
            "Y105",
            "copy its words into a text file `minutes/2031/2031-03-12",
        ),
        ("content/river.html", "Y105", "end in `.md`"),
        ("content/picture.png", "Y105", ""),
    ],
)
def test_a_name_that_cannot_be_used_is_told_with_a_better_one(
    path: str, code: str, help_part: str, tmp_path: Path
):
    """The file is not read, and the help says what to do."""
    fault = only(folder(tmp_path, {path: "x"}))
    assert (code, path) == (fault.code, fault.place.path)
    assert help_part in fault.help
    assert [] == paths(tmp_path)


@pytest.mark.parametrize(
    "name", ["2031-03-05-a\nb.yaml", "2031-03-05-a\tb.yaml", b"2031-\xff.yaml"]
)
def test_a_name_that_cannot_be_printed_is_told_on_one_line(name: str | bytes, tmp_path: Path):
    """Line ends and bytes that are no text are shown as a question mark."""
    folder(tmp_path, {"calls/2031/2031-03-05-river.yaml": "x"})
    (
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), b"calls/2031", os.fsencode(name))))
    ).touch()
    fault = only(tmp_path)
    assert "Y101" == fault.code
    assert fault.place.path.isprintable()
    assert fault.message.isprintable()
    assert fault.help.isprintable()


@pytest.mark.parametrize("path", ["calls/20311/x.yaml", "calls/teams/x.yaml", "minutes/series/x.md",
                                  "calls/2031/deep/x.yaml", "content/a/b/c/d/e/x.md", "content/Big/x.md",
                                  "content/con/x.md", "calls/.git/x.yaml"])  # fmt: skip
def test_a_folder_that_does_not_belong_is_told_once(path: str, tmp_path: Path):
    """What lies in it is not looked at."""
    root = folder(tmp_path, {path: "x", str(Path(path).with_name("y.md")): "x"})
    fault = only(root)
    assert "Y105" == fault.code
    assert path.startswith(f"{fault.place.path}/")


@pytest.mark.parametrize("path", ["calls/2031/2031-03-05-river.yaml", "calls/platforms.yaml",
                                  "content/about.md"])  # fmt: skip
def test_a_folder_with_a_files_name_is_told(path: str, tmp_path: Path):
    """The help names the folder that the files belong to."""
    fault = only(folder(tmp_path, {f"{path}/x.yaml": "x"}))
    assert ("Y106", path) == (fault.code, fault.place.path)
    assert f"`{path.rsplit('/', 1)[0]}/`" in fault.help


def test_names_that_differ_in_case_are_told_with_both(tmp_path: Path):
    """The one in small letters is kept."""
    root = folder(tmp_path, {"calls/groups/River.yaml": "x", "calls/groups/river.yaml": "x"})
    assert "`River.yaml` and `river.yaml` would be one file on some computers" == only(root).message
    assert ["calls/groups/river.yaml"] == paths(root)


def test_folders_that_differ_in_case_are_told(tmp_path: Path):
    """`Series` and `series` are one folder on a Mac."""
    root = folder(tmp_path, {"calls/Series/a.yaml": "x", "calls/series/b.yaml": "x"})
    assert [("Y107", "calls/Series")] == faults(root)


def test_names_that_differ_in_the_form_of_an_accent_are_told(tmp_path: Path):
    """One `é` is a letter, the other an `e` and an accent."""
    root = folder(
        tmp_path, {"calls/groups/caf\u00e9.yaml": "x", "calls/groups/cafe\u0301.yaml": "x"}
    )
    assert ["Y101", "Y107"] == sorted(code for code, _ in faults(root))


def test_links_to_files_and_folders_are_not_followed(tmp_path: Path):
    """Neither inside the archive nor out of it."""
    outside = folder(tmp_path / "outside", {"a.yaml": "x", "more/b.yaml": "x"})
    root = folder(tmp_path / "archive", {"calls/groups/a.yaml": "x"})
    (root / "calls/groups/b.yaml").symlink_to(outside / "a.yaml")
    (root / "calls/groups/c.yaml").symlink_to("a.yaml")
    (root / "calls/series").symlink_to(outside / "more")
    (root / "calls/hubs").symlink_to("nowhere")
    assert ["calls/groups/a.yaml"] == paths(root)
    expected = ["calls/groups/b.yaml", "calls/groups/c.yaml", "calls/hubs", "calls/series"]
    assert [("Y104", path) for path in expected] == sorted(faults(root))


def test_a_top_folder_that_is_a_link_is_not_followed(tmp_path: Path):
    """The whole of `minutes/` could stand outside the archive."""
    outside = folder(tmp_path / "outside", {"2031/2031-03-05-river.md": "x"})
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive/minutes").symlink_to(outside)
    assert ([], [("Y104", "minutes")]) == (
        paths(tmp_path / "archive"),
        faults(tmp_path / "archive"),
    )


@pytest.mark.parametrize(
    "path",
    ["calls", "calls/2031", "calls/groups", "minutes", "minutes/2031", "content", "content/a"],
)
def test_another_repository_inside_is_told(path: str, tmp_path: Path):
    """A submodule that was fetched has a file `.git`, which no folder of an archive may hold."""
    root = folder(tmp_path, {f"{path}/.git": "gitdir: ../.git/modules/inner\n"})
    assert [("Y105", f"{path}/.git")] == faults(root)


def test_a_file_where_a_top_folder_should_be_is_told(tmp_path: Path):
    """Nothing is read, and the reason is plain."""
    assert "Y105" == only(folder(tmp_path, {"minutes": "x"})).code


def test_a_pipe_is_not_opened(tmp_path: Path):
    """Opening one would wait for ever."""
    (tmp_path / "calls/groups").mkdir(parents=True)
    os.mkfifo(tmp_path / "calls/groups/river.yaml")
    assert [("Y105", "calls/groups/river.yaml")] == faults(tmp_path)


def test_a_pipe_that_takes_a_files_place_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Between listing and opening a file anything may happen."""
    root = folder(tmp_path, {"calls/groups/river.yaml": "x"})
    really_open = os.open

    def swap(path: str, flags: int) -> int:
        os.unlink(path)
        os.mkfifo(path)
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", swap)
    assert [("Y116", "calls/groups/river.yaml")] == faults(root)


def test_a_file_that_cannot_be_opened_is_told_with_the_systems_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The other files are read all the same."""
    root = folder(tmp_path, {"calls/groups/a.yaml": "x", "calls/groups/b.yaml": "x"})
    really_open = os.open

    def refuse(path: str, flags: int) -> int:
        if path.endswith("a.yaml"):
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    assert "the file cannot be read: Permission denied" == only(root).message
    assert ["calls/groups/b.yaml"] == paths(root)


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The other folders are read all the same."""
    root = folder(tmp_path, {"calls/groups/a.yaml": "x", "calls/hubs/b.yaml": "x"})
    really_list = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("groups"):
            raise PermissionError(13, "Permission denied")
        return really_list(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert [("Y116", "calls/groups")] == faults(root)
    assert ["calls/hubs/b.yaml"] == paths(root)


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("calls/groups/river.yaml", 64_000),
        ("minutes/2031/2031-03-05-river.md", 256_000),
        ("minutes/2031/2031-03-05-river.vtt", 1_000_000),
        ("minutes/2031/2031-03-05-river.es.corrections.yaml", 64_000),
        ("content/river.md", 256_000),
    ],
)
def test_a_file_may_have_its_limit_and_no_byte_more(path: str, limit: int, tmp_path: Path):
    """The message names both numbers."""
    assert [] == faults(folder(tmp_path, {path: "x" * limit}))
    fault = only(folder(tmp_path, {path: "x" * (limit + 1)}))
    assert "Y108" == fault.code
    assert str(limit) in fault.message
    assert str(limit + 1) in fault.message
    assert [] == paths(tmp_path)


def settings_fault(root: Path) -> str:
    source, problems = read_settings_file(str(root))
    assert source is None
    return problems[0].code


def test_a_folder_without_settings_is_no_archive(tmp_path: Path):
    """There is nothing to read."""
    assert "S701" == settings_fault(tmp_path)


def test_settings_that_are_a_link_or_a_folder_are_not_read(tmp_path: Path):
    """The same rules hold as for records."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/mkdocs.yml").mkdir()
    assert "Y106" == settings_fault(tmp_path / "a")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/mkdocs.yml").symlink_to(folder(tmp_path, {"x.yml": "x"}) / "x.yml")
    assert "Y104" == settings_fault(tmp_path / "b")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("minutes/YYYY/YYYY-MM-DD-river-open-call.md", "minutes/YYYY"),
        (
            "minutes/2031/YYYY-MM-DD-river-open-call.md",
            "minutes/2031/YYYY-MM-DD-river-open-call.md",
        ),
        ("minutes/2031/yyyy-mm-dd-river.md", "minutes/2031/yyyy-mm-dd-river.md"),
        ("calls/2031/YYYY-MM-DD-river.yaml", "calls/2031/YYYY-MM-DD-river.yaml"),
    ],
)
def test_a_date_that_nobody_put_in_is_told_as_that(tmp_path: Path, path: str, told: str):
    """A ready name has a word in place of the date, and small letters would not mend it."""
    assert [("Y129", told)] == faults(folder(tmp_path, {path: "x\n"}))
