"""The tables: for each kind of record, which fields it has, in the order in which people write them.

A row a line, because a table is read across.
"""

from enum import Enum

from generator.fields.kinds import (
    Address,
    Checksum,
    Choice,
    Clock,
    Day,
    Days,
    Duration,
    Field,
    GroupOrWords,
    Id,
    Length,
    ListOf,
    LocalTime,
    Pairs,
    Participants,
    Reference,
    Rhythm,
    Rule,
    Sharing,
    Switch,
    Table,
    Text,
    Whole,
    Zone,
)
from generator.forges import KINDS as FORGE_KINDS
from generator.model.call import (
    Basis,
    Confidence,
    Evidence,
    Mode,
    NotesAbsence,
    RecordingAbsence,
    Status,
)
from generator.model.group import GroupKind, HubKind
from generator.model.minutes import Adoption, Origin
from generator.model.share import Reason
from generator.model.source import Use


def _words(choices: type[Enum], *without: str) -> Choice:
    return Choice(tuple(word.value for word in choices if word.value and word.value not in without))


_CALL_EVIDENCE = _words(Evidence, "pattern-only", "unstated")
_ANY_EVIDENCE = _words(Evidence, "unstated")
_CONFIDENCE = _words(Confidence, "unstated")

SOURCE = Table(
    "source",
    (
        Field("title", Text(), "What the source is, in your own words.", "minutes as posted by the Mill Town assembly", required=True),
        Field("publisher", Text(), "The group or site that published it.", "Mill Town assembly"),
        Field("published", Day(loose=True), "When it was published, as far as known.", "2031-03-07"),
        Field("url", Address(), "Where it stands.", "https://milltown.example/minutes"),
        Field("use", _words(Use), "`cite` shows the address as text; `link` once a person has looked at it.", "cite"),
    ),
)  # fmt: skip

RECORDING = Table(
    "recording",
    (
        Field("url", Address(secure=True), "Where the copy can be heard.", "https://sound.example/call.mp3", required=True),
        Field("type", Text(80), "Its media type.", "audio/mpeg"),
        Field("bytes", Whole(1, 10**12), "Its size in bytes.", "18234567"),
        Field("sha256", Checksum(), "Its checksum.", "755f74b268fe5b8e7f8f9bd09a1c74fb30e96b13091b1b51f3c1b277fe14e122"),
        Field("duration", Duration(), "How long it runs, on its own clock.", "1:42:10"),
        Field("kept_by", Reference("platform"), "The platform whose retention applies; left out for a lasting copy.", "switchboard"),
        Field("keeper", Text(120), "Who keeps a lasting copy: a group, a library or a site, not a private person.", "the library of Mill Town"),
        Field("seen", Day(), "The last day on which somebody found it there.", "2031-03-20"),
    ),
)  # fmt: skip

SHARE = Table(
    "share",
    (
        Field("minutes", Choice(("public", "withheld")), "Whether the notes may be read.", "withheld", required=True),
        Field("recording", Choice(("public", "withheld")), "Whether the recording may be heard.", "withheld", required=True),
        Field("details", Choice(("public", "withheld")), "Whether title, hour, purpose, agenda, roles, places and counts may be seen.", "public", required=True),
        Field("identify", Switch(), "Whether series and groups are named although the details are withheld.", "false"),
        Field("reason", _words(Reason, "unstated"), "The class of reasons.", "safety", required=True),
        Field("decided_by", Reference("group"), "The group that decided.", "river-planning"),
        Field("decided_on", Day(), "The day it was decided.", "2031-03-06"),
        Field("review_on", Day(), "The day it will be looked at again.", "2031-09-06"),
    ),
)  # fmt: skip

_SHARE = Field("share", Sharing(), "What may be shared; nothing is while this is missing.", "public", required=True)  # fmt: skip
_SOURCES = Field("sources", ListOf(SOURCE), "What the record rests on.", "")
_CONFIDENCE_FIELD = Field("confidence", _CONFIDENCE, "How sure the record is of its facts.", "high")
_GROUPS = Field(
    "groups", ListOf(Reference("group"), 50), "Groups it belongs to.", "[river-planning]"
)
_HUBS = Field("hubs", ListOf(Reference("hub"), 50), "Campaigns and gatherings it served.", "[spring-gathering]")  # fmt: skip
_DATE_NOTE = Field("date_note", Text(600), "What is not certain about its date or hour.", "two pages disagree by a day")  # fmt: skip

