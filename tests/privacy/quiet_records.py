"""Records and notes that are withheld whole, with every field there is, in words of one's own.

Nothing in them is a fault, unless faults are asked for: what is told of a fault is its file, line and code.
"""

import random
import re

OPEN_WORDS = (
    "River Assembly open call",
    "Share news.",
    "hold the spring gathering on 1 May.",
    "Calls along the river.",
)
"""What open records say: said by withheld ones too, it is no secret and must change nothing."""
LONG = 200_000
"""Letters of the longest notes."""


class Words:
    """Withheld words, numbers and choices, drawn by a seed; every word begins with `mark`, to be searched for."""

    def __init__(self, seed: int, mark: str) -> None:
        self.seed = seed
        self.draw = random.Random(seed)
        self.mark = mark

    def word(self) -> str:
        return self.mark + "".join(
            self.draw.choices("abcdefghijklmnoprstuvw", k=self.draw.randint(2, 7))
        )

    def some(self, least: int = 1, most: int = 12) -> str:
        return " ".join(self.word() for _ in range(self.draw.randint(least, most)))

    def said(self) -> str:
        """Give words that may be those of an open record."""
        return self.one(self.some(), self.some(), *OPEN_WORDS[:2])

    def slug(self) -> str:
        return f"{self.word()}-{self.word()}"

    def number(self, least: int, most: int) -> int:
        return self.draw.randint(least, most)

    def one(self, *choices: str) -> str:
        return self.draw.choice(choices)

    def maybe(self, text: str) -> str:
        return self.draw.choice(("", text))

    def most_of(self, *fields: str) -> str:
        """Leave out a field now and then."""
        return "".join(field for field in fields if self.draw.random() < 0.85)


def source(words: Words) -> str:
    """Give the sources of a record."""
    return (
        f"sources:\n  - title: {words.some()}\n    publisher: {words.some(1, 3)}\n"
        f"    published: {words.one('2031', '2031-02', '2031-02-11')}\n"
        f"    url: https://{words.word()}.example/{words.word()}\n    use: {words.one('cite', 'link')}\n"
    )


def certainty(words: Words) -> str:
    """Give how sure a record is of its facts, and of its date."""
    return (
        f"evidence: {words.one('complete', 'opening-only', 'notice-only', 'mention-only')}\n"
        f"confidence: {words.one('high', 'medium', 'low')}\n"
    )


def recording(words: Words) -> str:
    """Give what a record says of its recording, without long numbers, which may pass for those of telephones."""
    listed = (
        f"recordings:\n  - url: https://{words.word()}.example/{words.word()}.mp3\n    type: audio/mpeg\n"
        f"    bytes: {words.number(1, 99_999)}\n    sha256: {''.join(words.draw.choices('abcdef', k=64))}\n"
        f"    duration: {words.number(1, 3)}:{words.number(10, 59)}:{words.number(10, 59)}\n"
        + words.one(f"    keeper: {words.some(1, 4)}\n", "    kept_by: switchboard\n", "")
        + words.maybe("    seen: 2031-05-08\n")
    )
    absent = f"recording: {words.one('never-made', 'elsewhere', 'missing', 'unknown')}\n"
    return words.one(listed, absent, "") + words.maybe(f"recording_note: {words.some()}\n")


def absence(words: Words) -> str:
    """Give what a record says of minutes that are not there."""
    absent = f"minutes: {words.one('none-taken', 'elsewhere', 'missing', 'unknown')}\n"
    return words.maybe(absent) + words.maybe(f"minutes_note: {words.some()}\n")


def details(words: Words, named: str, quiet: str, days: tuple[int, int], is_faulty: bool) -> str:
    """Give all details of a withheld call; `named` are series and groups where they may be known.

    Where it was moved, it was from one of `days` of February, which no other call has: two would be one occurrence.
    """
    status = words.one("held", "scheduled", "announced", f"cancelled\nreason: {words.some()}")
    hour = words.number(4, 21)
    length = words.one(f"length: {words.number(30, 300)}m\n", f"end: {hour + 2:02d}:10\n")
    start = f"start: {hour:02d}:{words.number(0, 59):02d}\n"
    minutes = 999 if is_faulty and words.draw.random() < 0.5 else 2
    items = (
        f"  - {words.some()}{words.maybe(f' ({minutes} min)')}\n" for _ in range(words.number(1, 4))
    )
    places = (f"  - {words.some(1, 2)}, PA\n" for _ in range(words.number(1, 3)))
    written = words.most_of(
        words.maybe(start + words.maybe(length)),
        f"zone: {words.one('America/Chicago', 'Europe/Madrid', 'Asia/Tokyo')}\n",
        f"mode: {words.one('phone', 'voice', 'in-person', 'mixed', 'text')}\nmode_note: {words.some()}\n",
        words.one(
            f"moved_from:\n  - 2031-02-{words.number(*days)} 11:{words.number(10, 59)}\n",
            f"occurrence: 2031-02-{words.number(*days)}\n",
            "extra: true\n" if "series" in named else "",
        ),
        words.maybe(f"restored: {words.number(1, 9)}\n"),
        f"aliases: [2031-01-02-{words.slug()}]\n",
        f"hosts: [{words.one('river-planning', quiet, words.some(2, 3))}]\n",
        f"hubs: [{words.one('spring-gathering', f'{quiet}-hub')}]\nplatform: switchboard\n",
        f"purpose: {words.said()}\njoin: https://{words.word()}.example/\n",
        f"roles:\n  {words.word()}: {words.some(1, 4)}\n",
        f"participants: {words.one('3', '40+', 'about 20', '90-200')}\nparticipants_note: {words.some()}\n",
        f"places:\n{''.join(places)}",
        f"agenda:\n{''.join(items)}",
        source(words),
        certainty(words),
        f"date_note: {words.some()}\ncontext: {words.some()}\nbasis: {words.one('group-agreed', 'already-public')}\n",
        f"# {words.some()}\n",
    )
    return f"title: {words.said()}\n{named}status: {status}\n{written}{recording(words)}{absence(words)}"


