"""Problems of what must not be public: family P."""

from generator.problems.code import Code, warning

CODES = (
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
        "take it out; a call's page never carries telephone numbers",
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
        "use an address that anyone may know, without the password or key; a link that opens only with it is left out",
    ),
    Code(
        "P505",
        "withheld-in-public",
        "withheld text stands in a public repository",
        "text that this record withholds stands in a public repository",
        "take it out of the repository and keep it elsewhere;"
        " only the date, the class of the reason and the days of the decision belong here,"
        " and who decided only with `identify: true`",
    ),
    Code(
        "P506",
        "telling-name",
        "the name of a withheld call tells what it was",
        "the name of a call whose details are withheld must tell nothing",
        "rename the file to its date and a number, such as `2031-03-05-withheld-1.yaml`",
    ),
    warning(
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
    Code(
        "P510",
        "in-an-earlier-commit",
        "a commit of a change holds what must not be public",
        "{where} holds {what}, and the history keeps it whatever later commits do",
        "{how}",
    ),
    Code(
        "P520",
        "comment-in-withheld",
        "a comment stands in a record of which something is withheld",
        "a comment stands in a record of which something is withheld",
        "take it out, from the `#` to the end of the line; nobody can tell which part of the call it belongs to,"
        " and anybody can read it",
    ),
    warning(
        "P521",
        "still-said",
        "an open file still says what a change withholds",
        "these words stand in `{record}` too, which is withheld from now on",
        "read this line and take out what nobody should know any more; leave it where the words may be known",
    ),
    Code(
        "P522",
        "moved-into-the-open",
        "a change withholds words and writes them into an open file",
        "this change withholds words of `{record}` and writes the same words here, where everybody reads them",
        "take them out of this file; if they may be known after all, say so in the record that withholds them",
    ),
)
