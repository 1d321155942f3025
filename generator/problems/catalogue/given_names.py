"""Problems of names by which passages are found: the part of family R about lasting addresses."""

from generator.problems.code import Code, warning

CODES = (
    warning(
        "R323",
        "lost-address",
        "an address that was published leads to its passage no more",
        "`#{name}`{more} led to {whom}, and {what}",
        "{todo}",
    ),
    Code(
        "R324",
        "name-given-twice",
        "a name is given to two passages of one text",
        "`{{#{name}}}` is given twice in this text",
        "keep it where it was first given, and give the other passage a name of its own",
    ),
    Code(
        "R325",
        "name-of-the-page",
        "a name is given that the page needs for itself",
        "`{{#{name}}}` begins like a name that the page gives by itself",
        "write `{{#{better}}}`",
        plain="write a name that does not begin with `record-`, `notes-` or `t-` and a number",
    ),
    warning(
        "R326",
        "name-not-read",
        "what looks like a given name is not read as one",
        "`{text}` names nothing: {why}",
        "{todo}",
        plain="write `{{#words}}`, with small letters, digits and hyphens, at the end of a heading or a marked line,"
        " or `[removed] {{#words}}` on a line of its own",
    ),
)
