"""Shows an archive while it is being written: everything is read again after a change, one page is made when asked."""

import datetime
import threading
from pathlib import Path

from generator import finishing
from generator.memo import open_memo
from generator.pipeline import Examined, judge, may_remember, read, with_past
from generator.privacy import gate
from generator.privacy.leaks import Needles
from generator.render.output import Draft
from generator.render.recording_hosts import recording_hosts
from generator.site.preview import Answer, content_type

NOT_FOUND = "404.html"


class Preview:
    """What a preview shows now; `refresh` reads everything again, `answer` makes one file of the site."""

    def __init__(self, root: Path, work: Path, today: datetime.date) -> None:
        """Prepare a preview of the archive at `root`; nothing is read before `refresh`."""
        self._root = root
        self._work = work
        self._today = today
        self._lock = threading.Lock()
        self._version = 0
        self._drafts: dict[str, Draft] = {}
        self._assets: dict[str, bytes] = {}
        self._context: finishing.Context | None = None
        self.site_url = "http://127.0.0.1/"

    def refresh(self) -> Examined:
        """Read the archive again and say what is wrong with it; without settings the earlier pages stay.

        They stay too while a commit holds what a build remembers: somebody else may have made it.
        """
        with self._lock:
            given = read(self._root)
            if not may_remember(given):
                return judge(given, self._today, None, None)
            with open_memo(self._work / "cache") as memo:
                judged = judge(given, self._today, memo, None)
                examined = with_past(judged, given, self._root, memo)
                if examined.settings is not None:
                    self._show(examined)
                return examined

    def answer(self, path: str) -> Answer | None:
        """Give status, type and bytes of a file of the site, or nothing when there is none."""
        with self._lock:
            draft = self._drafts.get(path)
            if draft is not None and self._context is not None:
                data = finishing.finish_one(self._context, draft).data
                return (404 if path == NOT_FOUND else 200), content_type(path), data
            asset = self._assets.get(path)
            return None if asset is None else (200, content_type(path), asset)

    def version(self) -> int:
        """Give a number that changes whenever a page may look different."""
        return self._version

    def _show(self, examined: Examined) -> None:
        assert examined.settings is not None
        settings = examined.settings
        site = finishing.Site(self._root, self._work / "site", self._work, settings)
        public = gate.publish(examined.archive, settings)
        cut, assets = finishing.theme_of(site, recording_hosts(public))
        # The gate is what keeps withheld text out; the last look belongs to publishing.
        self._context = finishing.context_of(settings, cut, Needles({}))
        self._drafts = {draft.path: draft for draft in finishing.draft_all(public, settings)}
        self._assets = dict(assets)
        self.site_url = settings.site_url
        self._version += 1
