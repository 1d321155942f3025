"""What is said of a record that is not fully shared: file, line and code, and nothing that stands in it."""

import dataclasses
import re

import pytest

from generator import loading
from generator.load.archive import assemble
from generator.load.files import Source
from generator.problems import CODES, Place, Problem, problem
from generator.problems.report.as_github import report_github
from generator.problems.report.as_json import report_json
from generator.problems.report.as_text import report_text
from tests.privacy.quiet_archive import Frame, open_files, read

MARK = "qzvxk"
QUIET = "calls/2031/2031-05-07-withheld-1.yaml"
NOTES = "minutes/2031/2031-05-07-withheld-1.md"
CLOSED = "".join(f"  {part}: withheld\n" for part in ("minutes", "recording", "details"))
SHARE = f"share:\n{CLOSED}  reason: safety\n"
GOOD = f"date: 2031-05-07\ntitle: {MARK}\nstatus: held\n"
SERIES = f"title: {MARK}\nrepeats: every week on Friday at 20:00\nfrom: 2031-01-10\n"
OPEN = "date: 2031-05-07\ntitle: Open\nstatus: held\nshare: public\n"


def two_calls(*outcomes: str) -> dict[str, str]:
    """Give calls whose recordings are withheld and whose notes may be read, each with one outcome."""
    files = {}
    for number, outcome in enumerate(outcomes, 2):
        name = f"2031-05-0{number}-partly"
        share = "share:\n  minutes: public\n  recording: withheld\n  details: public\n  reason: safety\n"
        files[f"calls/2031/{name}.yaml"] = (
            f"date: {name[:10]}\ntitle: {MARK}\nstatus: held\n{share}"
        )
        files[f"minutes/2031/{name}.md"] = f"---\norigin: notes\n---\n**Decision:** {outcome}\n"
    return files


def kept_copy(day: str) -> dict[str, str]:
    """Give a call whose notes are withheld and whose recording, which its platform deletes, may be heard."""
    share = (
        "share:\n  minutes: withheld\n  recording: public\n  details: public\n  reason: safety\n"
    )
    copy = f"recordings:\n  - url: https://a.example/{MARK}\n    kept_by: switchboard\n"
    record = f"date: {day}\ntitle: {MARK}\nstatus: held\n{copy}{share}"
    return {f"calls/2031/{day}-partly.yaml": record}


def words(
    text: str,
    facts: str = f"NOTE\norigin: transcript\ntaken_by: {MARK}\n\n",
    head: str = "WEBVTT\n\n",
    recorded: bool = False,
) -> dict[str, str]:
    """Give a withheld call with a transcript, and with a recording of 83 seconds where it was recorded."""
    copies = "recordings:\n  - url: https://a.example/1\n    duration: 1:23\n" if recorded else ""
    return {
        QUIET: f"{GOOD}{copies}{SHARE}",
        "minutes/2031/2031-05-07-withheld-1.vtt": f"{head}{facts}{text}",
    }


def corrected(rows: str) -> dict[str, str]:
    """Give a withheld call with a transcript of two pieces and corrections of it."""
    said = f"{MARK} lantern\n\n00:20:41.000 --> 00:21:41.000\n{MARK}\n"
    path = "minutes/2031/2031-05-07-withheld-1.corrections.yaml"
    return {path: rows} | words(f"00:19:41.000 --> 00:20:41.000\n{said}", recorded=True)