CALL = Table(
    "call",
    (
        Field("title", Text(), "What the call was called.", "River Assembly open call", required=True),
        Field("series", Reference("series"), "The recurring call it is an occurrence of.", "river-open-call"),
        Field("date", Day(loose=True), "Its local date, or the month or year where no more is known.", "2031-03-05", required=True),
        Field("start", Clock(), "Its local hour; left out when not known, never guessed.", "21:00"),
        Field("zone", Zone(), "Its time zone; else the series', else the archive's.", "America/New_York"),
        Field("length", Length(), "How long it took.", "2h"),
        Field("end", Clock(), "When it ended, instead of its length.", "22:40"),
        Field("status", _words(Status), "`scheduled`, `held`, `cancelled`, or `announced` when a notice is all we know.", "held", required=True),
        Field("reason", Text(), "Why it was cancelled.", "the line was down"),
        Field("mode", _words(Mode), "How people met.", "phone"),
        Field("mode_note", Text(600), "What is not certain about how people met.", "the notes do not say"),
        Field("moved_from", ListOf(LocalTime(), 20), "Earlier times it was announced for, oldest first.", "[2031-03-04 21:00]"),
        Field("occurrence", Day(), "The series' own date, where it differs from the first announced one.", "2031-03-04"),
        Field("extra", Switch(), "Whether it is an extra call of its series, on a date that is none of the series' rhythm.", "true"),
        Field("restored", Whole(1, 20), "How often it was cancelled and then announced again, which calendars count.", "1"),
        Field("aliases", ListOf(Id(), 20), "Earlier ids; their addresses lead here.", "[2031-03-04-river-open-call]"),
        Field("hosts", ListOf(GroupOrWords(), 50), "Who held it: groups, or words where there is no record of one.", "[river-planning]"),
        _GROUPS,
        _HUBS,
        Field("platform", Reference("platform"), "The conferencing provider.", "switchboard"),
        Field("purpose", Text(1000), "What it was for, in a sentence.", "Share news and prepare the spring gathering."),
        Field("join", Address(), "Registration page; never a PIN, a dial-in code or a link that holds one.", "https://river.example/join"),
        Field("roles", Pairs(Text()), "Roles and places, not private persons.", "facilitator: River Assembly"),
        Field("participants", Participants(), "How many took part.", "150+"),
        Field("participants_note", Text(600), "What is not certain about that number.", "a visitor's account says about 200"),
        Field("places", ListOf(Text(120)), "Where people took part from.", '["Mill Town, PA"]'),
        Field("agenda", ListOf(Text(300), 200), "What was to be talked about.", "[How the call works (10 min)]"),
        Field("recordings", ListOf(RECORDING, 20), "Copies of the recording.", ""),
        Field("recording", _words(RecordingAbsence), "Only to explain why there is no recording.", "never-made"),
        Field("recording_note", Text(600), "What is known of a recording that is not here.", "the notes say that one was made"),
        Field("minutes", _words(NotesAbsence), "Only to explain why there are no minutes.", "none-taken"),
        Field("minutes_note", Text(600), "What is known of minutes that are not here.", "the notes were promised and not posted"),
        _SOURCES,
        Field("evidence", _CALL_EVIDENCE, "How much of the sources was seen.", "complete"),
        _CONFIDENCE_FIELD,
        _DATE_NOTE,
        Field(
            "context",
            Text(600),
            "How the call belongs to this archive, where that is not plain.",
            "a meeting of the group that the calls grew from",
        ),
        _SHARE,
        Field("basis", _words(Basis, "unstated"), "Why it may be public.", "group-agreed"),
    ),
)  # fmt: skip

_SKIP = Table(
    "skip",
    (
        Field("on", Day(), "The date on which it does not take place.", "2031-04-02", required=True),
        Field("reason", Text(), "Why.", "holiday", required=True),
    ),
)  # fmt: skip

