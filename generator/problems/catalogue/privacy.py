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
        "take it out and write how people were told it, such as `sent to those who registered`;"
        " a number that is public on purpose goes into `allowed_addresses` in `mkdocs.yml`",
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
        "{how}",
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
        "P511",
        "street-address",
        "a street address stands in public text",
        "a street address stands here",
        "write the town, or the public place that everybody knows, such as `the fountain in Mill Town`;"
        " the address of a meeting place that is public on purpose goes into `allowed_addresses` in `mkdocs.yml`",
    ),
    warning(
        "P512",
        "private-name",
        "a name of a private person stands in public text",
        "this looks like the name of a private person{hint}",
        "write the role or the place instead, such as `facilitator` or `a volunteer from Mill Town`;"
        " a name that its bearer has made public on purpose goes into `allowed_names` in `mkdocs.yml`",
    ),
    warning(
        "P513",
        "allowed-for-nothing",
        "an entry of what may be public allows nothing",
        "{why}",
        "take the entry out of the list, or correct it",
    ),
    Code(
        "P516",
        "kept-out-name",
        "a name that is kept out stands in the archive again",
        "a name that is kept out of this archive stands in it again",
        "write the role or the place instead; where it stands is told by `make check` on a machine that has the key",
    ),
    Code(
        "P517",
        "kept-out-unreadable",
        "a line of `kept_out` keeps nothing out",
        "this line of `kept_out` keeps nothing out: {why}",
        "write the line anew with `make keep-out` and the archive's own key, or put the right key into the deployment",
    ),
    warning(
        "P518",
        "kept-out-not-asked",
        "the names that are kept out were not looked for",
        "the names that are kept out were not looked for, because this machine has no key for them",
        "to try a site this does not matter; where it is published, put the key into `CALLS_KEPT_OUT_KEY`",
    ),
    warning(
        "P519",
        "left-open",
        "a call is withheld under a new name and an open one of its day stays",
        "a call of the same day is withheld from now on, and this one stays open",
        "if it is the same call, take this record and its notes out; if it is another one, nothing has to change",
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