# By code: the file with the fault in it. Every value a person wrote holds the mark, or is one of the numbers below.
FAULTS: dict[str, dict[str, str]] = {
    "F201": {QUIET: f"{GOOD}{MARK}: 1\n{SHARE}"},
    "F202": {QUIET: f"title: {MARK}\n{SHARE}"},
    "F203": {QUIET: f"{GOOD}occurrence: {MARK}\n{SHARE}"},
    "F203 guessed": {QUIET: f"{GOOD}occurrence: 7/9/1987\n{SHARE}"},
    "F204": {QUIET: f"{GOOD}start: {MARK}\n{SHARE}"},
    "F204 guessed": {QUIET: f"{GOOD}start: 7.41 p.m.\n{SHARE}"},
    "F205": {QUIET: f"{GOOD}length: {MARK}\n{SHARE}"},
    "F206": {QUIET: f"{GOOD}zone: {MARK}\n{SHARE}"},
    "F206 guessed": {QUIET: f"{GOOD}zone: Europe/Vilniuss\n{SHARE}"},
    "F207": {QUIET: f"{GOOD}mode: {MARK}\n{SHARE}"},
    "F207 guessed": {QUIET: f"{GOOD}mode: in-persn\n{SHARE}"},
    "F208": {QUIET: f"{GOOD}series: {MARK} {MARK}\n{SHARE}"},
    "F209": {QUIET: f"{GOOD}agenda: {MARK}\n{SHARE}"},
    "F210": {QUIET: f"{GOOD}places: [{MARK}{'x' * 1987}]\n{SHARE}"},
    "F211": {QUIET: f"{GOOD}join: {MARK}\n{SHARE}"},
    "F212": {QUIET: f"{GOOD}participants: {MARK}\n{SHARE}"},
    "F213": {
        QUIET: f"{GOOD}recordings:\n  - url: https://a.example/{MARK}\n    bytes: {MARK}\n{SHARE}"
    },
    "F214": {
        QUIET: f"{GOOD}recordings:\n  - url: https://a.example/{MARK}\n    sha256: {MARK}\n{SHARE}"
    },
    "F215": {QUIET: f"{GOOD}share: {MARK}\n"},
    "F216": {f"calls/series/{MARK}.yaml": f"title: x\nrepeats: {MARK}\nfrom: 2031-01-10\n{SHARE}"},
    "F217": {QUIET: f"date: 2031-05-07\ntitle: {MARK}\nstatus: cancelled\n{SHARE}"},
    "F218": {QUIET: f"{GOOD}start: 19:41\nend: 20:41\nlength: 83m\n{SHARE}"},
    "F219": {QUIET: f"date: 2031-05-07\nstatus: announced\nreason: {MARK}\n{SHARE}"},
    "F219 recording": {
        QUIET: f"{GOOD}recordings:\n  - url: https://a.example/{MARK}\nrecording: elsewhere\n{SHARE}"
    },
    "F220": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n**Decision:** {MARK} (tabled)\n",
    },
    "F221": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n**Decision:** x ({MARK})\n",
    },
    "F221 guessed": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: "---\norigin: notes\n---\n**Outcome:** x (consensuss)\n",
    },
    "F222": {QUIET: GOOD},
    "F245": {
        f"calls/series/{MARK}.yaml": f"title: x\nrrule: FREQ=DAILY;{MARK}=1\nfrom: 2031-01-10\n{SHARE}"
    },
    "F246": {
        f"calls/series/{MARK}.yaml": f"title: x\nrrule: FREQ=DAILY;COUNT=83\nfrom: 1987-01-10\nuntil: 1987-07\n{SHARE}"
    },
    "R301": {QUIET: f"{GOOD}series: {MARK}\n{SHARE}"},
    "R302": {QUIET: f"{GOOD}groups: [{MARK}]\n{SHARE}"},
    "R302 guessed": {QUIET: f"{GOOD}groups: [river-plannin]\n{SHARE}"},
    "R303": {QUIET: f"{GOOD}hubs: [{MARK}]\n{SHARE}"},
    "R304": {QUIET: f"{GOOD}platform: {MARK}\n{SHARE}"},
    "R305": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\nstatus: adopted\nadopted_by: {MARK}\n---\n{MARK}\n",
    },
    "R307": {QUIET: f"{GOOD}aliases: [{MARK}, {MARK}]\n{SHARE}"},
    "R308": {QUIET: f"{GOOD}{SHARE}", NOTES: f"---\norigin: notes\n---\n[{MARK}](../{MARK}.md)\n"},
    "R309": {QUIET: f"date: 2031-07-19\ntitle: {MARK}\n{SHARE}"},
    "R310": {
        "calls/series/river-round.yaml": SERIES.replace(MARK, "Round") + "share: public\n",
        QUIET: f"{GOOD}series: river-round\n{SHARE}",
        "calls/2031/2031-05-07-open.yaml": f"{OPEN}series: river-round\n",
    },
    "R311": {QUIET: f"{GOOD}{SHARE}", NOTES: f"---\norigin: notes\nstatus: adopted\n---\n{MARK}\n"},
    "R312": two_calls(f"x (consensus; supersedes #{MARK}-nowhere)"),
    "R313": two_calls(f"x {{#{MARK}}}", f"x {{#{MARK}}}", f"x (consensus; supersedes #{MARK})"),
    "R314": two_calls(
        f"x {{#{MARK}}}", f"y (agreed; supersedes #{MARK})", f"z (agreed; supersedes #{MARK})"
    ),
    "R315": two_calls(
        f"x (agreed; supersedes #{MARK}-b) {{#{MARK}-a}}",
        f"y (agreed; supersedes #{MARK}-a) {{#{MARK}-b}}",
    ),
    "R316": two_calls(f"x (agreed; supersedes #{MARK})", f"y {{#{MARK}}}"),
    "R317": two_calls(f"x (tabled) {{#{MARK}}}", f"y (agreed; supersedes #{MARK})"),
    "R318": two_calls(f"x {{#{MARK}}}", f"y (tabled; supersedes #{MARK})"),
    "R319": two_calls(f"x {{#{MARK}}}", f"y (agreed; closes #{MARK})"),
    "R320": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n**Action:** {MARK}: write, by 1987-07-19\n",
    },
    "R321": two_calls(f"x (agreed; replaces #{MARK})"),
    "R324": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n## x {{#{MARK}}}\n## y {{#{MARK}}}\nz\n",
    },
    "R325": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n## x {{#notes-{MARK}}}\ny\n",
    },
    "R326": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n## x {{# {MARK.title()}}}\n\n[removed] {MARK} {{#{MARK}\n",
    },
    "R327": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: machine-draft\nstatus: adopted\nadopted_by: {MARK}\n---\n{MARK}\n",
    },
    "R328": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: "---\norigin: notes\nstatus: adopted\nadopted_by: 2031-05-07-withheld-1\n"
        f"taken_by: {MARK}\n---\n{MARK}\n",
    },
    "R329": {
        path: text.replace("status: held", f"status: cancelled\nreason: {MARK}")
        for path, text in two_calls(f"{MARK} (consensus)").items()
    },
    "T401": {QUIET: f"{GOOD}start: 19:41\nend: 18:41\n{SHARE}"},
    "T402": {QUIET: f"date: 2031-03-09\ntitle: {MARK}\nstatus: held\nstart: 02:41\n{SHARE}"},
    "T403": {QUIET: f"date: 2031-11-02\ntitle: {MARK}\nstatus: held\nstart: 01:41\n{SHARE}"},
    "T404": {f"calls/series/{MARK}.yaml": f"{SERIES}until: 1987-01-01\n{SHARE}"},
    "T405": {QUIET: f"date: 2031-05\ntitle: {MARK}\nstatus: held\nstart: 19:41\n{SHARE}"},
    "T406": {QUIET: f"date: 2031-07-19\ntitle: {MARK}\nstatus: held\n{SHARE}"},
    "T407": {QUIET: f"{GOOD}start: 19:41\nmoved_from: [2031-05-07 19:41]\n{SHARE}"},
    "T408": {
        f"calls/series/{MARK}.yaml": f"title: {MARK}\nrepeats: every week on Friday at 19:41\n{SHARE}"
    },
    "T410": {
        f"calls/series/{MARK}.yaml": f"title: {MARK}\nrepeats: every day at 19:41\nfrom: 1987-07\n{SHARE}"
    },
    "T438": {
        QUIET: f"{GOOD}share:\n  minutes: withheld\n  recording: withheld\n  details: withheld\n"
        "  reason: safety\n  decided_on: 2041-05-07\n"
    },
    "P501": {QUIET: f"{GOOD}purpose: {MARK}@" + f"a.example\n{SHARE}"},
    "P503": {QUIET: f"{GOOD}purpose: the PIN is 1987" + f" 41\n{SHARE}"},
    "P504": {QUIET: f"{GOOD}join: https://a.example/?" + f"pwd={MARK}\n{SHARE}"},
    "P506": {"calls/2031/2031-05-07-a-telling-name.yaml": f"{GOOD}{SHARE}"},
    "M605": {QUIET: f"{GOOD}recordings:\n  - url: https://{MARK}.local/1.mp3\n{SHARE}"},
    "M601": {QUIET: f"{GOOD}recordings:\n  - url: http://a.example/{MARK}\n{SHARE}"},
    "M602": kept_copy("2031-02-20"),
    "M603": kept_copy("2031-02-01"),
    "M620": words(f"00:19.041 --> 00:20.041\n{MARK}\n", head=""),
    "M621": words(f"19:41,1987 --> 20:41\n{MARK}\n"),
    "M621 guessed": words(f"00:19:41,198 --> 00:20:41,198\n{MARK}\n"),
    "M622": words(f"00:20:41.000 --> 00:19:41.000\n{MARK}\n"),
    "M624": words(
        f"00:18:41.000 --> 00:20:41.000\n{MARK}\n\n00:19:41.000 --> 00:21:41.000\n{MARK}\n"
    ),
    "M625": words("00:19:41.000 --> 00:20:41.000\n"),
    "M626": words(f"{MARK}\n"),
    "M627": words(f"00:19:41.000 --> 00:20:41.000\n{MARK}\n", facts=""),
    "M628": words(f"00:19:41.000 --> 00:20:41.000 {MARK}\n<{MARK}>x\n"),
    "M629": words(f"00:19:41.000 --> 00:20:41.000\n{MARK * 1987}\n"),
    "M634": words(f"00:19:41.000 --> 00:20:41.000\n[redacted: {MARK}\n"),
    "M636": corrected(f"- old: {MARK} 1987\n  new: {MARK}\n  reason: {MARK}\n"),
    "M636 guessed": corrected(f"- old: {MARK} lanterm\n  new: {MARK}\n  reason: {MARK}\n"),
    "M637": corrected(f"- old: {MARK}\n  new: 83m\n  reason: {MARK}\n"),
    "M638": corrected(2 * f"- old: {MARK} lantern\n  new: {MARK}\n  reason: {MARK}\n"),
    "M639": corrected(f"- old: {MARK}\n  new: {MARK}\n  reason: {MARK}\n"),
    "M639 time": corrected(f"- old: {MARK}\n  new: x\n  reason: {MARK}\n  at: 19:41\n"),
    "M639 piece": corrected(f"- old: {MARK}\n  new: x\n  reason: {MARK}\n  at: 00:18:41.000\n"),
    "Y109": {QUIET: f"{GOOD}{SHARE}", NOTES: "---\norigin: notes\n---\n\n"},
    "Y128": {QUIET: f"{GOOD}{SHARE}", NOTES: f"---\norigin: notes\n---\n## {MARK}\n"},
    "Y111": {QUIET: f"{GOOD}purpose: {MARK}\x07\n{SHARE}"},
    "Y112": {QUIET: f"{GOOD}purpose: {MARK}\u202e\n{SHARE}"},
    "Y115": {QUIET: f"{GOOD}purpose: {MARK} Zu\u0308rich\n{SHARE}"},
    "Y117": {QUIET: f"{GOOD}purpose: {MARK}\u0430\u0431\n{SHARE}"},
    "Y130": {QUIET: f"{GOOD}purpose: {MARK}" + "\u0301" * 9 + f"\n{SHARE}"},
    "Y132": {QUIET: f"{GOOD}<<<<<<< {MARK}\npurpose: {MARK}\n=======\n>>>>>>> {MARK}\n{SHARE}"},
    "Y131": {QUIET: f"{GOOD}join: https://xn--rver-l9d.example/{MARK}\n{SHARE}"},
    "Y120": {QUIET: f"{GOOD}purpose: {MARK}: {MARK}\n{SHARE}"},
    "Y120 notes": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\ntaken_by: {MARK}: {MARK}\n---\n{MARK}\n",
    },
    "Y121": {QUIET: f"{GOOD}purpose: {MARK}\npurpose: {MARK}\n{SHARE}"},
    "Y121 odd": {QUIET: f"{GOOD}{MARK}: 1\n{MARK}: 2\n{SHARE}"},
    "Y122": {QUIET: f"{GOOD}purpose: &{MARK} x\n{SHARE}"},
    "Y123": {QUIET: f"{GOOD}purpose: !{MARK} x\n{SHARE}"},
    "Y124": {QUIET: f"{GOOD}{SHARE}---\ntitle: {MARK}\n"},
    "Y125": {QUIET: f"{GOOD}agenda: {'[' * 20}{MARK}{']' * 20}\n{SHARE}"},
    "Y126": {QUIET: f"- {MARK}\n"},
    "F224": {QUIET: f"{GOOD}{SHARE}", NOTES: f"---\norigin: notes\n---\nx <{MARK}> y\n"},
    "F225": {QUIET: f"{GOOD}{SHARE}", NOTES: f"---\norigin: notes\n---\n\u2022 {MARK}\n"},
    "F226": {QUIET: f"{GOOD}{SHARE}", NOTES: f"---\norigin: notes\n---\n## Decision: {MARK}\n"},
    "F227": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\nDecision: {MARK} {{#{MARK.lower()}}}\n\nAction: x {{#{MARK.lower()}}}\n",
    },
    "F230": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n**Straw poll:** {MARK}? yes 1987, no 83, total 1941\n",
    },
    "F231": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n**Decision:** {MARK} (consensus; 1987 blocks)\n",
    },
    "F232": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n**Decision:** {MARK} (passed; 83 to 3, quorum 1987)\n",
    },
    "F233": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n**Count:** x?\n  - {MARK}: 3\n  - {MARK}: 1987\n",
    },
    "F234": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: f"---\norigin: notes\n---\n**Straw poll:** {MARK}? yes 1987, no 83 (not taken)\n",
    },
    "F235": {QUIET: f"{GOOD}length: 83m\nagenda: [{MARK} (84 min)]\n{SHARE}"},
    "F248": {QUIET: f"{GOOD}recordings:\n  - url: https://a.example/\n    duration: 83m\n{SHARE}"},
    "F250": {
        QUIET: f"{GOOD}{SHARE}",
        NOTES: "---\norigin: notes\n---\n" + f"- Action: {MARK}\n" * 1001,
    },
    "Y127": {QUIET: f"{GOOD}{SHARE}", NOTES: f"---\norigin: notes\ntaken_by: {MARK}\n"},
}
FACTS = tuple(
    f"{MARK} 1987 19:41 18:41 20:41 02:41 01:41 03:41 00:41 7.41 83m vilnius in-person consensus` announced river-round"
    " zu\u0308 \u0430\u0431 river-planning".split()
)
"""What the records above hold and no report may."""


