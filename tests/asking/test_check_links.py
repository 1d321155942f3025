"""Tests of `check-links` as it is typed, against a server that speaks TLS for every host of an archive."""

import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.check_links import command
from generator.pipeline import examine
from tests.asking.test_questions import OLD, OPEN, TODAY, WHOLLY, archive_in
from tests.asking.world import (
    SOUND,
    World,
    certificate,
    drips,
    says,
    speaking_tls,
    there,
    world_of,
)

HOSTS = ("sound.example", "lasting.example", "pages.example", "switchboard.example")
PROJECT = Path(__file__).parents[2]
NAMED = 8
"""So many addresses of the archive may be asked about."""
pytestmark = pytest.mark.openssl


@pytest.fixture(scope="module")
def pem(tmp_path_factory):
    return certificate(tmp_path_factory.mktemp("tls"), *HOSTS)


@pytest.fixture
def world(pem, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    with world_of({}, speaking_tls(pem)) as found:
        yield found


@pytest.fixture
def root(tmp_path):
    return archive_in(tmp_path / "river")


def words(root: Path, world: World, *more: str, today: str = TODAY.isoformat()) -> list[str]:
    at = f"127.0.0.1:{world.port}"
    given = ("--root", str(root), "--ask-at", at, "--pause", "0", "--jobs", "1")
    return [*given, "--today", today, *more]


def run(root: Path, world: World, *more: str, today: str = TODAY.isoformat()) -> Result:
    return CliRunner().invoke(command, words(root, world, *more, today=today))


def lines(root: Path) -> dict[str, dict[str, object]]:
    """Give all answers of an archive by their addresses."""
    found = {}
    for path in sorted((root / "calls" / "links").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            found[json.loads(line)["url"]] = json.loads(line) | {"file": path.name}
    return found


def test_every_address_gets_its_answer(root, world):
    """Answers lie in the files of their years, a build reads them without a fault, and the numbers are told."""
    world.answers["/old.mp3"] = says(404)
    done = run(root, world)
    assert 0 == done.exit_code, done.output
    found = lines(root)
    assert NAMED == len(found)
    gone = {url for url, line in found.items() if line["found"] == "gone"}
    assert {"https://sound.example/old.mp3", "https://lasting.example/old.mp3"} == gone
    assert {"2030.jsonl", "2031.jsonl", "others.jsonl"} == {
        str(one["file"]) for one in found.values()
    }
    assert "Asked about 8 addresses: 6 there (0 of them moved for good), 2 gone" in done.output
    problems = examine(root, TODAY).problems
    assert [] == [fault for fault in problems if fault.place.path.startswith("calls/links/")]


def test_nothing_withheld_is_asked_or_written(root, world):
    """No host hears of it, no file holds it, and a call that is withheld is the same as one that is not there."""
    done = run(root, world)
    texts = " ".join(path.read_text() for path in (root / "calls" / "links").iterdir())
    heard = " ".join(f"{one.host}{one.path}" for one in world.log)
    for secret in ("minutes.mp3", "wholly", "shy.example"):
        assert secret not in f"{texts} {heard} {done.output}"
    said = {
        run(root, world, "--call", name).output.replace(name, "…")
        for name in (WHOLLY, "2031-01-05-nowhere")
    }
    assert 1 == len(said)


def test_who_asks(root, world):
    """The program, and the address of the site at which its keepers are found."""
    run(root, world, "--most", "1")
    (agent,) = {one.headers["User-Agent"] for one in world.log}
    assert agent.startswith("calls-archive-generator/")
    assert "https://archive.example/" in agent


def test_an_archive_with_errors_is_not_asked_about(root, world):
    """What may be seen is not sure then."""
    (root / "calls/2031/2031-03-05-open.yaml").write_text("title: a\n")
    done = run(root, world)
    assert 1 == done.exit_code
    assert "Nothing was asked." in done.output
    assert [] == world.log


def test_what_is_silent_now_was_there_then(root, world):
    """The days are carried on from the answer before."""
    run(root, world, "--call", OPEN)
    world.answers["sound.example/open.mp3"] = says(403)
    run(root, world, "--call", OPEN, today="2031-04-09")
    line = lines(root)["https://sound.example/open.mp3"]
    expected = ("2031-04-09", "refused", "2031-04-01", "2031-04-09")
    assert expected == tuple(line[name] for name in ("asked_on", "found", "there_on", "since"))


def test_the_same_day_gives_the_same_bytes(root, world):
    """Where nothing changed nothing is written."""
    run(root, world)
    paths = sorted((root / "calls/links").iterdir())
    before = [(path.read_bytes(), path.stat().st_ino) for path in paths]
    done = run(root, world)
    assert before == [(path.read_bytes(), path.stat().st_ino) for path in paths]
    assert "No file of answers changed." in done.output


def test_a_part_is_asked_and_the_rest_stays(root, world):
    """Lines of what was not asked are kept as they are, in the same file and in others."""
    run(root, world)
    before = lines(root)
    run(root, world, "--only", "recordings", "--call", OLD, today="2031-05-01")
    after = lines(root)
    changed = {url for url in before if before[url] != after[url]}
    assert {"https://sound.example/old.mp3", "https://lasting.example/old.mp3"} == changed
    assert set(before) == set(after)


def test_what_nobody_names_any_more_is_dropped(root, world):
    """Its line goes, a file without lines goes, and it is said."""
    run(root, world)
    (root / "calls/platforms.yaml").write_text("switchboard:\n  name: Switchboard\n")
    done = run(root, world, "--most", "1")
    assert "Dropped: 1 line about" in done.output
    assert not (root / "calls/links/others.jsonl").exists()
    assert NAMED - 1 == len(lines(root))


def test_what_is_withheld_meanwhile_is_not_written(root, world):
    """The records are read again before anything is written."""
    path = root / f"calls/2031/{OPEN}.yaml"

    def withhold(asked):
        path.write_text(path.read_text().replace("share: public", "share: withheld for safety"))
        there()(asked)

    world.answers["lasting.example/old.mp3"] = withhold
    done = run(root, world, "--most", "2", "--only", "recordings")
    assert 0 == done.exit_code, done.output
    assert ["https://lasting.example/old.mp3"] == list(lines(root))


def test_checksums(root, world):
    """What differs from the record is said, ends with 1, and what was measured is kept."""
    done = run(root, world, "--checksums", "--call", OPEN)
    assert 1 == done.exit_code
    assert f"the record says 1000 bytes, and {len(SOUND)} came" in done.output
    line = lines(root)["https://lasting.example/open.mp3"]
    assert len(SOUND) == line["bytes"]
    assert 64 == len(str(line["sha256"]))


def test_checksums_that_fit(root, world):
    """Where the bytes are those of the record, it is said too, and ends with 0."""
    import hashlib

    path = root / f"calls/2031/{OPEN}.yaml"
    text = path.read_text().replace("bytes: 1000", f"bytes: {len(SOUND)}")
    path.write_text(text.replace("ab" * 32, hashlib.sha256(SOUND).hexdigest()))
    done = run(root, world, "--checksums", "--call", OPEN)
    assert 0 == done.exit_code
    assert "it is what the record says" in done.output


def test_a_machine_without_a_network(root, world, monkeypatch):
    """Where no host of several gives an answer, it is not the hosts (here a portal stands before them)."""
    monkeypatch.setenv("SSL_CERT_FILE", "/dev/null")
    (root / "calls/platforms.yaml").write_text("switchboard:\n  name: Switchboard\n")
    done = run(root, world)
    assert 1 == done.exit_code
    assert "Is this machine on the network?" in done.output
    assert {} == lines(root)


def test_what_would_be_asked(root, world):
    """A dry run lists the addresses, and asks and writes nothing."""
    done = run(root, world, "--dry-run", "--only", "sources")
    assert "sources    https://pages.example/open\n" in done.output
    assert "4 addresses would be asked about." in done.output
    assert ([], {}) == (world.log, lines(root))


def test_the_report_for_programs(root, world):
    """One document of JSON with the same numbers, and nothing else on the channel."""
    world.answers["/open"] = says(301, Location="https://pages.example/new")
    told = json.loads(run(root, world, "--format", "json").stdout)
    assert (NAMED, NAMED, 1) == (told["asked"], told["there"], told["moved"])
    assert NAMED == len(told["addresses"])
    assert set(HOSTS) == set(told["hosts"])
    assert sum(one["requests"] for one in told["hosts"].values()) == len(world.log)


def test_a_safe_address_never_becomes_an_open_one(root, world):
    """A redirect from https to http is not followed, and what it leads to is refused."""
    world.answers["sound.example/open.mp3"] = says(302, Location="http://sound.example/x.mp3")
    run(root, world, "--call", OPEN, "--only", "recordings")
    assert "refused" == lines(root)["https://sound.example/open.mp3"]["found"]
    assert "/x.mp3" not in [one.path for one in world.log]


def test_a_certificate_that_is_not_good(root, world, monkeypatch, tmp_path):
    """A host with a certificate for another name, or from nobody who is trusted, is silent."""
    other = certificate(tmp_path, "other.example")
    for trusted in (other, ""):
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted or "/dev/null"))
        told = run(root, world, "--only", "recordings", "--call", OPEN, "--format", "json")
        assert 2 == json.loads(told.stdout)["silent"]
        assert "certificate" in told.stdout


