"""The catalogue of problems: every code with its name, its severity and its words.

Numbers are never used again. Each code has a page in `content/help/problems/`.
`title` says what is wrong in general: it heads the code's page.
"""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """An error stops a build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem; `message` and `help` are templates for `str.format`."""

    code: str
    name: str
    title: str
    message: str
    help: str
    severity: Severity = Severity.ERROR


def _warning(code: str, name: str, title: str, message: str, help: str) -> Code:
    return Code(code, name, title, message, help, Severity.WARNING)


_FILES = (
    Code(
        "Y101",
        "bad-name",
        "the name of a file or folder is not allowed",
        "`{name}` is not a name this archive can use",
        "rename it to `{better}`: small letters a to z, digits and hyphens, and the right ending",
    ),
    Code(
        "Y102",
        "name-too-long",
        "a name is longer than 80 characters",
        "the name has {size} characters and the limit is 80",
        "choose a shorter name before the record is published; names never change later",
    ),
    Code(
        "Y103",
        "reserved-name",
        "a name is kept for other uses",
        "`{name}` is kept for other uses",
        "add or change a word, for example `{better}`",
    ),
    Code(
        "Y104",
        "symlink",
        "a link to another file stands where a file should be",
        "`{name}` is a symbolic link",
        "put the file itself here; links are not followed",
    ),
    Code(
        "Y105",
        "unexpected-file",
        "a file stands where no such file is read",
        "`{name}` is not a kind of file that belongs here",
        "{where}",
    ),
    Code(
        "Y106",
        "folder-for-file",
        "a folder stands where a file should be",
        "`{name}` is a folder and should be a file",
        "remove the folder, or move what is in it to `{better}`",
    ),
    Code(
        "Y107",
        "name-clash",
        "two names differ only in case or accents",
        "`{name}` and `{other}` would be one file on some computers",
        "rename one of the two",
    ),
    Code(
        "Y108",
        "too-large",
        "a file is larger than its limit",
        "the file has {size} bytes and the limit for {what} is {limit}",
        "split it, or keep long material elsewhere and cite it as a source",
    ),
    Code(
        "Y109",
        "empty-file",
        "a file is empty",
        "the file is empty",
        "write the record, or delete the file",
    ),
    Code(
        "Y110",
        "not-utf8",
        "a file is not UTF-8 text",
        "byte {byte} is not UTF-8 text",
        "save the file as UTF-8; it may be {guess} now",
    ),
    Code(
        "Y111",
        "control-character",
        "a character that has no shape stands in a file",
        "there is a control character U+{point} here",
        "delete it; if the whole file looks like this, it is not a text file",
    ),
    Code(
        "Y112",
        "hidden-character",
        "an invisible character stands in a file",
        "there is an invisible character U+{point} here ({name})",
        "delete it and type the word again",
    ),
    _warning(
        "Y113",
        "byte-order-mark",
        "a file begins with a byte order mark",
        "the file begins with an invisible byte order mark",
        "nothing is lost, it is passed over; `save as UTF-8 without BOM` removes it",
    ),
    _warning(
        "Y114",
        "windows-line-ends",
        "a file has Windows line ends",
        "the lines end as on Windows",
        "nothing is lost, they are read as line ends; your editor can save with `LF`",
    ),
    _warning(
        "Y115",
        "not-composed",
        "an accent is written as a character of its own",
        "`{text}` writes an accent as a character of its own",
        "nothing is lost, it is read as one letter; type the letter again to mend it",
    ),
    Code(
        "Y116",
        "unreadable",
        "a file cannot be read",
        "the file cannot be read: {why}",
        "give it back the right to be read",
    ),
    Code(
        "Y117",
        "mixed-scripts",
        "a word mixes letters of two alphabets",
        "`{word}` mixes letters of two alphabets, which makes it look like another word",
        "type the word again in one alphabet",
    ),
    Code(
        "Y120",
        "yaml-syntax",
        "the text is not valid YAML",
        "this is not valid YAML: {why}",
        "look at this line and the one above: a colon inside text needs quotes around the text,"
        " and indents are spaces",
    ),
    Code(
        "Y121",
        "duplicate-key",
        "a key is written twice",
        "`{key}` is written twice",
        "keep one of the two lines",
    ),
    Code(
        "Y122",
        "yaml-alias",
        "a YAML anchor, alias or merge key is used",
        "`{text}` is a YAML anchor, alias or merge key",
        "write the value out; if you meant the sign itself, put the text in quotes",
    ),
    Code(
        "Y123",
        "yaml-tag",
        "a YAML tag is used",
        "`{text}` is a YAML tag",
        "delete it; if you meant an exclamation mark, put the text in quotes",
    ),
    Code(
        "Y124",
        "several-documents",
        "a file holds more than one YAML document",
        "a second YAML document begins here",
        "delete the line `---`, or put the second record into a file of its own",
    ),
    Code(
        "Y125",
        "too-deep",
        "lists or mappings are nested too deeply",
        "lists or mappings are nested more than {limit} deep",
        "no record needs this; if you meant brackets as text, put the text in quotes",
    ),
    Code(
        "Y126",
        "not-a-record",
        "a file does not hold `key: value` lines",
        "the file does not hold `key: value` lines",
        "start each line with a field's name and a colon, such as `title: River Assembly`",
    ),
    Code(
        "Y127",
        "open-front-matter",
        "the front matter of a page is not closed",
        "the front matter begins here and is never closed",
        "put a line `---` after its last field",
    ),
)