def reports(files: dict[str, str], problems: tuple[Problem, ...]) -> str:
    """Give all three reports in small letters, without names of files, which they must give, and our own words."""
    text = report_text(problems, lambda path: files.get(path, "").split("\n"), 1, "")
    text += report_github(problems) + report_json(problems, 1)
    for path in files:
        text = text.replace(path, "")
    return re.sub(r"use one of: .*|with one of these in brackets: .*", "", text).lower()


@pytest.mark.parametrize("fault", FAULTS)
def test_reports_quote_nothing_of_a_record_that_is_not_shared(fault):
    """Text, JSON and annotations name file, line and code of every fault, and none of its words, times or numbers."""
    files = open_files(Frame()) | FAULTS[fault]
    _, _, problems, _ = read(files)
    quiet = tuple(found for found in problems if found.place.path in FAULTS[fault])
    assert fault[:4] in {found.code for found in quiet}
    text = reports(files, problems)
    assert [] == [word for word in FACTS if word in text]
    assert [] == [
        found for found in quiet if found.place != Place(found.place.path, found.place.line)
    ]


# What a record cannot have, or what cannot be told apart from the form of a file.
ELSEWHERE = {
    "F223": "platforms are always public",
    "F236": "is asked only of notes that may be read",
    "F240": "is asked only of titles that may be read",
    "R306": "says only which file has no call",
    "M604": "is about platforms, which are always public, and says a number",
    **dict.fromkeys(
        (f"M{n}" for n in range(606, 617)), "is asked only of recordings that may be heard"
    ),
    **dict.fromkeys(("M617", "M618", "M619"), "quotes nothing anywhere, and shows no line"),
    "M623": "says only which file has no transcript",
    "M630": "says only which file has no call",
    "M633": "says only which language the archive is written in",
    **dict.fromkeys(("M631", "M632", "M635"), "is asked only of calls that are fully shared"),
    "P502": "quotes nothing anywhere, and telephone numbers do not stand in this repository",
    "P505": "tested with the public repository",
    "P507": "of withheld calls no places are looked at",
    "P508": "tested with the planted leaks",
    "P509": "says only that the call has an hour, and is about a call that may be seen",
    "P510": "names a commit and quotes nothing: tested with the history of a change",
    "P511": "quotes nothing anywhere, and addresses of houses do not stand in this repository",
    "P512": "quotes nothing anywhere: its place and its number are those of the file itself",
    "P513": "is about the settings, and asks only files that everybody may see",
    "P516": "quotes nothing anywhere: tested with the names that are kept out",
    "P517": "stands in the settings only",
    "P518": "stands in the settings only",
    "P519": "is told at open files: tested with the history of a change",
    "P520": "tested with the public repository",
    "P521": "is told at open files and names a record: tested with the history of a change",
    "P522": "is told at open files and names a record: tested with the history of a change",
    "R323": "is asked only of notes that are public before a change and after it",
    "T409": "is asked only of a call and a series that are both fully shared",
    "T411": "is asked only of series and calls that are fully shared",
    "T412": "is asked only of series and calls that are fully shared",
    "T413": "is asked only of series and calls that are fully shared",
    "T414": "is asked only of series and calls that are fully shared",
    "T415": "is asked only of series and calls that are fully shared",
    "T416": "is asked only of series and calls that are fully shared",
    "T417": "is asked only of series and calls that are fully shared",
    "T418": "is asked only of series and calls that are fully shared",
    "T419": "is asked only of series and calls that are fully shared",
    "T420": "is asked only of series and calls that are fully shared",
    "T421": "is asked only of series and calls that are fully shared",
    "T422": "is asked only of series and calls that are fully shared",
    "T430": "is asked only of calls that are public before a change and after it",
    "T431": "is asked only of calls that are public before a change and after it",
    "T432": "is asked only of calls that are public before a change and after it",
    "T433": "is asked only of calls that are public before a change and after it",
    "T434": "is asked only of calls that are public before a change and after it",
    "T435": "is asked only of calls and series that are fully shared",
    "T436": "is asked only of calls and series that are fully shared",
    "T437": "is asked only of calls and series that are fully shared",
    "Y113": "quotes nothing anywhere",
    "Y114": "quotes nothing anywhere",
}


