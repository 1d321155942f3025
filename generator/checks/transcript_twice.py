"""Two transcripts of a call are in the same language: one names the archive's own, the other none."""

from collections.abc import Iterator

from generator.model.archive import Archive
from generator.problems import Place, Problem, problem
from generator.settings import Settings


def check(archive: Archive, settings: Settings) -> Iterator[Problem]:
    """Find transcripts that name the language of the archive beside one that need not."""
    plain = {one.call: one.path for one in archive.transcripts if not one.language}
    own = settings.language.lower()
    for one in archive.transcripts:
        if one.language == own and one.call in plain:
            notes = ((Place(plain[one.call]), "the other one"),)
            yield problem("M633", Place(one.path), notes, language=own)