_FIELDS = (
    Code(
        "F201",
        "unknown-field",
        "a field is not known",
        "`{word}` is not a field of the {record}{nearest}",
        "use one of: {known}",
    ),
    Code(
        "F202",
        "missing-field",
        "a field that must be there is missing",
        "`{field}` is missing from the {record}",
        "add a line such as `{example}`",
    ),
    Code(
        "F203",
        "bad-date",
        "a date cannot be read",
        "`{value}` is not {wanted}",
        "write it as `{example}`: year, month, day{hint}",
    ),
    Code(
        "F204",
        "bad-time",
        "a time cannot be read",
        "`{value}` is not a time of day",
        "write it as `{example}`, with hours from 00 to 23{hint}",
    ),
    Code(
        "F205",
        "bad-length",
        "a length of time cannot be read",
        "`{value}` is not a length of time",
        "write it as `2h`, `90m` or `1h30m`, up to 24 hours",
    ),
    Code(
        "F206",
        "bad-zone",
        "a time zone is not known",
        "`{value}` is not a time zone this archive knows{nearest}",
        "write a place of the IANA list, such as `America/New_York`{hint}",
    ),
    Code(
        "F207",
        "bad-choice",
        "a word is not one of those allowed",
        "`{value}` is not a word for `{field}`{nearest}",
        "use one of: {known}",
    ),
    Code(
        "F208",
        "bad-id",
        "an id is not written as ids are",
        "`{value}` is not an id",
        "write small letters a to z, digits and hyphens, such as `{better}`",
    ),
    Code(
        "F209",
        "wrong-shape",
        "a value has the wrong shape",
        "`{field}` is {found} and should be {wanted}",
        "{how}",
    ),
    Code(
        "F210",
        "bad-text",
        "a text is empty or too long",
        "`{field}` has {size} characters and must have 1 to {limit}",
        "{how}",
    ),
    Code(
        "F211",
        "bad-address",
        "a web address cannot be used",
        "`{value}` is not a web address this archive can show",
        "write the whole address, beginning with `https://` or `http://`, without spaces or a password",
    ),
    Code(
        "F212",
        "bad-participants",
        "a number of participants cannot be read",
        "`{value}` is not a number of participants",
        "write `150`, `150+` for at least, `90-200` for between, or `about 20`",
    ),
    Code(
        "F213",
        "bad-number",
        "a number cannot be read",
        "`{value}` is not a whole number from {least} to {most}",
        "write digits only, such as `{example}`",
    ),
    Code(
        "F214",
        "bad-checksum",
        "a checksum cannot be read",
        "`{value}` is not a SHA-256 checksum",
        "write its 64 digits and letters a to f, as `sha256sum FILE` prints them",
    ),
    Code(
        "F215",
        "bad-share",
        "what may be shared cannot be read, so nothing is",
        "`{value}` does not say what may be shared{nearest}",
        "write `share: public`, or `share: withheld for safety` (or integrity, consent, legal)",
    ),
    Code(
        "F216",
        "bad-repeats",
        "a rhythm cannot be read",
        "`{value}` is not a rhythm this archive can read",
        "write it like `every week on Wednesday at 21:00`, or use `rhythm:` for free text",
    ),
    Code(
        "F217",
        "reason-missing",
        "a reason must be given",
        "{what} needs a reason",
        "add a line `reason:` {how}",
    ),
    Code(
        "F218",
        "two-answers",
        "two fields answer the same question",
        "`{field}` and `{other}` both say {what}",
        "keep the one you are sure of",
    ),
    Code(
        "F219",
        "field-not-for-this",
        "a field does not fit the rest of the record",
        "`{field}` has no meaning when {when}",
        "{how}",
    ),
    Code(
        "F220",
        "not-adopted",
        "a decision has an outcome that is not an adoption",
        "a decision that was `{outcome}` was not decided",
        "write `**Proposal:**` or `**Outcome:**` instead of `**Decision:**`, or the true outcome",
    ),
    _warning(
        "F221",
        "unknown-outcome",
        "a mark has no outcome word that is known",
        "`{outcome}` is not an outcome word{nearest}, so the outcome counts as unclear",
        "end the line with one of these in brackets: {known}",
    ),
    Code(
        "F222",
        "share-missing",
        "a record does not say what may be shared, so nothing is",
        "`share` is missing from the {record}, so nothing of it is shown",
        "add the line `share: public`, or `share: withheld for safety` if it must be withheld",
    ),
    Code(
        "F223",
        "bad-retention",
        "a number of days cannot be read",
        "`{value}` is not a number of days",
        "write it as `120 days`",
    ),
    _warning(
        "F224",
        "html-in-text",
        "tags of HTML stand in a text and will not be shown",
        "`{name}` is an HTML tag, which is not shown, and the words inside it may be lost",
        "write it in Markdown, such as `**bold**`; if you meant the sign itself, write `&lt;` for it",
    ),
)

