"""Problems of what marks in notes say of each other: the part of family R about marks."""

from generator.problems.code import Code, warning

CODES = (
    warning(
        "R312",
        "unknown-mark",
        "a mark is not known",
        "there is no mark `{name}` that may be shown{nearest}",
        "write the other mark's whole name: that of a decision stands in its row of the register, that of an action in"
        " the skeleton for new notes; or end the line that is meant with a name of its own, such as"
        " `{{#gathering-date}}`",
    ),
    Code(
        "R313",
        "ambiguous-mark",
        "several calls have a mark of one name",
        "several calls have a mark `#{name}`",
        "write which call's mark is meant: {todo}",
        plain="write which call's mark is meant: the id of the call, `#`, and the mark's name",
    ),
    Code(
        "R314",
        "superseded-twice",
        "two decisions supersede the same one",
        "`{name}` is superseded already, by `{other}`",
        "let the later decision supersede the earlier of the two, which is `{other}`",
        plain="let the later decision supersede the earlier of the two",
    ),
    Code(
        "R315",
        "superseded-in-a-circle",
        "decisions supersede each other in a circle",
        "what supersedes `{name}` is superseded by it in the end",
        "take out the `supersedes` that stands in the earlier decision",
    ),
    Code(
        "R316",
        "supersedes-a-later-one",
        "a decision supersedes one of a later call",
        "`{name}` was decided later, on the call of {date}",
        "write `supersedes` beside the later decision, or correct the name",
    ),
    warning(
        "R317",
        "supersedes-no-decision",
        "what is superseded was never decided",
        "`{name}` was not decided, so there is nothing to supersede",
        "name the decision that no longer holds, or leave `supersedes` out",
    ),
    warning(
        "R318",
        "not-decided-and-supersedes",
        "something that was not decided supersedes a mark",
        "this was not decided, so `{name}` stays as it was",
        "write `supersedes` beside the decision when there is one, or the outcome word if this was decided",
    ),
    warning(
        "R319",
        "closes-no-action",
        "what is closed is not an action",
        "`{name}` is not an action, so there is nothing to close",
        "name the action that is done; of a decision that no longer holds, write `supersedes`",
    ),
)
