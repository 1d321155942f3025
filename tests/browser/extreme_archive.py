"""An archive whose records are as long, wide and many as they may be: what is in it must fit a phone all the same."""

from pathlib import Path

EMPTY = Path(__file__).parents[1] / "sites/empty/archive"
LONG_WORD = "Donaudampfschifffahrt" * 8
LONG_ADDRESS = f"https://river.example/{'notes-of-the-open-call/' * 12}?page={'7' * 90}"
TITLE = (
    f"Who owns the water, and who may drink of it? {LONG_WORD} اجتماع مفتوح {'of the river ' * 5}"[
        :300
    ]
)
STATES = ("PA", "ME", "VT", "NY", "OH", "Québec", "مصر")
RICH = "2031-03-05-everything"
PAGES = (
    f"calls/{RICH}.html",
    "calls/2031-03-06-withheld-1.html",
    "calls/2031-03-07-cancelled.html",
    "calls/2031-04-30-to-come.html",
    "calls/2031-03-08-partly.html",
    "withheld/index.html",
)


def extreme_files() -> dict[str, str]:
    """Give the files that stand beside those of an empty archive."""
    partly = (
        "share:\n  minutes: withheld\n  recording: withheld\n  details: public\n  reason: safety\n"
        "  decided_on: 2031-03-09\n  review_on: 2031-09-09\n"
    )
    return {
        f"calls/2031/{RICH}.yaml": _rich_call(),
        f"minutes/2031/{RICH}.md": _rich_notes(),
        f"minutes/2031/{RICH}.ar.md": _arabic_notes(),
        "calls/2031/2031-03-06-withheld-1.yaml": (
            "date: 2031-03-06\nshare:\n  minutes: withheld\n  recording: withheld\n"
            "  details: withheld\n  reason: safety\n  decided_on: 2031-03-07\n"
        ),
        "calls/2031/2031-03-07-cancelled.yaml": (
            f"title: اجتماع (open call) {LONG_WORD}\ndate: 2031-03-07\nstart: 21:00\n"
            f"status: cancelled\nreason: {LONG_WORD}\nshare: public\n"
        ),
        "calls/2031/2031-03-08-partly.yaml": (
            f"title: Partly withheld\ndate: 2031-03-08\nstatus: held\n{partly}"
        ),
        "calls/2031/2031-04-30-to-come.yaml": (
            "title: To come\ndate: 2031-04-30\nstart: 21:00\nlength: 2h\nstatus: scheduled\n"
            "share: public\n"
        ),
    }


def _rich_call() -> str:
    places = "".join(f'  - "Mill {at}, {STATES[at % len(STATES)]}"\n' for at in range(500))
    agenda = "".join(f'  - "Item {at} {LONG_WORD} (5 min)"\n' for at in range(12))
    return (
        f'title: "{TITLE}"\ndate: 2031-03-05\nstart: 21:00\nlength: 2h\nstatus: held\nmode: phone\n'
        f'hosts: ["friends of {LONG_WORD}"]\npurpose: {LONG_WORD} {LONG_WORD}\n'
        f"participants: 150+\nparticipants_note: {LONG_WORD}\nplaces:\n{places}agenda:\n{agenda}"
        f"recordings:\n  - url: {LONG_ADDRESS}\n    sha256: {'ab' * 32}\n"
        f"sources:\n  - title: {LONG_WORD}\n    url: {LONG_ADDRESS}\n    use: link\n"
        f"date_note: {LONG_WORD}\nevidence: opening-only\nconfidence: high\nshare: public\n"
    )


def _rich_notes() -> str:
    decided = "".join(
        f"- **Decision:** Number {at} of many, on the kitchens and the rides. (consensus)\n"
        for at in range(79)
    )
    heads = " | ".join(f"Column {at}" for at in range(30))
    row = " | ".join(f"value {at}" for at in range(30))
    return (
        f"---\norigin: notes\ntaken_by: {LONG_WORD}\n---\n## Outcomes\n\n{decided}"
        f"- **Decision:** {LONG_WORD}{LONG_WORD}{LONG_WORD}. (consensus)\n"
        f"- **Count:** which one?\n    - {LONG_WORD}: 16\n    - the other: 4\n\n"
        f"## {LONG_WORD}\n\n{LONG_WORD} {LONG_ADDRESS}\n\n"
        f"| {heads} |\n|{'---|' * 30}\n| {row} |\n\n"
        f"| One | {LONG_WORD} | Three |\n|---|---|---|\n| {LONG_WORD} | b | c |\n\n"
        f"    code {LONG_WORD}{LONG_WORD}\n\n> {LONG_WORD}\n\n1. a\n    1. b\n        1. {LONG_WORD}\n\n"
        "اجتماع مفتوح على الهاتف، and then in English.\n"
    )


def _arabic_notes() -> str:
    decided = "".join(f"- **Decision:** اجتماع رقم {at} (consensus)\n" for at in range(80))
    return f"---\norigin: notes\n---\n## النتائج\n\n{decided}\nنلتقي عند النهر. Mill Town, PA.\n"
