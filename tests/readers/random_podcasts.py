"""Small made-up archives with recordings, each drawn by its number, in every state that a copy can have.

A number gives the same archive for ever. What is drawn is written as people write it, and has no error in it.
"""

import datetime
import hashlib
import json
import random

from tests.readers.days import DAY
from tests.readers.random_archives import MKDOCS, PAGES

TITLES = (
    "Open call",
    "<script>alert(1)</script> & co",
    "]]> and <![CDATA[ and &amp; and &#0;",
    "Zürich e\N{COMBINING ACUTE ACCENT}t Łódź",
    "'quoted' \"twice\"",
    "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED} and \N{ARABIC LETTER AIN}",
    "\N{FAMILY} \N{SNOWMAN} 日本語",
    "--> <!-- ?> <?xml version='1.0'?>",
    "a" * 150,
)
TYPES = ("audio/mpeg", "audio/ogg", "audio/mp4", "video/mp4", "video/webm", "")
ZONES = (
    "America/New_York",
    "Europe/London",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
)
SHARES = (
    "share: public\n",
    "share: public\n",
    "share: public\n",
    "share: withheld for safety\n",
    "share:\n  minutes: withheld\n  recording: public\n  details: public\n  reason: consent\n",
    "share:\n  minutes: public\n  recording: withheld\n  details: public\n  reason: consent\n",
)
PLATFORMS = """\
line:
  name: The line
  keeps_recordings: 120 days
quay:
  name: Quay & <co>
  keeps_recordings: 14 days
barn:
  name: The barn
"""
SERIES = """\
title: A series & <more>
zone: Europe/London
rhythm: now and then
evidence: pattern-only
share: {share}
"""


def random_podcast(number: int) -> tuple[dict[str, str], datetime.date]:
    """Give the files of an archive by path, and the day to build it for."""
    draw = random.Random(f"podcasts {number}")
    today = datetime.date(2031, 1, 1) + DAY * draw.randrange(700)
    closed = "withheld for safety" if draw.random() < 0.2 else "public"
    files = {
        **PAGES,
        "mkdocs.yml": MKDOCS.format(
            name=json.dumps(draw.choice(TITLES[:4])),
            state="living",
            zone=draw.choice(ZONES),
            usual="1h30m",
        ),
        "calls/platforms.yaml": PLATFORMS,
        "calls/series/some-call.yaml": SERIES.format(share=closed),
    }
    answers: list[dict[str, object]] = []
    for each in range(draw.randrange(13)):
        _add_call(files, answers, draw, today, each, closed != "public")
    lines = [json.dumps(one) for one in sorted(answers, key=lambda one: str(one["url"]))]
    for year in sorted({str(one["url"])[24:28] for one in answers}):
        own = [line for line in lines if f"/{year}-" in line]
        files[f"calls/links/{year}.jsonl"] = "".join(f"{line}\n" for line in own)
    return files, today


def _add_call(
    files: dict[str, str],
    answers: list[dict[str, object]],
    draw: random.Random,
    today: datetime.date,
    number: int,
    closed: bool,
) -> None:
    day = today - DAY * draw.choice((0, 1, 13, 14, 15, 90, 119, 120, 121, draw.randrange(400)))
    name = f"{day}-call-{number}"
    date = str(day) if draw.random() < 0.9 else str(day)[:7]
    if date != str(day):
        name = f"{date}-call-{number}"
    lines = [
        f"title: {json.dumps(draw.choice(TITLES), ensure_ascii=False)}",
        f"date: {date}",
        "status: held",
        "recording_note: as drawn",
    ]
    is_first = not any(path.startswith(f"calls/{day.year}/{date}") for path in files)
    is_of_series, has_zone = is_first and draw.random() < 0.4, draw.random() < 0.7
    lines += ["series: some-call"] if is_of_series else []
    lines += [f"zone: {draw.choice(ZONES)}"] if has_zone or closed else []
    if date == str(day) and draw.random() < 0.7:
        lines.append(f"start: {draw.randrange(5, 23):02}:15")
    if draw.random() < 0.2:
        lines += ["aliases:", f"  - {name}-earlier"]
    copies = [_copy(answers, draw, day, today, f"{name}-{one}") for one in range(draw.randrange(4))]
    lines += ["recordings:", *copies] if copies else []
    share = draw.choice(SHARES)
    files[f"calls/{day.year}/{name}.yaml"] = "\n".join(lines) + "\n" + share
    if draw.random() < 0.6:
        _add_notes(files, draw, f"minutes/{day.year}/{name}")
    if copies and share == SHARES[0] and draw.random() < 0.5:
        _add_words(files, draw, f"minutes/{day.year}/{name}")


def _copy(
    answers: list[dict[str, object]],
    draw: random.Random,
    day: datetime.date,
    today: datetime.date,
    name: str,
) -> str:
    """Draw a copy, and perhaps what was found at its address."""
    url = f"https://sound.example/a/{name}?x=1&y=<2>".replace("<", "%3C").replace(">", "%3E")
    kind = draw.choice(TYPES)
    lines = [f"  - url: {url}"]
    lines += [f"    type: {kind}"] if kind else []
    size = draw.choice((0, *(draw.randrange(1000, 10**9) for _ in range(4))))
    lines += [f"    bytes: {size}"] if size else []
    if draw.random() < 0.4:
        lines.append(f"    sha256: {hashlib.sha256(name.encode()).hexdigest()}")
    if draw.random() < 0.6:
        lines.append(f"    kept_by: {draw.choice(('line', 'quay', 'barn'))}")
    if draw.random() < 0.5:
        lines.append(f"    duration: {draw.randrange(1, 3)}:{draw.randrange(60):02}:05")
    if draw.random() < 0.4:
        answers.append(_answer(draw, url, (kind, size), day, today))
    return "\n".join(lines)


def _answer(
    draw: random.Random,
    url: str,
    known: tuple[str, int],
    day: datetime.date,
    today: datetime.date,
) -> dict[str, object]:
    asked = str(min(today, day + DAY * draw.randrange(1, 200)))
    found = draw.choice(("there", "there", "gone", "refused", "silent"))
    told: dict[str, object] = {"url": url, "asked_on": asked, "found": found}
    if found != "silent":
        told["status"] = {"there": 200, "gone": 404, "refused": 403}[found]
    if found == "there":
        told |= {"type": known[0] or "audio/mpeg", "bytes": known[1] or 4321}
    return told


def _add_notes(files: dict[str, str], draw: random.Random, path: str) -> None:
    moments = sorted(draw.sample(range(4 * 3600), draw.randrange(4)))
    body = "\n\n".join(
        f"{draw.choice(('', '## '))}[{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}] Words {at}"
        for at in moments
    )
    files[f"{path}.md"] = f"---\norigin: notes\n---\nNothing was decided.\n\n{body}\n"


def _add_words(files: dict[str, str], draw: random.Random, path: str) -> None:
    for language in draw.choice((("",), (".es",), ("", ".es"))):
        origin = draw.choice(("transcript", "machine-draft"))
        files[f"{path}{language}.vtt"] = (
            f"WEBVTT\n\nNOTE\norigin: {origin}\n\n00:00:01.000 --> 00:00:02.000\nWords & words\n"
        )
