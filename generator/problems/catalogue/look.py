"""Problems of the look that an archive chooses for itself: family S, beside those of the settings."""

from generator.problems.code import Code

CODES = (
    Code(
        "S722",
        "bad-colour",
        "the settings choose a colour that is not written as one",
        "`{value}` cannot be `{field}`: it is not a colour",
        "write `#` and six digits or letters from a to f, in quotes: `{field}: '#1d4f73'`",
    ),
    Code(
        "S723",
        "colour-too-faint",
        "the settings choose a colour in which links could not be read",
        "`{value}` cannot be `{field}`: its contrast on {scheme} paper is {contrast} to 1, and text needs 4.5 to 1",
        "write the nearest shade that can be read, in quotes: `{field}: '{better}'`",
    ),
    Code(
        "S724",
        "bad-mark",
        "the archive's own mark is not a plain drawing",
        "`content/mark.svg` cannot be the mark: {why}",
        "save the drawing as a plain SVG of paths and circles, of at most 4000 characters,"
        " with fills and strokes as attributes",
    ),
    Code(
        "S725",
        "uncovered-frame",
        "the theme holds what the site's own policy cannot allow",
        "the frame of `{page}` holds {what}, which the content security policy cannot cover",
        "put scripts and styles into files of the theme, and take out what comes from elsewhere; nothing was published",
    ),
)
