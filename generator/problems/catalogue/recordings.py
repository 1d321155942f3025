"""Problems of recordings: family M."""

from generator.problems.code import Code

CODES = (
    Code(
        "M601",
        "insecure-recording",
        "a recording's address is not https",
        "the recording's address does not begin with `https://`",
        "use the https address; browsers refuse sound and video from others",
    ),
)