_REFERENCES = (
    Code(
        "R301",
        "unknown-series",
        "a series is not known",
        "there is no series `{id}`{nearest}",
        "add `calls/series/{id}.yaml`, or write the id of a series that is there",
    ),
    Code(
        "R302",
        "unknown-group",
        "a group is not known",
        "there is no group `{id}`{nearest}",
        "add `calls/groups/{id}.yaml`, or write the id of a group that is there",
    ),
    Code(
        "R303",
        "unknown-hub",
        "a hub is not known",
        "there is no hub `{id}`{nearest}",
        "add `calls/hubs/{id}.yaml`, or write the id of a hub that is there",
    ),
    Code(
        "R304",
        "unknown-platform",
        "a platform is not known",
        "there is no platform `{id}`{nearest}",
        "add it to `calls/platforms.yaml`, or write the id of one that is there",
    ),
    Code(
        "R305",
        "unknown-call",
        "a call is not known",
        "there is no call `{id}`{nearest}",
        "write the id of a call, which is the name of its file without `.yaml`",
    ),
    Code(
        "R306",
        "minutes-without-call",
        "minutes belong to no call",
        "these minutes belong to no call{nearest}",
        "name the file after the call, or add `series:`, `date:` and `share: public` to its front matter",
    ),
    Code(
        "R307",
        "duplicate-id",
        "an id is used twice",
        "`{id}` is used twice",
        "give one of them another name",
    ),
    Code(
        "R308",
        "dead-link",
        "a link leads nowhere inside the archive",
        "`{target}` leads nowhere inside the archive{nearest}",
        "write the file's path from here, such as `../help/index.md`",
    ),
    Code(
        "R309",
        "name-and-date-differ",
        "the date in a file's name is not its date",
        "the name says `{name}` and the record says `{date}`",
        "correct the one that is wrong; a published name stays and its record's date can carry a `date_note`",
    ),
    Code(
        "R310",
        "same-occurrence",
        "two calls are the same occurrence of a series",
        "this series already has a call for {date}",
        "keep one record, or give one of them `occurrence:` with its own date",
    ),
    Code(
        "R311",
        "adopted-unclear",
        "adopted minutes do not say by which call",
        "`status` and `adopted_by` do not fit together",
        "adopted minutes need `adopted_by:` with the id of the call that adopted them, and only they have it",
    ),
)

_TIME = (
    Code(
        "T401",
        "end-before-start",
        "a call ends before it starts",
        "the call ends at `{end}`, before it starts at `{start}`",
        "correct one of the two; for a call past midnight write `length:` instead of `end:`",
    ),
    Code(
        "T402",
        "time-skipped",
        "a local time does not exist",
        "`{time}` does not exist in {zone}: the clocks go forward over it",
        "write `{before}` or `{after}`, whichever the group meant",
    ),
    Code(
        "T403",
        "time-twice",
        "a local time happens twice",
        "`{time}` happens twice in {zone}: the clocks go back over it",
        "write the time an hour earlier or later, or use `zone: Etc/UTC` with `{first}` or `{second}`",
    ),
    Code(
        "T404",
        "until-before-from",
        "an end comes before its beginning",
        "`until` is {until}, before `from`, which is {start}",
        "correct one of the two",
    ),
    Code(
        "T405",
        "hour-without-day",
        "an hour is given for a call whose day is not known",
        "an hour is given but the day is not known",
        "leave out `start`, or write the whole date",
    ),
    _warning(
        "T406",
        "held-in-future",
        "a call to come is said to have been held",
        "the call is on {date} and is said to have been held",
        "write `status: scheduled` until it has taken place",
    ),
    Code(
        "T407",
        "moved-to-itself",
        "a call was moved from the time it has",
        "the call is said to be moved from `{time}`, which is its own time",
        "`moved_from` lists earlier times only, oldest first",
    ),
    Code(
        "T408",
        "series-without-dates",
        "a series has no beginning",
        "a series that repeats needs `from`, the date of its first call",
        "add `from: 2031-01-08`, or `evidence: pattern-only` if single dates are not known",
    ),
)

