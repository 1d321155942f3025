"""Shows an archive while it is being written: a changed page at once, everything else after a round in the background.

How it works. A round reads the archive, judges it and draws up all drafts, as a build does; what it found stays in
memory. `notice` is told of saved files and looks at each by itself: it draws the one page that can be drawn at once,
or shuts the preview where something may have been closed. What was noticed since a round began is looked at again when
the round ends, so that a round never shows an earlier state than the one that was noticed.
"""

import datetime
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from markupsafe import Markup

from generator import addresses, finishing
from generator.load.files import Disk, read_settings_in
from generator.load.settings_file import read_settings
from generator.memo import open_memo
from generator.model.archive import Archive
from generator.pipeline import Examined, judge, may_remember, read, with_past
from generator.previewing.kept_files import KeptFiles
from generator.previewing.one_change import Effect, Known, known_of, look_at
from generator.previewing.problem_box import problem_box
from generator.privacy import gate
from generator.privacy.leaks import Needles
from generator.problems import Problem
from generator.render.output import Draft
from generator.render.recording_hosts import recording_hosts
from generator.settings import Settings
from generator.site.preview import Answer, content_type, waiting_page

NOT_FOUND = "404.html"
MADE = 32 * 1024 * 1024
"""So many bytes of finished files are kept until something changes, for whoever asks twice."""
_ONLY_BUILT = b"The checksums of all open data are made by `build`. A preview makes each file when it is asked for.\n"
_READING = "The archive is being read."
_CLOSED = "A change is being read that may have closed something, so no page is shown before all is read again."
_FAILED = "The archive could not be read, by a fault of the program or of this machine. It is tried again by itself."
_LATER = Markup(
    '<p class="preview-note" role="alert">The last change could not be read. The terminal says why, '
    "and it is tried again by itself.</p>"
)
_NOTHING = "The archive cannot be shown as it is. What is wrong stands below, and in the terminal."


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown at one moment; `drafts` stand before those of the last round."""

    known: Known | None = None
    context: finishing.Context | None = None
    assets: Mapping[str, bytes] = field(default_factory=dict)
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    is_closed: bool = False
    has_failed: bool = False

    @property
    def is_waiting(self) -> bool:
        """Tell whether no page may be shown."""
        return self.known is None or self.is_closed


class Preview:
    """What a preview shows now: `refresh` reads everything again, and `notice` looks at single files."""

    def __init__(self, root: Path, work: Path, today: datetime.date) -> None:
        """Prepare a preview of the archive at `root`; nothing is read before `refresh`."""
        self._root = root
        self._work = work
        self._today = today
        self._files = KeptFiles()
        self._rounds = threading.Lock()
        self._changed = threading.Condition()
        self._shown = _Shown()
        self._made: dict[str, tuple[Draft, bytes]] = {}
        self._version = 0
        self._noticed = 0
        self._begun = 0
        self._waiting: dict[str, int] = {}
        self._is_due = True
        self._is_reading = False
        self.site_url = "http://127.0.0.1/"

    def find_address(self) -> None:
        """Read where the site will be published, so that the server knows it before the first round."""
        source, _ = read_settings_in(Disk(str(self._root)))
        settings = read_settings(source, self._today)[0] if source else None
        if settings is not None:
            self.site_url = settings.site_url

    def refresh(self) -> Examined:
        """Read the archive again and say what is wrong with it; without settings the earlier pages stay.

        They stay too while a commit holds what a build remembers: somebody else may have made it.
        Where it fails, pages say so, and another round is asked for.
        """
        with self._rounds:
            with self._changed:
                begun = self._begun = self._noticed
                self._is_due, self._is_reading = False, True
            try:
                return self._read(begun)
            except Exception:
                with self._changed:
                    self._shown = replace(self._shown, has_failed=True)
                    self._is_due = True
                raise
            finally:
                with self._changed:
                    self._is_reading = False
                    self._tell()

    def notice(self, paths: Iterable[str]) -> None:
        """Look at files that changed, by their paths below the root, and ask for a round."""
        with self._changed:
            self._noticed += 1
            self._waiting |= dict.fromkeys(paths, self._noticed)
            before = self._shown
            effect = self._look_again()
            is_same = effect is Effect.NOTHING and not (before.drafts or before.is_closed)
            if is_same and not (self._is_due or self._is_reading):
                self._waiting.clear()
                return
            self._is_due = True
            self._tell()

    def close(self) -> None:
        """Show no page before everything is read again."""
        with self._changed:
            self._shown = replace(self._shown, is_closed=True, problems=())
            self._is_due = True
            self._tell()

    def answer(self, path: str) -> Answer | None:
        """Give status, type and bytes of a file of the site, or nothing when there is none.

        What was found closed while a file was being made is not given any more.
        """
        while True:
            with self._changed:
                shown = self._shown
                made = self._made.get(path)
            found = self._answer(shown, path, made)
            with self._changed:
                if shown is self._shown:
                    return found

    def page(self, path: str) -> Answer | None:
        """Give what `answer` gives, and before anything can be shown a page that says so."""
        with self._changed:
            shown = self._shown
        return waiting_page(path, _why(shown)) if shown.known is None else self.answer(path)

    def foot(self, path: str) -> tuple[str, bool]:
        """Give the box of problems for a page of the site, and whether a change is still being read."""
        with self._changed:
            shown = self._shown
            is_reading = self._is_reading or (self._is_due and not shown.has_failed)
            fault = _LATER if shown.has_failed and not shown.is_waiting else ""
            return fault + problem_box(path, shown.problems, shown.is_waiting), is_reading

    def version(self) -> int:
        """Give a number that changes whenever a page may look different."""
        return self._version

    def wait(self, version: int, seconds: float) -> None:
        """Wait until the version is another one, or some seconds have passed."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != version, seconds)

    def wait_for_change(self, seconds: float, pause: float = 0.0) -> bool:
        """Tell whether a round is asked for, within some seconds; a burst of saves ends with a pause."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._is_due, seconds):
                return False
            if self._shown.known is not None and not self._shown.is_closed:
                noticed = self._noticed
                self._changed.wait_for(lambda: self._noticed != noticed, pause)
            return True

    def wait_after_failing(self, seconds: float) -> None:
        """Wait some seconds after a round that failed, or until something was noticed since it began."""
        with self._changed:
            self._changed.wait_for(lambda: self._noticed != self._begun, seconds)

    def _answer(self, shown: _Shown, path: str, made: tuple[Draft, bytes] | None) -> Answer | None:
        if shown.known is None or shown.context is None:
            return None
        if shown.is_closed:
            return waiting_page(path, _why(shown))
        draft = shown.drafts.get(path) or shown.known.drafts.get(path)
        if draft is None:
            asset = _ONLY_BUILT if path == addresses.CHECKSUMS else shown.assets.get(path)
            return None if asset is None else (200, content_type(path), asset)
        if made is None or made[0] is not draft:
            made = draft, finishing.finish_one(shown.context, draft).data
            self._keep(path, made)
        return (404 if path == NOT_FOUND else 200), content_type(path), made[1]

    def _keep(self, path: str, made: tuple[Draft, bytes]) -> None:
        with self._changed:
            if sum(len(data) for _, data in self._made.values()) + len(made[1]) > MADE:
                self._made.clear()
            self._made[path] = made

    def _read(self, begun: int) -> Examined:
        given = read(self._root)
        if not may_remember(given):
            examined = judge(given, self._today, None, None)
            self._say(examined, begun)
            return examined
        with open_memo(self._work / "cache") as memo:
            judged = judge(given, self._today, memo, None, self._files.load)
            examined = with_past(judged, given, self._root, memo)
            memo.keep()
        if examined.settings is None:
            self._say(examined, begun)
        else:
            self._show(self._shown_of(examined, examined.settings), begun)
        return examined

    def _shown_of(self, examined: Examined, settings: Settings) -> _Shown:
        site = finishing.Site(self._root, self._work / "site", self._work, settings)
        public = gate.publish(examined.archive, settings)
        cut, assets = finishing.theme_of(site, recording_hosts(public))
        drafts = {draft.path: draft for draft in finishing.draft_all(public, settings)}
        return _Shown(
            known=known_of(settings, _slim(examined.archive), public, self._files.known, drafts),
            # The gate is what keeps withheld text out; the last look belongs to publishing.
            context=finishing.context_of(settings, cut, Needles({})),
            assets=dict(assets),
            problems=examined.problems,
        )

    def _show(self, shown: _Shown, begun: int) -> None:
        """Show what a round found, with what was noticed since it began."""
        with self._changed:
            self._shown = shown
            self._made.clear()
            self._waiting = {path: at for path, at in self._waiting.items() if at > begun}
            assert shown.known is not None
            self.site_url = shown.known.settings.site_url
            self._look_again()
            self._tell()

    def _say(self, examined: Examined, begun: int) -> None:
        """Say what is wrong, and show the earlier pages on; after a later change the round that is due says it."""
        with self._changed:
            # A problem may be said in words of what was closed since.
            is_earlier = any(at > begun for at in self._waiting.values())
            problems = () if is_earlier else examined.problems
            self._shown = replace(self._shown, problems=problems, has_failed=False)
            self._tell()

    def _look_again(self) -> Effect:
        """Look at everything that was noticed since the last round that could be shown."""
        known = self._shown.known
        if known is None or not self._waiting:
            return Effect.LATER
        try:
            change = look_at(known, str(self._root), self._waiting)
        except Exception:
            # What a change did is not known, so nothing is shown before a round has read everything.
            self.close()
            raise
        is_closed = change.effect is Effect.CLOSES
        # What was wrong before may be said in words of what is closed now.
        problems = () if is_closed else self._shown.problems
        self._shown = replace(
            self._shown, drafts=change.drafts, is_closed=is_closed, problems=problems
        )
        return change.effect

    def _tell(self) -> None:
        self._version += 1
        self._changed.notify_all()


def _why(shown: _Shown) -> str:
    """Say why no page is shown."""
    if shown.has_failed:
        return _FAILED
    if shown.problems:
        return _NOTHING
    return _READING if shown.known is None else _CLOSED


def _slim(archive: Archive) -> Archive:
    """Leave out what only checks ask for."""
    return replace(archive, places={}, comments={})
