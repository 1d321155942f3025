"""The settings of an archive: one frozen value, read from `mkdocs.yml` at the edge and handed to every step."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from generator import forges


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One entry of the navigation in `mkdocs.yml`.

    `path` is the address of the built page (`calls/index.html`), empty for a group; `children` are its entries.
    """

    title: str
    path: str
    children: tuple["NavEntry", ...] = ()


def nav_pages(nav: tuple[NavEntry, ...]) -> Iterator[str]:
    """Give the address of every page of a navigation, in its order."""
    for entry in nav:
        if entry.path:
            yield entry.path
        yield from nav_pages(entry.children)


@dataclass(frozen=True, slots=True)
class Requests:
    """The rules for requesting a call in a living archive.

    `ahead_days` is how many days ahead a call is asked for, `staffed_calls` how many calls of a series are staffed
    before the group runs them itself; both are 0 where no rule is said. `roles` must be named in each request.
    """

    ahead_days: int = 0
    roles: tuple[str, ...] = ()
    staffed_calls: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that steers a build besides the records themselves."""

    site_name: str
    """Name of the archive, in every title and feed."""
    site_description: str
    """One sentence for search engines and feeds."""
    site_url: str
    """Public address of the site's root; ends in `/`."""
    repo_url: str
    """Address of the repository on its forge; empty when there is none, and then no page offers an edit link."""
    edit_uri: str
    """Path from `repo_url` to the forge's editor, such as `edit/main/`; only needed where the forge is not known."""
    nav: tuple[NavEntry, ...]
    """The navigation: hand-written pages and section indexes, never records."""
    state: str
    """`living` or `closed`: a closed archive announces nothing and says when its calls ended."""
    zone: str
    """IANA zone of calls that name none."""
    calendar_domain: str
    """Right half of every calendar UID; never changes once published."""
    repository_is_public: bool
    """Whether strangers can read the repository; then withheld text in it is an error."""
    indexing: bool
    """Whether search engines may list the site; `false` puts noindex on every page."""
    notes_due_days: int
    """Days after a call until its missing notes count as overdue."""
    usual_length_minutes: int
    """Length in minutes that a calendar shows for a call of unknown length."""
    records_licence: str
    """Name of the licence of records and texts."""
    records_licence_url: str
    """Address of that licence."""
    contact: str
    """How to reach the keepers without a forge account: plain words or an address; empty when not yet named."""
    notice: str
    """One or two sentences that stand on the home page, every record's page and in the data; may be empty."""
    allowed_addresses: tuple[str, ...]
    """E-mail and street addresses and telephone numbers that may appear because they are public on purpose."""
    history: str
    """`optional`, or `required` to stop a build that cannot read git history."""
    today: datetime.date
    """The day the site is built for: `--today`, `SOURCE_DATE_EPOCH`, else the date, which only `cli/` reads."""
    forge: str = ""
    """What runs the forge: `github`, `gitlab`, `gitea` or `forgejo`; empty where the host of `repo_url` says it."""
    branch: str = ""
    """The branch that contributions are for; empty for the one in `edit_uri`, else `main`."""
    language: str = "en"
    """Language of the interface, from `theme.language`; words come from `generator/words/`."""
    accent: str = ""
    """The archive's own colour on light paper, as `#7a2e12`; empty for the look's own."""
    accent_dark: str = ""
    """The same on dark paper; empty only where `accent` is."""
    logo: str = ""
    """The file that `theme.logo` names as the archive's mark, `mark.svg`; empty where the line is not there."""
    listener_zones: tuple[str, ...] = ()
    """IANA zones whose listeners are told when clock changes move a call; empty for those of the series that repeat."""
    requests: Requests | None = None
    """How a call is requested; nothing where the archive offers no form for it."""
    allowed_names: tuple[str, ...] = ()
    """Names of persons that may appear because their bearers made them public on purpose."""
    kept_out: tuple[str, ...] = ()
    """Keyed hashes of names that people asked to have removed; `kept_out.py` says how they are made."""
    mark: str = ""
    """The archive's own mark: a drawing that was read as harmless SVG; empty where there is no `content/mark.svg`."""


def repository(settings: Settings) -> forges.Forge:
    """Give the repository of an archive on its forge; `NO_FORGE` where there is none."""
    return forges.forge_of(settings.repo_url, settings.edit_uri, settings.forge, settings.branch)