_PRIVACY = (
    Code(
        "P501",
        "e-mail-address",
        "an e-mail address stands in public text",
        "an e-mail address stands here",
        "take it out and write the role instead, such as `the note-taker`;"
        " an address that is public on purpose goes into `allowed_addresses` in `mkdocs.yml`",
    ),
    Code(
        "P502",
        "telephone-number",
        "a telephone number stands in public text",
        "a telephone number stands here",
        "take it out; a call's page never carries numbers",
    ),
    Code(
        "P503",
        "dial-in-secret",
        "a PIN, passcode or access code stands in public text",
        "a PIN, passcode or access code stands here",
        "take it out; write only that people registered to receive one",
    ),
    Code(
        "P504",
        "private-link",
        "a link holds a password or a private key",
        "this link holds a password or a private key",
        "use an address that anyone may know, such as the registration page",
    ),
    Code(
        "P505",
        "withheld-in-public",
        "withheld text stands in a public repository",
        "text that this record withholds stands in a public repository",
        "take it out of the repository and keep it elsewhere;"
        " only the date, the reason and who decided belong here",
    ),
    Code(
        "P506",
        "telling-name",
        "the name of a withheld call tells what it was",
        "the name of a call whose details are withheld must tell nothing",
        "rename the file to its date and a number, such as `2031-03-05-withheld-1.yaml`",
    ),
    _warning(
        "P507",
        "few-people",
        "places are exact though few people took part",
        "fewer than ten people took part and this place is exact",
        "write the state or country only; the published page already shows no more than that",
    ),
    Code(
        "P508",
        "public-leak",
        "withheld text was found in a finished file",
        "withheld text of this record was found in the finished file `{file}`",
        "nothing was published; this is a fault of the generator, please report it without quoting the text",
    ),
    Code(
        "P509",
        "zone-of-closed-series",
        "a call takes its time zone from a series that is not shared",
        "the hour stands in the zone of a series that is not shared, so it cannot be shown",
        "add a line `zone:` to this call, such as `zone: America/New_York`, or leave out `start`",
    ),
)

_MEDIA = (
    Code(
        "M601",
        "insecure-recording",
        "a recording's address is not https",
        "the recording's address does not begin with `https://`",
        "use the https address; browsers refuse sound and video from others",
    ),
)

_SITE = (
    Code(
        "S701",
        "no-settings",
        "this folder is not an archive",
        "there is no `mkdocs.yml` here",
        "go to the folder of the archive, or name it with `--root`",
    ),
    Code(
        "S702",
        "no-page-title",
        "a written page has no title",
        "this page does not begin with a title",
        "begin it with a line such as `# How a call works`",
    ),
    Code(
        "S703",
        "unknown-listing",
        "a listing is not known",
        "`{name}` is not a listing{nearest}",
        "use one of: {known}",
    ),
    Code(
        "S704",
        "page-not-written",
        "a page of the navigation is not written",
        "the navigation names `{page}`, which is not there",
        "write `content/{page}`, or take the entry out of `nav` in `mkdocs.yml`",
    ),
    Code(
        "S705",
        "no-history",
        "the history of the records cannot be read",
        "the history of the records cannot be read: {why}",
        "fetch the whole history with `git fetch --unshallow`, or set `history: optional` in `mkdocs.yml`",
    ),
    _warning(
        "S706",
        "history-incomplete",
        "the history of the records is not whole",
        "the history of the records is not whole ({why}), so feeds use the calls' own dates",
        "fetch the whole history with `git fetch --unshallow` before publishing",
    ),
    Code(
        "S707",
        "address-clash",
        "two pages would have the same address",
        "`{path}` would be the address of two pages",
        "rename one of the two records",
    ),
    Code(
        "S708",
        "broken-page",
        "a finished page holds a link that leads nowhere",
        "the finished page `{page}` links to `{target}`, which is not there",
        "this is a fault of the generator or of a written page; nothing was published",
    ),
    Code(
        "S709",
        "page-without-section",
        "a written page has no page of the navigation beside it",
        "no page of the navigation lies beside this page, so it has no place on the site",
        "add `{index}` or this page itself to `nav` in `mkdocs.yml`, or move the page to a folder that is in it",
    ),
    Code(
        "S710",
        "page-out-of-navigation",
        "the navigation leaves out a page that every archive has",
        "the navigation leaves out `{page}`, which other pages lead to",
        "add a line with `{page}` to `nav` in `mkdocs.yml`; the indexes are made, all others are written in `content/`",
    ),
)

CODES = {
    entry.code: entry
    for family in (_FILES, _FIELDS, _REFERENCES, _TIME, _PRIVACY, _MEDIA, _SITE)
    for entry in family
}
"""Every code there is, by number."""