def test_a_greeting_that_drips(root, world):
    """TLS that never comes to an end ends with the limit too."""
    import socket

    from generator.asking.exchange import Connections, Trouble, exchange
    from generator.asking.targets import target_of
    from tests.asking.world import quick

    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip():
            near, _ = server.accept()
            with near:
                near.sendall(b"\x16\x03\x03\x40\x00")
                while not over.wait(0.05):
                    try:
                        near.sendall(b"a")
                    except OSError:
                        return

        threading.Thread(target=drip, daemon=True).start()
        target = target_of("https://sound.example/a.mp3")
        assert target is not None
        port = server.getsockname()[1]
        limits = quick(connect=5, read=5, whole=0.4)
        heard = exchange("GET", target, "127.0.0.1", port, {}, limits, Connections())
        over.set()
    assert Trouble.TOO_SLOW is heard.trouble


def test_ctrl_c_keeps_what_was_answered(root, world, pem):
    """Stopped in the middle, it ends soon, writes what it knows, and leaves nothing half done."""
    world.answers["switchboard.example/rules"] = drips(0.1)
    child = subprocess.Popen(
        (sys.executable, "-m", "generator", "check-links", *words(root, world)),
        cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "SSL_CERT_FILE": str(pem), "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(3)]
    assert all(line.startswith("there") for line in said), said
    child.send_signal(signal.SIGINT)
    rest, _ = child.communicate(timeout=60)
    assert 130 == child.returncode, rest
    assert "Stopped; what was answered before is kept." in rest
    found = lines(root)
    assert {line.split()[2] for line in said} <= set(found)
    assert "http://switchboard.example/rules" not in found
    left = [path.name for path in (root / "calls/links").iterdir() if path.suffix != ".jsonl"]
    assert [] == left


def test_no_file_is_written_through_a_link(root, world, tmp_path):
    """A link where the answers belong may lead anywhere."""
    (tmp_path / "elsewhere").mkdir()
    (root / "calls/links").symlink_to(tmp_path / "elsewhere")
    done = run(root, world)
    assert 0 != done.exit_code
    assert [] == list((tmp_path / "elsewhere").iterdir())


def test_the_rights_of_a_file_stay(root, world):
    """A file that others may not read is such a file afterwards."""
    run(root, world)
    path = root / "calls/links/2030.jsonl"
    path.chmod(0o600)
    run(root, world, today="2031-05-01")
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert "2031-05-01" in path.read_text()


@pytest.mark.parametrize(
    "place", ["93.184.215.14:443", "10.0.0.1:80", "sound.example:443", "127.0.0.1", "127.0.0.1:0"]
)
def test_nothing_but_this_machine_stands_in_for_the_world(root, place):
    """Any other place is wrong use."""
    done = CliRunner().invoke(command, ["--root", str(root), "--ask-at", place])
    assert 2 == done.exit_code


def test_no_host_is_hurried(root):
    """A pause that is none is wrong use, unless a server of this machine is asked."""
    done = CliRunner().invoke(command, ["--root", str(root), "--pause", "0"])
    assert (2, True) == (done.exit_code, "0.2 seconds" in done.output)


def test_a_build_loads_nothing_that_asks(tmp_path):
    """Neither what asks nor its library is in memory when another command has been run."""
    code = (
        "import sys\nsys.argv = ['calls', 'check', '--root', sys.argv[1], '--jobs', '1']\n"
        "from generator.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.startswith(('generator.asking', 'urllib3'))])\n"
    )
    done = subprocess.run(
        (sys.executable, "-c", code, str(archive_in(tmp_path))),
        cwd=PROJECT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "[]" == done.stdout.splitlines()[-1]


def test_waiting_for_a_file_that_is_being_written_is_not_needed(root, world):
    """While a run goes on, whoever reads a file of answers finds a whole one."""
    run(root, world)
    over = threading.Event()
    torn: list[str] = []

    def read():
        while not over.is_set():
            for path in (root / "calls/links").glob("2*.jsonl"):
                text = path.read_text(encoding="utf-8")
                torn.extend([path.name] * (not text.endswith("}\n")))
            time.sleep(0.001)

    reader = threading.Thread(target=read)
    reader.start()
    run(root, world, today="2031-05-01")
    over.set()
    reader.join()
    assert [] == torn