def test_every_code_that_can_be_reached_is_tried():
    """A code that is new has a fault above, or a reason why it has none; names of files and pages have no secrets."""
    of_names = {
        code for code in CODES if "Y101" <= code <= "Y108" or code in ("Y110", "Y116", "Y129")
    }
    of_names_and_site = of_names | {code for code in CODES if code[0] == "S"}
    tried = {fault[:4] for fault in FAULTS}
    assert set() == set(CODES) - tried - set(ELSEWHERE) - of_names_and_site


@pytest.mark.parametrize("code", CODES)
def test_hushed_problem_holds_nothing(code):
    """Hushing takes all words of people out of the value itself, so that no format can show them."""
    names = re.findall(r"\{(\w+)\}", CODES[code].message + CODES[code].help + CODES[code].plain)
    notes = ((Place("calls/other.yaml", 7, 3, 9), MARK),)
    loud = problem(code, Place(QUIET, 4, 9, 12), notes, **dict.fromkeys(names, MARK))
    ours = "field known record wanted found what limit least most how where why point byte guess"
    ours += " nearest example other name"
    assert set(ours.split()) >= {name for name, value in loud.hush().values if value == MARK}
    assert (Place(QUIET, 4), ()) == (loud.hush().place, loud.hush().notes)
    assert not loud.hush().may_show_lines
    loud.hush().message, loud.hush().help