def notes(words: Words, front: str = "", is_faulty: bool = False) -> str:
    """Give withheld notes: from a single word to as much as a file may hold, with marks of every kind."""
    adopted = "status: adopted\nadopted_by: 2031-05-21-missing\n"
    adopted += f"reviewed_by: {words.some(1, 4)}\n"
    unfinished = f"status: {words.one('draft', 'under-review')}\n"
    head = (
        f"---\norigin: {words.one('notes', 'summary', 'transcript', 'imported', 'machine-draft')}\n"
        f"{words.one('', adopted, unfinished)}"
        f"taken_by: {words.some(1, 4)}\n# {words.some()}\n{front}---\n"
    )
    luck = words.draw.random()
    if is_faulty and luck < 0.3:
        return f"{head}## {words.some(1, 3)}\n"
    if luck < 0.1:
        return f"{head}{words.word()}\n"
    if luck > 0.985:
        return f"{head}{_paragraphs(words, LONG)}"
    return head + _body(words, is_faulty)


def _body(words: Words, is_faulty: bool) -> str:
    odd = f"- **Decision:** {words.some()} ({words.mark}sensus)\n" if is_faulty else ""
    gone = f"[removed] {{#{words.slug()}}}\n\n"
    return (
        f"## {words.some(1, 5)}\n\n"
        f"- **Decision:** {words.some(3, 9)} {words.one('(consensus)', '', '(agreed; 2 stand-asides)')}\n{odd}"
        f"- **Proposal:** {words.some(3, 9)} ({words.one('withdrawn', 'tabled', 'blocked; 1 block')})\n"
        f"- **Outcome:** {words.some(2, 6)} (encouraged)\n"
        f"- **Straw poll:** {words.some(2, 6)}? yes {words.number(1, 60)}, no {words.number(1, 9)}\n"
        f"- **Temperature check:** {words.some(1, 3)}\n"
        f"- **Action:** {words.word()}: {words.some(2, 6)}, by 2031-07-{words.number(10, 28)}\n"
        f"{words.maybe(_SAME)}{words.maybe(_CLOSES)}{words.maybe(_SUPERSEDES)}{words.maybe(_BY_ID)}"
        f"{words.maybe(_NAMED)}"
        f"- **Count:** {words.some()}\n    - {words.some(1, 4)}: {words.number(1, 99)}\n\n"
        f"{words.some(5, 40)} [{words.some(1, 3)}](../../calls/2031/2031-03-26-open.yaml)"
        f" https://{words.word()}.example/{words.word()} [redacted: legal]\n\n{words.maybe(gone)}"
        f"## Breakout: {words.some(1, 4)} ({words.number(2, 99)} people)\n\n**Report-back:** {words.some()}\n\n"
        f"> {words.some()}\n\n`{words.some()}` **{words.word()}** é{words.word()} & {words.some()}\n"
    )


