"""What changes about the settings, as far as readers, calendars or search engines notice it."""

from collections.abc import Iterator

from generator.differences.sentences import Said, Sentence, counted
from generator.settings import Settings

_WORDS = {
    "site_name": "The archive's name",
    "site_description": "The archive's description",
    "site_url": "The address of the site, which stands in every feed,",
    "calendar_domain": "The identity of all calendar entries, which subscribers then have twice,",
    "zone": "The time zone of calls that name none",
    "state": "Whether the archive is living or closed",
    "contact": "How to reach the keepers",
    "notice": "The notice on every record's page",
    "repo_url": "The address of the repository",
    "records_licence": "The licence of the records",
    "language": "The language of the site's own words",
    "accent": "The archive's own colour on light paper",
    "accent_dark": "The archive's own colour on dark paper",
}
"""Settings whose value is told."""
_UNTOLD = {
    "nav": "The navigation changes",
    "notes_due_days": "Notes count as overdue after another number of days",
    "usual_length_minutes": "Calendars show another length for calls of unknown length",
    "records_licence_url": "The address of the licence changes",
    "listener_zones": "Listeners in other zones are told of clock changes",
    "requests": "The rules for requesting a call change",
    "edit_uri": "Links to the forge's editor change",
    "forge": "Links are made for another kind of forge",
    "branch": "Contributions are for another branch",
    "logo": "Whether pages show the archive's own mark changes",
    "mark": "The archive's own mark is another drawing",
}
_SWITCHES = {
    ("indexing", True): "Search engines may list the archive from now on",
    ("indexing", False): "Search engines may not list the archive any more",
    ("repository_is_public", True): "The repository counts as public from now on",
    ("repository_is_public", False): "The repository does not count as public any more,"
    " so withheld text may lie in it",
}


def switch_sentences(old: Settings, new: Settings) -> tuple[Sentence, ...]:
    """Give the settings that open or close something; they belong to what becomes public or is withdrawn."""
    return (*_switches(old, new), *_addresses(old, new))


def settings_sentences(old: Settings, new: Settings) -> tuple[Sentence, ...]:
    """Give the other settings that change, with their values where these are short."""
    return tuple(_values(old, new))


def _switches(old: Settings, new: Settings) -> Iterator[Sentence]:
    for (name, value), words in _SWITCHES.items():
        if getattr(old, name) != getattr(new, name) and getattr(new, name) is value:
            yield (words,)


def _addresses(old: Settings, new: Settings) -> Iterator[Sentence]:
    more = len(set(new.allowed_addresses) - set(old.allowed_addresses))
    if more:
        yield (f"{counted(more, 'address', 'addresses')} more may appear in public text",)
    names = len(set(new.allowed_names) - set(old.allowed_names))
    if names:
        yield (f"{counted(names, 'name', 'names')} more may appear in public text",)
    kept = len(set(new.kept_out) - set(old.kept_out))
    if kept:
        yield (f"{counted(kept, 'line', 'lines')} more for names that are kept out",)
    gone = len(set(old.kept_out) - set(new.kept_out))
    if gone:
        yield (f"{counted(gone, 'line', 'lines')} fewer for names that are kept out",)


def _values(old: Settings, new: Settings) -> Iterator[Sentence]:
    for name, words in _WORDS.items():
        value = getattr(new, name)
        if getattr(old, name) != value:
            yield (f"{words} becomes ", Said(value)) if value else (f"{words} is taken out",)
    for name, words in _UNTOLD.items():
        if getattr(old, name) != getattr(new, name):
            yield (words,)
