"""Compares two states of an archive, part by part, in the order in which a reader needs it."""

import dataclasses
from dataclasses import dataclass

from generator.addresses import page_of_source
from generator.differences.calls import call_sentences
from generator.differences.deadlines import deadline_sentences
from generator.differences.notes import notes_sentences
from generator.differences.outputs import Prints, output_sentences
from generator.differences.pairs import State, call_pairs
from generator.differences.records import page_sentences, record_sentences
from generator.differences.sentences import Part
from generator.differences.series import dates_of, series_sentences
from generator.differences.settings_change import settings_sentences, switch_sentences
from generator.differences.sharing import sharing_sentences
from generator.differences.transcripts import transcript_sentences
from generator.settings import Settings

SITE = "The site"
"""The heading above the numbers of pages."""


@dataclass(frozen=True, slots=True)
class Side:
    """One state of an archive with its settings, and a hash of what makes each of its outputs."""

    state: State
    settings: Settings
    prints: Prints


def compare(old: Side, new: Side) -> tuple[Part, ...]:
    """Give what readers would see change; parts without a difference are left out."""
    pairs = call_pairs(old.state, new.state)
    written = frozenset(page_of_source(page.path) for page in old.state.public.pages)
    differ = _for_pages(old.settings) != _for_pages(new.settings)
    opened = (
        *switch_sentences(old.settings, new.settings),
        *sharing_sentences(pairs, old.state, new.state),
    )
    before, after = dates_of(old.state, old.settings), dates_of(new.state, new.settings)
    recurring = (
        *series_sentences(old.state, new.state, before, after, new.settings.today),
        *record_sentences(old.state, new.state),
    )
    parts = (
        Part("Becomes public or is withdrawn", opened),
        Part("Calls", call_sentences(pairs, before)),
        Part(
            "How long recordings last",
            deadline_sentences(pairs, old.state, new.state, new.settings.today),
        ),
        Part("Notes and decisions", notes_sentences(pairs)),
        Part("Transcripts", transcript_sentences(pairs, old.state, new.state)),
        Part("Series, groups, hubs and platforms", recurring),
        Part("Written pages", page_sentences(old.state, new.state)),
        Part("Settings", settings_sentences(old.settings, new.settings)),
        Part(SITE, output_sentences(old.prints, new.prints, written, differ)),
    )
    return tuple(part for part in parts if part.sentences)


def _for_pages(settings: Settings) -> Settings:
    """Leave aside what only the check and the history ask for: it changes no page."""
    return dataclasses.replace(settings, allowed_addresses=(), allowed_names=(), history="")