def test_unreadable_record_is_shown_only_if_it_says_that_it_is_public():
    """A file that cannot be read at all may be a withheld one; a line `share: public` says that it is not."""
    broken = f"title: {MARK}: {MARK}\ndate: 2031-05-07\n"
    for more, may_show in {
        "": False,
        "share: public\n": True,
        "share: public\nshare: withheld for safety\n": False,
        "  share: public\n": False,
        "share: publick\n": False,
        "'share': withheld for legal\nshare: public\n": False,
    }.items():
        files = {QUIET: broken + more}
        (file,) = loading.load([Source(QUIET, files[QUIET].encode())], frozenset(), None, None)
        found = loading.hushed(file.problems, assemble((file,), "Etc/UTC", {}, {}), (file,))
        assert {not may_show} == {fault.hushed for fault in found}, more
        assert may_show == (MARK in reports(files, found)), more


def test_share_is_still_explained():
    """Of a misspelt sharing the right words are given, because they say nothing of the record."""
    _, _, problems, _ = read(open_files(Frame()) | {QUIET: f"{GOOD}share: pubic\n"})
    assert ["F215"] == [fault.code for fault in problems]
    assert "did you mean `public`" in problems[0].message


def test_hint_does_not_name_a_closed_record():
    """A misspelt name in an open record is not corrected to the name of a group that nobody may know."""
    quiet = {
        "calls/groups/lantern-keepers.yaml": f"name: {MARK}\nkind: network\n{SHARE}",
        "calls/groups/ferry-keepers.yaml": "name: Ferry\nkind: network\nshare: public\n",
    }
    for wrong, hinted in (("lantern-keeper", False), ("ferry-keeper", True)):
        record = {"calls/2031/2031-05-07-open.yaml": f"{OPEN}groups: [{wrong}]\n"}
        link = {
            "minutes/2031/2031-05-07-open.md": f"---\norigin: notes\n---\n[x](../../calls/groups/{wrong}s.yml)\n"
        }
        _, _, problems, _ = read(open_files(Frame()) | quiet | record | link)
        assert ["R302", "R308"] == sorted(fault.code for fault in problems)
        hints = [dict(fault.values)["nearest"] for fault in problems]
        assert [] == [hint for hint in hints if "lantern" in hint]
        if hinted:
            assert {True} == {f"{wrong}s" in hint for hint in hints}


