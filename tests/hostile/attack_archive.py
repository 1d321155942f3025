"""An archive that may be published, with hostile text in every field of records, notes, pages and settings.

Whatever in it ran would call `window.attacked`, set the title to `attacked`, or ask `attacker.example` for something.
"""

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.fields import MINUTES, PAGE, SETTINGS
from generator.listings import LISTINGS
from tests.hostile.corpus import OF_MARKDOWN, Case, cases
from tests.hostile.records import Say, as_yaml, filled, record, text_fields

SETS = 12
"""So many records of each kind; with fewer not every case would stand in some field."""
TODAY = datetime.date(2031, 4, 20)
FIRST = datetime.date(2031, 1, 8)
_NAV = (
    (
        "index.md",
        "search/index.md",
        "calls/index.md",
        "series/index.md",
        "groups/index.md",
        "places/index.md",
    ),
    (
        "hubs/index.md",
        "calendar/index.md",
        "decisions/index.md",
        "actions/index.md",
        "recordings/index.md",
        "statistics/index.md",
    ),
    ("gaps/index.md", "withheld/index.md", "about/index.md", "help/index.md", "help/privacy.md"),
)
_LIMITS = {
    name: limit
    for table, word in ((MINUTES, "minutes"), (PAGE, "page"), (SETTINGS, "settings"))
    for name, limit in text_fields(table, word)
}


def attack_files() -> dict[str, str]:
    """Give the files of the archive by path; `check` finds warnings in it, and no error."""
    said = _Sayer([case for case in cases() if not case.refused and case.subject != OF_MARKDOWN])
    files: dict[str, str] = {}
    platforms = {}
    for number in range(SETS):
        made, platforms[f"platform-{number}"] = one_of_each(number, said)
        files |= made
    files["calls/platforms.yaml"] = as_yaml(platforms)
    for number, text in enumerate(_notes()):
        files[f"minutes/2031/{call_of(number % SETS)}{_language(number)}.md"] = (
            front_of(said, "minutes") + text
        )
    files |= _pages(said)
    files["mkdocs.yml"] = as_yaml(settings_of(said))
    return files


class _Sayer:
    """Says one hostile text after the other, each where it fits."""

    def __init__(self, some: Sequence[Case]) -> None:
        self.waiting = itertools.cycle(some)
        self.put_off: list[str] = []

    def __call__(self, name: str, limit: int = 0) -> str:
        most = limit or limit_of(name)
        for index, text in enumerate(self.put_off):
            if len(text) <= most:
                return self.put_off.pop(index)
        while len(text := next(self.waiting).text) > most:
            self.put_off.append(text)
        return text


def limit_of(name: str) -> int:
    """Give how many characters the field of a name may have."""
    if name.endswith(":"):
        return 40
    short = {
        "keys": 80,
        "places": 120,
        "place": 120,
        "roles": 40 if "settings" in name else 300,
    }
    return short.get(name.rsplit(".", 1)[-1], _LIMITS.get(name, 300))


def call_of(number: int) -> str:
    """Give the id of the call of a week that took place."""
    return f"{FIRST + datetime.timedelta(weeks=number)}-attack"


def one_of_each(number: int, say: Say) -> tuple[dict[str, str], dict[str, Any]]:
    """Give the files of a record of each kind, and a platform; `number` is that of the week they belong to."""
    ids = {"group": f"group-{number}", "hub": f"hub-{number}", "platform": f"platform-{number}"}
    weekly, vague = ids | {"series": f"weekly-{number}"}, ids | {"series": f"vague-{number}"}
    day = FIRST + datetime.timedelta(weeks=number)
    held = record("held", say, weekly) | {"date": str(day)}
    cancelled = record("cancelled", say, vague) | {"date": str(day + datetime.timedelta(days=1))}
    held["recordings"] = [copy | {"seen": str(day)} for copy in held["recordings"]]
    del held["minutes"]
    series = record("series", say, ids)
    last = str(day + datetime.timedelta(weeks=1))
    series |= {"from": str(day), "until": last}
    series["skip"][0]["on"] = last
    files = {
        f"calls/2031/{call_of(number)}.yaml": as_yaml(held),
        f"calls/2031/{day + datetime.timedelta(days=1)}-cancelled.yaml": as_yaml(cancelled),
        f"calls/series/weekly-{number}.yaml": as_yaml(series),
        f"calls/series/vague-{number}.yaml": as_yaml(record("vague", say, ids)),
        f"calls/groups/group-{number}.yaml": as_yaml(record("group", say, ids)),
        f"calls/hubs/hub-{number}.yaml": as_yaml(record("hub", say, ids)),
    }
    return files, record("platform", say, {})


