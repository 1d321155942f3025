"""Who may import whom, who may touch the disk, the clock and the network, and what may happen at import time.

Every file of the program is read as a syntax tree, so imports inside functions and under `TYPE_CHECKING` count too.
"""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)

# What stands alone and may be used by those that are listed with it.
NEUTRAL = (
    "zones", "addresses", "listings", "skeletons", "forges", "open_actions", "joining", "slugs", "allotted",
    "alphabets", "wording", "catalogue", "recurrence", "media_types",
)  # fmt: skip
BELOW_CHECKS = ("model", "problems", "fields", "settings", *NEUTRAL)
STEPS = (
    "load",
    "checks",
    "privacy",
    "render",
    "site",
    "history",
    "memo",
    "work",
    "review",
    "loading",
)
MAY_IMPORT = {
    "__init__": (),
    "problems": ("problems",),
    "settings": ("forges",),
    "zones": (),
    "addresses": (),
    "listings": (),
    "skeletons": (),
    "forges": (),
    "open_actions": ("joining",),
    "joining": (),
    "slugs": (),
    "alphabets": (),
    "allotted": (),
    "media_types": (),
    "sound_files": ("sound_files",),
    "wording": (),
    "catalogue": ("wording",),
    "carried": (),
    "colours": (),
    "recurrence": ("recurrence", "model.dates", "model.rhythm", "model.call", "zones"),
    "model": ("model", "problems"),
    "fields": ("fields", "model", "problems", "forges", "zones"),
    "load": ("load", "colours", "personal_data", *BELOW_CHECKS),
    "checks": ("checks", "correcting", *BELOW_CHECKS, "personal_data"),
    "personal_data": ("personal_data", "model", "problems", "settings"),
    "correcting": ("model.transcript",),
    "privacy": ("privacy", "correcting", "model", "problems", "zones", "settings"),
    "render": ("render", "privacy.public", "settings", *NEUTRAL),
    "site": ("site", "own_files", "render.output", "settings", "forges", "wording"),
    "own_files": (),
    "memo": ("own_files",),
    "work": ("packing",),
    "packing": (),
    "shared_words": (),
    "local_pool": (),
    "drafts": ("drafts", "fields", "load", "model", "problems"),
    "importers": ("importers", "drafts", "fields", "media_types"),
    "drafting": (
        "drafting",
        "drafts",
        "importers",
        *BELOW_CHECKS,
        "personal_data",
        "checks.unknown_record",
        "load.files",
        "load.names",
        "load.text",
        "memo",
        "pipeline",
    ),
    "starting": ("starting", "drafts", "fields", "load", "problems"),
    "history": (
        "history",
        "load.archive",
        "load.files",
        "load.names",
        "load.sharing_lines",
        "memo",
        "model",
        "problems",
        "settings",
    ),
    "review": ("privacy.public",),
    "kept_out": ("load.files", "privacy.plain_words", "problems", "settings"),
    "loading": (*BELOW_CHECKS, "load", "checks", "memo", "personal_data", "shared_words", "work"),
    "fixing": ("problems", "load.text"),
    "mending": ("fixing", "load.files", "pipeline", "problems", "work"),
    "finishing": (
        "addresses",
        "privacy.leaks",
        "privacy.public",
        "problems",
        "render",
        "settings",
        "site",
        "local_pool",
        "memo",
        "remembered",
        "wording",
        "work",
    ),
    "remembered": ("memo", "render.output", "site", "view_keys"),
    "view_keys": ("privacy.public", "render"),
    "standing": ("kept_out", "memo", "history", "load.files", "problems", "site"),
    "reading": ("history", "load.files", "problems"),
    "building": ("history", "memo", "pipeline", "problems", "reading", "site", "standing", "work"),
    "pipeline": (
        *BELOW_CHECKS,
        *STEPS,
        "building",
        "finishing",
        "kept_out",
        "reading",
        "standing",
    ),
    "lasting": (*BELOW_CHECKS, "load.names", "load.text", "checks", "personal_data"),
    "aligned_lines": (),
    "lost_addresses": (
        *BELOW_CHECKS,
        "aligned_lines",
        "privacy.gate",
        "privacy.public",
        "render",
    ),
    "unsaid_moves": (*BELOW_CHECKS, "privacy.gate", "privacy.public", "render"),
    "since": (
        *BELOW_CHECKS,
        "lasting",
        "lost_addresses",
        "unsaid_moves",
        "said_again",
        "checks",
        "load",
        "history",
        "loading",
        "memo",
        "work",
        "pipeline",
    ),
    "said_again": (
        *BELOW_CHECKS,
        "checks",
        "privacy.gate",
        "privacy.leaks",
        "privacy.plain_words",
        "privacy.policy",
    ),
    "pushed": (
        "history",
        "lasting",
        "load.names",
        "pipeline",
        "problems",
        "since",
        "work",
    ),
    "differences": (
        "differences",
        "joining",
        "privacy.public",
        "recurrence.plan",
        "render.output",
        "render.words",
        "settings",
        "addresses",
    ),
    "diffing": (
        *BELOW_CHECKS,
        *STEPS,
        "finishing",
        "pipeline",
        "since",
        "differences",
    ),
    "previewing": ("previewing", *BELOW_CHECKS, *STEPS, "finishing", "pipeline"),
    "asking": (
        "__version__",
        "asking",
        "alphabets",
        "load.answers",
        "load.scalars",
        "media_types",
        "model",
        "personal_data",
        "pipeline",
        "privacy.gate",
        "privacy.public",
        "work",
    ),
    "bench": ("bench",),
    "cli": (
        "__version__",
        "alphabets",
        "asking",
        "building",
        "cli",
        "drafting",
        "drafts",
        "fields",
        "importers",
        "pipeline",
        "previewing",
        "mending",
        "since",
        "pushed",
        "diffing",
        "differences",
        "sound_files",
        "starting",
        "history",
        "kept_out",
        "memo",
        "local_pool",
        "work",
        "problems",
        "site.preview",
        "site.watching",
        "site.lock",
        "site.manifest",
        "site.uploads",
        "bench",
        "catalogue",
        "carried",
        "fields.reference",
        "fields.schema",
    ),
    "__main__": ("cli",),
}
"""For each module or folder the modules it may import; a folder stands for all that is in it."""