def _paragraphs(words: Words, letters: int) -> str:
    """Give so many letters of text, of a few paragraphs said again and again."""
    lines = [f"{words.some(8, 12)}\n\n" for _ in range(20)]
    text = "".join(lines)
    return text * (letters // len(text))


def transcript(words: Words, is_faulty: bool = False) -> str:
    """Give a withheld transcript: pieces with and without voices, names, marks of style, remarks and redactions."""
    said = [_piece(words, number) for number in range(words.number(1, 9))]
    if is_faulty:
        odd = f"{words.word()}\n<{words.word()}>{words.some()}"
        said.append(f"00:58:00.000 --> 00:58:09.000 {odd}\n\n")
        late = words.maybe(words.some())
        said.append(f"00:58:0{words.number(1, 8)}.000 --> 00:58:30.000\n{late}\n\n")
    if words.draw.random() > 0.985:
        tens = (f"00:59:{number // 10:02d}.{number % 10}" for number in range(200))
        text = f"<v {words.word()}>{words.some(100, 120)}"
        said += [f"{ten}00 --> {ten}90\n{text}\n\n" for ten in tens]
    facts = words.most_of(f"taken_by: {words.some(1, 4)}\n", f"reviewed_by: {words.some(1, 4)}\n")
    remark = f"NOTE {words.some()}\n\n"
    return (
        f"WEBVTT{words.maybe(f' {words.some()}')}\n\n"
        f"NOTE\norigin: {words.one('transcript', 'machine-draft')}\n{facts}\n"
        f"{words.maybe(remark)}{''.join(said)}"
    )


def _piece(words: Words, number: int) -> str:
    start = number * 300 + words.number(0, 100)
    end = start + words.number(1, 150)
    times = f"00:{start // 60:02d}:{start % 60:02d}.{words.number(0, 999):03d} --> "
    times += f"00:{end // 60:02d}:{end % 60:02d}.999"
    settings = words.one("", " align:start", " position:10%")
    voice = words.one("", f"<v {words.some(1, 3)}>", f"<v.loud {words.word()}>") if number else ""
    left_out = words.one("", " [redacted: safety]", " [removed]")
    return (
        f"{words.maybe(f'{words.slug()}{chr(10)}')}{times}{settings}\n"
        f"{voice}{words.some(2, 9)}{words.maybe(f'{chr(10)}<i>{words.some()}</i>')}{left_out}\n\n"
    )


def corrections(words: Words, text: str) -> str:
    """Give a correction of a withheld transcript: of the last words that stand without a voice."""
    lines = [line for line in text.split("\n") if line.startswith(words.mark) and " " in line]
    old = lines[-1].partition(" [")[0]
    at = re.findall(rf"([0-9:.]{{12}}) -->.*\n{re.escape(lines[-1])}", text)
    return (
        f"# {words.some()}\n- old: {old}\n  new: {words.some(1, 3)}\n  reason: {words.some(1, 5)}\n"
        f"{words.maybe(f'  at: {at[-1]}{chr(10)}') if at else ''}"
    )


def group(words: Words, name: str) -> str:
    """Give a closed group, at home somewhere, that an open one may be said to have approved."""
    return (
        f"name: The {name}\nkind: {words.one('network', 'committee-of-correspondence')}\n"
        f"part_of: river-friends\napproved_by: {words.one('river-friends', 'river-planning')}\n"
        + words.most_of(
            f"approved_on: 2031-0{words.number(1, 9)}\napproval_note: {words.some()}\n",
            f"place: {words.some(1, 3)}{words.maybe(', PA')}\nwork: {words.said()}\n",
            f"calls_at_once: {words.number(1, 9)}\n",
            f"from: 20{words.number(10, 30)}\nuntil: 2031-0{words.number(1, 9)}\n",
            source(words),
            certainty(words),
            f"# {words.some()}\n",
        )
    )


def hub(words: Words) -> str:
    """Give a closed campaign or gathering, with its place and its day."""
    return (
        f"name: {words.some()}\nkind: {words.one('action', 'gathering')}\nplace: {words.some(1, 3)}, PA\n"
        f"from: 2031-05-{words.number(10, 20)}\nabout: {words.said()}\n"
        + words.most_of(f"until: 2031-05-{words.number(21, 30)}\n", source(words), certainty(words))
    )


def series(words: Words, quiet: str) -> str:
    """Give a closed series, which has dates or a habit, and belongs to an open or a closed group."""
    rhythm = words.one(
        f"repeats: every week on {words.one('Friday', 'Wednesday')} at {words.number(10, 20)}:30\n"
        f"skip:\n  - on: 2031-0{words.number(1, 9)}-14\n    reason: {words.some()}\n",
        f"rhythm: {words.some()}\n",
        "rrule: FREQ=MONTHLY;BYDAY=1TU\n",
    )
    return (
        f"title: {words.said()}\n{rhythm}from: 2031-01-{words.number(1, 31):02d}\n"
        + words.most_of(
            words.maybe("until: 2031-12-31\n"),
            f"length: {words.number(1, 300)}m\n",
            f"purpose: {words.said()}\n",
            f"zone: {words.one('America/Chicago', 'Europe/Madrid', 'Asia/Tokyo')}\n",
            f"groups: [{words.one('river-planning', quiet)}]\n",
            f"hubs: [{words.one('spring-gathering', f'{quiet}-hub')}]\n",
            f"platform: switchboard\nroles:\n  facilitator: {words.some(1, 3)}\n",
            f"staffed_calls: {words.number(1, 99)}\n",
            source(words),
            certainty(words),
            f"date_note: {words.some()}\n",
        )
    )


_SAME = "- **Decision:** hold the spring gathering on 1 May. (consensus)\n"
"""What open notes say too, word by word."""
_CLOSES = "- **Outcome:** done, closes #action-bring-twelve-paper-lanterns\n"
"""What withheld notes say of an action that open ones took on: it stays open for whoever may not read them."""
_SUPERSEDES = "- **Decision:** no, supersedes #decision-hold-the-spring-gathering-on-1-may\n"
"""What withheld notes say of an open decision: it stays in force for whoever may not read them."""
_BY_ID = "- **Decision:** in June, supersedes 2031-04-09-open#decision-meet-in-may\n"
"""The same with the id of its call."""
_NAMED = "- **Decision:** go once. (agreed) {#meet-once}\n"
"""A withheld mark that an open one names: whoever may not read it is told that there is none that may be shown."""