def _language(number: int) -> str:
    return "" if number < SETS else ".es"


def front_of(say: Say, name: str) -> str:
    """Give the front matter of minutes or of a page with every text as it is said."""
    if name == "page":
        return f"---\n{as_yaml(filled(PAGE, 'page', say, {}))}---\n"
    front = {"origin": "notes"} | {
        field: say(f"minutes.{field}") for field in ("taken_by", "reviewed_by")
    }
    return f"---\n{as_yaml(front)}---\n"


def bodies() -> Iterator[tuple[Case, str]]:
    """Give every case that Markdown may hold, as a passage of it with whatever it may stand behind."""
    for case in cases():
        if case.refused_in_prose:
            continue
        text = case.text.replace("\t", " ")
        yield case, f"{text}\n"
        if case.is_one_line and case.subject != OF_MARKDOWN:
            yield case, f"## {text}\n\n> {text}\n\n- **Decision:** {text} (agreed)\n- {text}\n"
            yield (
                case,
                f"- **Action:** somebody: {text}\n\n| a | b |\n|---|---|\n| {text.replace('|', '')} | b |\n",
            )


def _notes() -> list[str]:
    """Give the bodies of notes, each with some of the cases."""
    found = [text for _, text in bodies()]
    passages = _named_once([text for text in found if _is_closed(text)])
    open_ones = [text for text in found if not _is_closed(text)]
    size = -(-len(passages) // (2 * SETS - 2 - len(open_ones) // 40))
    chunks = [passages[at : at + size] for at in range(0, len(passages), size)]
    chunks += [open_ones[at : at + 40] for at in range(0, len(open_ones), 40)]
    return ["\n\n".join(["## Outcomes", *chunk]) for chunk in chunks][: 2 * SETS]


def _named_once(passages: Sequence[str]) -> list[str]:
    """Leave out of each passage the lines that give a name which an earlier passage gave, for that is refused."""
    taken: set[str] = set()
    found = []
    for passage in passages:
        lines = []
        for line in passage.split("\n"):
            names = re.findall(r"\{#([^}]*)\}", line)
            if not taken & set(names):
                lines.append(line)
            taken.update(names)
        found.append("\n".join(lines))
    return found


def _is_closed(text: str) -> bool:
    """Tell whether Markdown behind a passage is read as if the passage were not there."""
    return not any(
        sign in text
        for sign in ("<!--", "<script", "<style", "<pre", "<textarea", "<?", "<!", "~~~")
    )


def _pages(say: Say) -> dict[str, str]:
    listings = "\n\n".join(f"<!-- archive: {name} -->" for name in LISTINGS)
    found = [text for _, text in bodies() if "**" not in text]
    every = "\n\n".join(_named_once([text for text in found if _is_closed(text)]))
    broken = "\n\n".join(text for text in found if not _is_closed(text))
    texts = {
        "index": listings,
        "about/index": every,
        "help/index": broken,
        "help/privacy": "## x {#title}",
    }
    return {
        f"content/{path}.md": f"{front_of(say, 'page')}# {' '.join(say('page.title').split())}\n\n{text}\n"
        for path, text in texts.items()
    }


def settings_of(say: Say) -> dict[str, object]:
    """Give settings with every text as it is said."""
    own = filled(SETTINGS, "settings", say, {}) | {
        "state": "living",
        "calendar_domain": "calls.example",
        "forge": "forgejo",
        "branch": "main",
        "colours": {"accent": "#0b5c66"},
        "listener_zones": ["America/New_York", "Europe/London"],
        "allowed_addresses": [
            {"address": "keepers@calls.example", "reason": say("settings.allowed_addresses.reason")}
        ],
    }
    # Only keyed hashes that a command writes may stand there.
    own.pop("kept_out", None)
    return {
        "site_name": say("site_name"),
        "site_description": say("site_description"),
        "site_url": "https://calls.example/river/",
        "repo_url": "https://forge.example/river/calls",
        "edit_uri": "edit/main/",
        "copyright": say("copyright"),
        "nav": [
            {say("nav"): [{say("nav"): page} for page in part]} if at else {say("nav"): part[0]}
            for at, part in enumerate((("index.md",), _NAV[0][1:], *_NAV[1:]))
        ],
        "theme": {"name": "material", "language": "en", "palette": {"scheme": "default"}},
        "extra": {"archive": own},
    }
