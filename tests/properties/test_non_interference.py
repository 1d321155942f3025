"""Non-interference of whole archives: those that differ only in withheld text give the same bytes everywhere.

`CALLS_WHOLE_PAIRS` says how many pairs are compared, 200 unless given. `test_whole_builds.py` builds a few of them with
everything that a build leaves behind.
"""

import os
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from generator import finishing
from generator.pipeline import build
from generator.privacy import gate, leaks
from generator.privacy.public import PublicArchive
from generator.problems import Problem
from generator.problems.report.as_github import report_github
from generator.problems.report.as_gitlab import report_gitlab
from generator.problems.report.as_json import report_json
from generator.problems.report.as_text import report_text
from generator.render.output import Draft
from generator.review import review_list
from generator.settings import Settings
from generator.site.frames import Frames
from tests.privacy.quiet_archive import TODAY, Frame, Words, open_files, quiet_files, read
from tests.properties.quiet_builds import write

PAIRS = int(os.environ.get("CALLS_WHOLE_PAIRS", "200"))
EACH = 8
"""Of so many pairs one is rendered whole, although equal drafts say already what comes out."""
FRAMES = st.builds(
    Frame,
    reason=st.sampled_from(("safety", "integrity", "consent", "legal")),
    identify=st.booleans(),
    minutes=st.sampled_from(("withheld", "public")),
    recording=st.sampled_from(("withheld", "public")),
    living=st.booleans(),
    faulty=st.booleans(),
)
SEEDS = st.integers(0, 2**32)
ONE, OTHER = "qzvxkqz", "xjwqzkx"
"""What every withheld word of the first and of the second archive begins with."""


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    """Give the frames of the theme."""
    root: Path = tmp_path_factory.mktemp("workshop")
    write(root, open_files(Frame()))
    built = build(root, root / "site", root / "work", TODAY)
    assert built.published is not None, built.problems
    settings, *_ = read(open_files(Frame()))
    return finishing.theme_of(finishing.Site(root, root, root / "work", settings))[0]


class Told:
    """All that an archive can tell anybody: what may be seen of it, drafts of every output, reports and lists."""

    def __init__(self, files: dict[str, str], mark: str) -> None:
        self.settings, archive, problems, _ = read(files)
        assert not any(fault.is_error for fault in problems), problems
        self.public: PublicArchive = gate.publish(archive, self.settings)
        self.drafts = tuple(finishing.draft_all(self.public, self.settings))
        # Which files of closed records have faults is told; what is said of open ones may not differ.
        closed = {
            path for path, text in files.items() if mark in text and "share: public" not in text
        }
        shown = tuple(fault for fault in problems if fault.place.path not in closed)
        self.reports = reports(files, shown) | {"review": "\n".join(review_list(self.public))}
        self.everything_said = "".join(reports(files, problems).values())

    def views(self) -> list[tuple[object, ...]]:
        """Give each draft as its address, the function that makes it, and everything that is handed to that."""
        return [(*facts(draft), msgspec.msgpack.encode(draft.view)) for draft in self.drafts]

    def rendered(self, cut: Frames) -> dict[str, bytes]:
        """Give the bytes of every output, in order."""
        context = finishing.context_of(self.settings, cut, leaks.Needles({}))
        return {draft.path: finishing.finish_one(context, draft).data for draft in self.drafts}


def facts(draft: Draft) -> tuple[object, ...]:
    """Give what is known of an output beside its view."""
    name = f"{draft.make.__module__}.{draft.make.__qualname__}"
    return draft.path, name, draft.remember, draft.weight, draft.is_listed, draft.changed_at


def reports(files: dict[str, str], problems: tuple[Problem, ...]) -> dict[str, str]:
    """Give problems in every format."""
    return {
        "text": report_text(problems, lambda path: files[path].split("\n"), 1, ""),
        "json": report_json(problems, 1),
        "github": report_github(problems),
        "gitlab": report_gitlab(problems),
    }


def test_pairs_give_the_same_bytes(cut):
    """Every page, feed, calendar, data file and report is the same, and none holds a withheld word.

    Of every pair what may be seen is compared by its `repr`, which tells apart what is merely equal (`1` and `True`,
    one instant in two zones), and the drafts of all outputs by the bytes of their views. An output is made by a pure
    function of its view and the settings, which the memo of the program trusts as well; so equal drafts give equal
    bytes. Should a renderer ever know more than its view, one pair in eight shows it, where all bytes are compared.
    What is the same as one archive of its frame is the same as every other.
    """
    firsts: dict[Frame, Told] = {}
    bytes_of: dict[Frame, dict[str, bytes]] = {}
    counted: Counter[str] = Counter()

    @hypothesis_settings(
        max_examples=PAIRS,
        derandomize=True,
        deadline=None,
        database=None,
        # Another seed is no smaller a case, and looking for one takes longer than all pairs.
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(frame=FRAMES, one=SEEDS, other=SEEDS)
    def are_the_same(frame, one, other):
        if frame not in firsts:
            firsts[frame] = Told(quiet_files(frame, Words(one, ONE)), ONE)
        first, second = firsts[frame], Told(quiet_files(frame, Words(other, OTHER)), OTHER)
        assert repr(first.public) == repr(second.public)
        expected, actual = first.views(), second.views()
        assert [row[0] for row in expected] == [row[0] for row in actual]
        assert [] == [a[0] for e, a in zip(expected, actual, strict=True) if e != a]
        assert first.reports == second.reports
        assert OTHER not in f"{second.public!r}{second.everything_said}{actual!r}".lower()
        counted.update(pairs=1, views=len(repr(actual)))
        if counted["pairs"] % EACH:
            return
        if frame not in bytes_of:
            bytes_of[frame] = first.rendered(cut)
        made, again = bytes_of[frame], second.rendered(cut)
        assert list(made) == list(again)
        assert [] == [path for path in made if made[path] != again[path]]
        assert [] == [path for path, data in again.items() if OTHER.encode() in data.lower()]
        counted.update(rendered=1, bytes=sum(map(len, again.values())))

    are_the_same()
    assert counted["rendered"] == counted["pairs"] // EACH > 0
    print(dict(counted))


def test_settings_are_no_way_around_the_gate():
    """Settings, which every renderer is given too, are the same whatever is withheld."""
    told: list[Settings] = [
        read(quiet_files(Frame(), Words(seed, mark)))[0] for seed, mark in ((1, ONE), (2, OTHER))
    ]
    assert repr(told[0]) == repr(told[1])