SERIES = Table(
    "series",
    (
        Field("title", Text(), "What the recurring call is called.", "River Assembly open call", required=True),
        Field("zone", Zone(), "Its time zone; else the archive's.", "America/New_York"),
        Field("length", Length(), "How long its calls usually take.", "2h"),
        _GROUPS,
        _HUBS,
        Field("platform", Reference("platform"), "The provider of its calls, unless a call names another.", "switchboard"),
        Field("roles", Pairs(Text()), "Who usually takes which part: roles and places, not private persons.", "facilitator: River Assembly"),
        Field("purpose", Text(1000), "What it is for.", "News from everywhere."),
        Field("repeats", Rhythm(), "Its rhythm, in words that can be counted.", "every week on Wednesday at 21:00"),
        Field("rhythm", Text(), "Its rhythm in free words, where it is vague.", "every two weeks, in the evening"),
        Field("rrule", Rule(), "Its rhythm as an RFC 5545 rule, where words cannot say it.", "FREQ=MONTHLY;BYDAY=1TU"),
        Field("from", Day(loose=True), "The date of its first call.", "2031-01-08"),
        Field("until", Day(loose=True), "The date of its last call.", "2031-06-25"),
        Field("skip", ListOf(_SKIP), "Dates on which it does not take place.", ""),
        Field("staffed_calls", Whole(0, 1000), "How many calls the service staffs before the group runs them itself.", "2"),
        _SOURCES,
        Field("evidence", _ANY_EVIDENCE, "`pattern-only` when the habit is known and single dates are not.", "complete"),
        _CONFIDENCE_FIELD,
        _DATE_NOTE,
        _SHARE,
    ),
)  # fmt: skip

_FROM_UNTIL = (
    Field("from", Day(loose=True), "When it began, as far as known.", "2031-01"),
    Field("until", Day(loose=True), "When it ended, as far as known.", "2031-06"),
)
_PLACE = Field("place", Text(120), "Where it is.", "Mill Town, PA")

GROUP = Table(
    "group",
    (
        Field("name", Text(), "What the group is called.", "Mill Town committee of correspondence", required=True),
        Field("kind", _words(GroupKind), "What it is.", "working-group", required=True),
        Field("part_of", Reference("group"), "The group it is part of.", "mill-town-assembly"),
        _PLACE,
        Field("approved_by", Reference("group"), "The assembly that approved it.", "mill-town-assembly"),
        Field("approved_on", Day(loose=True), "When it was approved.", "2031-01-07"),
        Field("approval_note", Text(600), "What is not certain about the approval.", "the page on its founding was not found"),
        Field("work", Text(1000), "What it does.", "carries messages between assemblies"),
        Field("calls_at_once", Whole(1, 1000), "How many of its calls may run at the same time; one, unless it says more.", "2"),
        *_FROM_UNTIL,
        _SOURCES,
        Field("evidence", _ANY_EVIDENCE, "How much of the sources was seen.", "complete"),
        _CONFIDENCE_FIELD,
        _SHARE,
    ),
)  # fmt: skip

HUB = Table(
    "hub",
    (
        Field("name", Text(), "What it is called.", "Spring gathering", required=True),
        Field("kind", _words(HubKind), "What it is.", "gathering", required=True),
        *_FROM_UNTIL,
        _PLACE,
        Field("about", Text(1000), "What it is, in a sentence.", "Two days of meetings."),
        _SOURCES,
        Field("evidence", _ANY_EVIDENCE, "How much of the sources was seen.", "complete"),
        _CONFIDENCE_FIELD,
        _SHARE,
    ),
)  # fmt: skip

PLATFORM = Table(
    "platform",
    (
        Field("name", Text(), "What the provider is called.", "Switchboard", required=True),
        Field("capacity", Whole(1, 10**6), "How many people fit on one call.", "500"),
        Field("lines", Whole(1, 1000), "How many calls it holds at the same time; one, unless it says more.", "2"),
        Field("keeps_recordings", Days(), "How long it keeps recordings.", "120 days"),
        Field("reminder", Length(), "How long before a call it sends a reminder.", "8h"),
        Field("keys", Pairs(Text(80)), "What the keys of the telephone mean.", "1: join the stack"),
        _SOURCES,
    ),
)  # fmt: skip