DISK = frozenset(
    {
        "os",
        "shutil",
        "subprocess",
        "sqlite3",
        "tempfile",
        "glob",
        "fileinput",
        "io",
        "fcntl",
        "mmap",
    }
)
MAY_TOUCH_DISK = (
    "load/files.py",
    "history/",
    "memo.py",
    "own_files.py",
    # It ends processes of its own.
    "local_pool.py",
    # It asks the environment for its key.
    "kept_out.py",
    # It opens the catalogues that the program brings along, which `catalogue.py` takes apart in memory, with `io`.
    "wording.py",
    "catalogue.py",
    "site/",
    "cli/",
    "bench/",
)
# They join paths and hand them on; opening is left to those above.
MAY_NAME_PATHS = (
    *MAY_TOUCH_DISK,
    "reading.py",
    "building.py",
    "pipeline.py",
    "finishing.py",
    "previewing/",
    "remembered.py",
    "standing.py",
    "carried.py",
    "drafting/",
    "asking/",
)
NETWORK = frozenset(
    "socket ssl ftplib smtplib requests httpx aiohttp asyncio xmlrpc urllib3 certifi select selectors".split()
)
CHANCE = frozenset({"random", "uuid", "secrets"})
CLOCK = frozenset({"now", "utcnow", "today", "localtime", "gmtime", "time_ns"})
OUTSIDE_EFFECTS = frozenset(
    "open print input exec eval read read_text read_bytes readlines write write_text write_bytes exists is_file is_dir"
    " iterdir rglob glob mkdir unlink rmtree listdir scandir walk stat getenv getcwd run Popen system connect urlopen"
    " import_module CDLL sleep start submit".split()
)
EMPTY_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"})
SCREEN = 45
"""Lines of the longest function of `pipeline.py`."""


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def short(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def layer_of(path: Path) -> str:
    """Give the folder, or the module beside the folders, that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.Module, path: Path) -> Iterator[str]:
    """Give everything a file imports, wherever in it; `from a import b` is `a.b`."""
    inside = ("generator", *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(inside[: -node.level]) + "." if node.level else ""
            yield from (f"{above}{node.module or ''}.{name.name}" for name in node.names)


def called(node: ast.AST) -> str:
    """Give the last name of what is called, or an empty string."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def allowed(name: str, layer: str) -> bool:
    inner = name.removeprefix("generator").removeprefix(".")
    return any(f"{inner}.".startswith(f"{other}.") for other in MAY_IMPORT[layer])


def within(path: Path, places: tuple[str, ...]) -> bool:
    return short(path).startswith(places)


def offences(names: frozenset[str], places: tuple[str, ...]) -> list[tuple[str, str]]:
    """Give files outside some places that import one of some libraries."""
    return [
        (short(path), name)
        for path in FILES
        for name in imported(tree_of(path), path)
        if name.split(".")[0] in names and not within(path, places)
    ]


def test_every_module_has_its_line():
    """A new module or folder is put into the table of layers before it imports anything."""
    assert set() == {layer_of(path) for path in FILES} - set(MAY_IMPORT)


@pytest.mark.parametrize("path", FILES, ids=short)
def test_imports_go_one_way(path):
    """A step knows those below it and none above, also inside functions and for types alone."""
    own = [name for name in imported(tree_of(path), path) if name.split(".")[0] == "generator"]
    assert [] == [name for name in own if not allowed(name, layer_of(path))]


def test_packages_are_imported_by_their_parts():
    """The renderers are found by their folder, so `finishing` imports the package `render` itself; nobody else may."""
    whole = {
        (short(path), name)
        for path in FILES
        for name in imported(tree_of(path), path)
        if name in ("generator.render", "generator.privacy", "generator.load", "generator.site")
    }
    assert {("finishing.py", "generator.render")} == whole


def test_renderer_cannot_name_a_private_type():
    """Nothing of `model`, nor the gate, the policy or the needles, is imported anywhere in `render`."""
    private = (
        "generator.model",
        "generator.privacy.gate",
        "generator.privacy.policy",
        "generator.privacy.leaks",
        "generator.load",
    )
    names = [
        (short(path), name)
        for path in FILES
        if layer_of(path) in ("render", "site")
        for name in imported(tree_of(path), path)
        if name.startswith(private)
    ]
    assert [] == names


MAKE_PUBLIC_VALUES = (
    "privacy/gate.py",
    "privacy/copies.py",
    "privacy/transcripts.py",
    "privacy/written_notes.py",
)
"""The gate, and the modules that it has parts of a value made by."""


def test_public_values_are_made_in_the_gate_only():
    """No other module calls the constructor of a public type; copies of public values may be narrowed."""
    made = [
        (short(path), called(node))
        for path in FILES
        for node in ast.walk(tree_of(path))
        if called(node).startswith("Public") or called(node) in ("WithheldCall", "Withholding")
        if short(path) not in MAKE_PUBLIC_VALUES
    ]
    assert [] == made


def opens(node: ast.AST) -> bool:
    """Tell a call of `open`, or of a path's methods that need no other argument than a coding."""
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id == "open"
    on_a_path = ("read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "touch")
    return called(node) in on_a_path and len(node.args) < 2


def test_disk_is_touched_by_few():
    """Only the reader of files, history, memo, the catalogues, the site and the command line open anything."""
    assert [] == offences(DISK, MAY_TOUCH_DISK)
    assert [] == offences(frozenset({"pathlib"}), MAY_NAME_PATHS)
    opened = [
        (short(path), called(node))
        for path in FILES
        for node in ast.walk(tree_of(path))
        if opens(node) and not within(path, MAY_TOUCH_DISK)
    ]
    # tzdata comes with the program and is read as a resource of its package.
    assert [("zones.py", "read_text")] == opened


def test_only_history_starts_a_program():
    """Git is asked once, in one module; measuring builds starts them."""
    assert [] == offences(
        frozenset({"subprocess", "pty", "multiprocessing"}),
        ("history/git.py", "bench/", "local_pool.py"),
    )


def test_only_the_command_line_prints():
    """What is wrong is a value until it reaches `cli`."""
    printing = [
        (short(path), called(node))
        for path in FILES
        for node in ast.walk(tree_of(path))
        if called(node) in ("print", "input") and not within(path, ("cli/",))
    ]
    assert [] == printing


def test_only_the_command_line_reads_the_clock():
    """The day of a build comes from the settings; measuring may look at the clock, and nothing else."""
    reading = [
        (short(path), called(node))
        for path in FILES
        for node in ast.walk(tree_of(path))
        if called(node) in CLOCK or (called(node) == "time" and "time." in ast.unparse(node))
        if not within(path, ("cli/options.py", "bench/"))
    ]
    assert [] == [(path, name) for path, name in reading if (path, name) not in DAYS_OF_TIME]


# `datetime.time()` is midnight and no look at the clock.
DAYS_OF_TIME = {
    (short(path), "time")
    for path in FILES
    if not any(name.split(".")[0] == "time" for name in imported(tree_of(path), path))
}


def test_nothing_is_left_to_chance():
    """Identifiers come from records; made-up archives for measuring have fixed seeds, and only keys are drawn."""
    assert [] == offences(CHANCE, ("bench/", "cli/keep_out.py"))


def test_no_socket_is_opened():
    """The build asks the network for nothing: only `asking` does, and only the preview on this machine listens."""
    assert [] == offences(NETWORK, ("asking/",))
    web = [
        (short(path), name)
        for path in FILES
        for name in imported(tree_of(path), path)
        if name.startswith(("urllib.request", "urllib.robotparser", "http."))
    ]
    listening = {name for path, name in web if path == "site/preview.py"}
    assert {"http.server", "http.HTTPStatus"} == {".".join(one.split(".")[:2]) for one in listening}
    elsewhere = {(path, name) for path, name in web if path != "site/preview.py"}
    assert {("asking/exchange.py", "http.client.HTTPException")} == elsewhere


def test_only_one_command_asks_the_outside_world():
    """Nothing but `check-links` imports what asks, and it does so when it is run: no other command loads it."""
    asking = [
        short(path)
        for path in FILES
        if layer_of(path) != "asking"
        for name in imported(tree_of(path), path)
        if name.startswith("generator.asking")
    ]
    assert {"cli/check_links.py"} == set(asking)
    # Types are named under `TYPE_CHECKING`, which is never run.
    loaded = {
        node.module or ""
        for node in tree_of(PACKAGE / "cli" / "check_links.py").body
        if isinstance(node, ast.ImportFrom)
    }
    assert "generator.cli.options" in loaded
    assert [] == [name for name in loaded if name.startswith("generator.asking")]


def test_only_a_few_wait_or_measure_time():
    """No step of a build looks at a running clock: whoever asks hosts, waits for a lock, previews or measures does."""
    assert [] == offences(
        frozenset({"time"}),
        (
            "asking/turns.py",
            "site/lock.py",
            "site/preview.py",
            "site/watching.py",
            "bench/",
            "cli/",
        ),
    )


def at_import(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Give every node that is run when a module is imported: all but the bodies of functions."""
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            parts: list[ast.AST] = [*statement.decorator_list, statement.args]
        elif isinstance(statement, ast.ClassDef):
            yield from at_import(statement.body)
            parts = [*statement.decorator_list]
        else:
            parts = [statement]
        for part in parts:
            yield from outside_lambdas(part)


def outside_lambdas(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.Lambda | ast.FunctionDef):
            yield from outside_lambdas(child)


@pytest.mark.parametrize("path", FILES, ids=short)
def test_importing_does_no_work(path):
    """At import time constants are made and nothing is read, written, started or asked."""
    body = tree_of(path).body
    if short(path) == "__main__.py":
        return
    done = [called(node) for node in at_import(body) if called(node) in OUTSIDE_EFFECTS | CLOCK]
    assert [] == done
    # A bare call between the definitions is there for its effect.
    bare = [
        ast.unparse(s) for s in body if isinstance(s, ast.Expr) and isinstance(s.value, ast.Call)
    ]
    assert [] == bare
    loops = [
        type(s).__name__ for s in body if isinstance(s, ast.For | ast.While | ast.With | ast.Try)
    ]
    assert [] == loops


@pytest.mark.parametrize("path", FILES, ids=short)
def test_no_state_in_modules(path):
    """No function changes a value of its module: there is no `global`."""
    assert [] == [node.names for node in ast.walk(tree_of(path)) if isinstance(node, ast.Global)]


def test_pipeline_fits_on_a_screen():
    """Its functions are short, so that the whole way can be seen at once."""
    long = [
        (node.name, node.end_lineno - node.lineno + 1)
        for node in ast.walk(tree_of(PACKAGE / "pipeline.py"))
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None
        if node.end_lineno - node.lineno >= SCREEN
    ]
    assert [] == long


def test_modules_have_names_of_their_own():
    """A module is not called like a library that is imported anywhere, nor by a word that says nothing."""
    names = {part.removesuffix(".py") for path in FILES for part in path.relative_to(PACKAGE).parts}
    libraries = {name.split(".")[0] for path in FILES for name in imported(tree_of(path), path)}
    assert set() == names & (libraries - {"generator"})
    assert set() == names & EMPTY_NAMES


@pytest.mark.parametrize("path", FILES, ids=short)
def test_module_says_what_it_is_for(path):
    """A module begins with one to three sentences, theory or tables of its subject aside."""
    words = ast.get_docstring(tree_of(path)) or ""
    assert words[:1].isupper() or words[:1] in "`"
    assert words.split("\n\n")[0].rstrip().endswith((".", ":"))


def test_the_rules_find_what_they_forbid():
    """The reading of imports and calls sees into functions, type checks, relative imports and class bodies."""
    path = PACKAGE / "render" / "page.py"
    text = "if TYPE_CHECKING:\n    from generator.model import call\n"
    text += "def f():\n    import os.path\nfrom ..model import share\n"
    assert {"generator.model.call", "os.path", "generator.model.share"} == set(
        imported(ast.parse(text), path)
    )
    assert not allowed("generator.model.call", "render")
    assert not allowed("generator.privacy.gate.publish", "render")
    assert allowed("generator.privacy.public.PublicCall", "render")
    body = ast.parse(
        "class A:\n    x = open('y')\ndef f(z=open('y')):\n    open('n')\ng = lambda: open('n')\n"
    ).body
    assert ["open", "open"] == [called(node) for node in at_import(body) if called(node)]