def test_fault_between_an_open_and_a_closed_record_is_told_at_the_closed_one():
    """The open record must not be reported in words that betray what the other one is."""
    files = open_files(Frame()) | FAULTS["R310"]
    _, _, problems, _ = read(files)
    assert [QUIET] == [fault.place.path for fault in problems if fault.code == "R310"]
    alias = {
        QUIET: f"{GOOD}aliases: [2031-04-01-ferry]\n{SHARE}",
        "calls/2031/2031-05-07-open.yaml": f"{OPEN}aliases: [2031-04-01-ferry]\n",
    }
    _, _, problems, _ = read(open_files(Frame()) | alias)
    assert [("R307", QUIET)] == [(fault.code, fault.place.path) for fault in problems]
    assert "ferry" not in problems[0].message


def test_link_to_a_closed_group_leads_nowhere():
    """A closed record has no page, so a link to its file is a dead one, reported at its place."""
    files = open_files(Frame()) | {
        "calls/groups/lantern-keepers.yaml": f"name: {MARK}\nkind: network\n{SHARE}",
        "content/help/index.md": "# Help\n\n[Who](../../calls/groups/lantern-keepers.yaml)\n",
    }
    _, _, problems, _ = read(files)
    assert [("R308", Place("content/help/index.md", 3, 7, 39))] == [
        (f.code, f.place) for f in problems
    ]


def test_orphan_notes_are_quiet_but_for_their_name():
    """Notes that belong to no call may be those of a withheld one with a slip in the name."""
    path = "minutes/2031/2031-04-09-opem.md"
    files = open_files(Frame()) | {path: f"---\norigin: notes\n---\n**Decision:** x ({MARK})\n"}
    _, _, problems, _ = read(files)
    assert {"R306", "F221"} == {fault.code for fault in problems}
    assert MARK not in report_text(problems, lambda name: files[name].split("\n"), 1, "")
    orphan = next(fault for fault in problems if fault.code == "R306")
    assert "2031-04-09-open" in orphan.help


def test_hushing_keeps_the_order_and_the_count():
    """Two faults on one line are two, and their order does not depend on what they say."""
    first = problem("F203", Place(QUIET, 3, 9), value=MARK, wanted="a date", example="x", hint="")
    second = dataclasses.replace(first, place=Place(QUIET, 4, 2))
    assert [3, 4] == [fault.hush().place.line for fault in (first, second)]
