"""Problems of what a record names: family R."""

from generator.problems.catalogue.given_names import CODES as GIVEN_NAMES
from generator.problems.catalogue.joins import CODES as JOINS
from generator.problems.code import Code, warning

CODES = (
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
        "{todo}",
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
        "correct the one that is wrong{todo}",
        plain="correct the one that is wrong; a call that was moved is renamed, and gets `moved_from:` and `aliases:`",
    ),
    Code(
        "R310",
        "same-occurrence",
        "two calls are the same occurrence of a series",
        "this series already has a call for {date}, which is `{id}`",
        "delete one of the two files, or give one of them `occurrence:` with its own date",
    ),
    Code(
        "R311",
        "adopted-unclear",
        "adopted minutes do not say by which call",
        "`status` and `adopted_by` do not fit together",
        "add the line `adopted_by:` with the id of the call that adopted them, such as"
        " `adopted_by: 2031-03-12-river-open-call`; where no call did, take `status: adopted` and `adopted_by` out",
    ),
    *JOINS,
    warning(
        "R320",
        "due-before-call",
        "an action is due before it was taken on",
        "this action is due on `{due}`, and the call was on `{date}`",
        "correct the day; an action of an earlier call stays in the notes of that call",
    ),
    warning(
        "R321",
        "unread-join",
        "a mark tells in other words what it ends or closes",
        "`{said}` is read as plain words, so nothing is ended or closed by it",
        "{todo}",
        plain="write `supersedes` or `closes` and behind it the name of the other mark",
    ),
    *GIVEN_NAMES,
    Code(
        "R327",
        "review-not-named",
        "a program's draft is adopted and nobody is said to have gone through it",
        "these notes are a program's draft, and `status: adopted` stands there without `reviewed_by`",
        "add `reviewed_by:` with a role, such as `a volunteer of the planning group`, or write `status: draft`",
    ),
    Code(
        "R328",
        "cannot-adopt",
        "the call that is said to have adopted minutes cannot have done so",
        "`{id}` cannot have adopted these minutes: {reason}",
        "write the id of the call that adopted them, or `status: under-review` without `adopted_by`",
    ),
    Code(
        "R329",
        "decided-without-call",
        "something is marked as decided on a call that was not held",
        "this is marked as decided, and the call {reason}",
        "write `status: held` if the call took place, or `**Proposal:**` for what nobody met to decide",
    ),
)
