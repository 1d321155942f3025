"""Problems of the rules for requesting a call: family S, beside those of the settings."""

from generator.problems.code import Code

CODES = (
    Code(
        "S728",
        "role-twice",
        "the settings ask for a role twice",
        "`{role}` stands twice among the roles that a request must name",
        "take one of the two out; a record names each role once",
    ),
    Code(
        "S729",
        "too-far-ahead",
        "the settings ask for requests so far ahead that nobody could make one",
        "{days} days ahead is more than the {most} that a rule may ask for",
        "write a number of days that people plan a call by, such as `ahead: 7 days`",
    ),
)