MINUTES = Table(
    "front matter of minutes",
    (
        Field("origin", _words(Origin), "How the notes came to be.", "notes", required=True),
        Field("status", _words(Adoption), "What the group made of them.", "adopted"),
        Field("adopted_by", Reference("call"), "The call that adopted them.", "2031-03-12-river-open-call"),
        Field("taken_by", Text(), "Who took them: a role or a place.", "a volunteer from Mill Town"),
        Field("reviewed_by", Text(), "Who went through them: a role or a place; a program's draft needs it before it is adopted.", "a volunteer of the planning group"),
        Field("series", Reference("series"), "The series, where the call has no record of its own.", "river-open-call"),
        Field("date", Day(), "The date, where the call has no record of its own.", "2031-03-05"),
        Field("share", Sharing(), "What may be shared, where the call has no record of its own.", "public"),
    ),
)  # fmt: skip

PAGE = Table(
    "front matter of a page",
    (Field("description", Text(200), "One sentence for search engines.", "How a call worked."),),
)

SETTINGS = Table(
    "settings",
    (
        Field("state", Choice(("living", "closed")), "Whether calls are still held.", "closed", required=True),
        Field("zone", Zone(), "Zone of calls that name none.", "America/New_York", required=True),
        Field("calendar_domain", Text(120), "Right half of every calendar identity; never changes.", "archive.example", required=True),
        Field("repository_is_public", Switch(), "Whether strangers can read the repository.", "true"),
        Field("forge", Choice(FORGE_KINDS), "What runs the forge, where the host of `repo_url` does not say it.", "forgejo"),
        Field("branch", Text(120), "The branch that contributions are for.", "main"),
        Field("indexing", Switch(), "Whether search engines may list the site.", "false"),
        Field("notes_due_days", Whole(0, 3660), "Days until missing notes count as overdue.", "14"),
        Field("usual_length", Length(), "Length shown for a call of unknown length.", "2h"),
        Field("listener_zones", ListOf(Zone(), 20), "Where people listen: their readers are told when clock changes move a call; else the zones of the series.", "[America/New_York, Europe/London]"),
        Field("records_licence", Text(), "Licence of records and texts.", "CC BY 4.0"),
        Field("records_licence_url", Address(), "Address of that licence.", "https://creativecommons.org/licenses/by/4.0/"),
        Field("contact", Text(), "How to reach the keepers without a forge account.", "the contact page of the assembly"),
        Field("notice", Text(1000), "What every page of a record says.", "A reconstruction from public sources."),
        Field("allowed_addresses", ListOf(Table("allowed address", (
            Field("address", Text(), "The address or number.", "keepers@archive.example", required=True),
            Field("reason", Text(), "Why it is public on purpose.", "the keepers' own mailbox", required=True),
        ))), "E-mail and street addresses and telephone numbers that may appear, with a reason each.", ""),
        Field("allowed_names", ListOf(Table("allowed name", (
            Field("name", Text(80), "The name, as it is written.", "The Miller of Mill Town", required=True),
            Field("reason", Text(), "Why it is public on purpose.", "a figure of a play", required=True),
        ))), "Names of persons that may appear, with a reason each.", ""),
        Field("kept_out", ListOf(Text(80)), "Names that must not come back, as keyed hashes that `keep-out` writes.", "[3f1c-0d9be2a7-5a0e4c61b87d92f3aa01c5de7b3f9846]"),
        Field("colours", Table("colours", (
            Field("accent", Text(40), "Links and marks on light paper; the look's own blue unless given.", "'#7a2e12'"),
            Field("accent_dark", Text(40), "The same on dark paper; else the nearest shade that can be read.", "'#f0a78a'"),
        )), "The archive's own colour, in quotes because of the `#`.", ""),
        Field("requests", Table("requests", (
            Field("ahead", Days(), "How long before it a call is asked for.", "7 days"),
            Field("roles", ListOf(Text(40), 12), "The roles that a request must name.", "[facilitator, backup facilitator, technical support]"),
            Field("staffed_calls", Whole(1, 1000), "How many calls of a series are staffed before the group runs them itself.", "2"),
        )), "How a call is requested in a living archive; without it there is no form.", ""),
        Field("history", Choice(("optional", "required")), "Whether a build needs the whole git history.", "optional"),
    ),
)  # fmt: skip
