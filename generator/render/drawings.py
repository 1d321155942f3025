"""The drawings that a written page may hold: their words, while the lines are in templates.

Every drawing says in words beside it whatever it shows, so nobody needs to see it. What a drawing shows is the same
in every archive; whether it fits the calls of an archive is for the page to say that holds it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.render.environment import fill
from generator.wording import N_, _


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: the template of its lines, its name, and what it shows to those who cannot see it.

    `points` stand beside it, each for the number it has in the drawing.
    """

    template: str
    title: str
    about: str
    points: tuple[str, ...]


DRAWINGS: Mapping[str, Drawing] = {
    "drawing-board": Drawing(
        "drawing_board.html",
        N_("Many places, one line and the board"),
        N_(
            "Five callers on the left are joined by cords to one line, which leads to a board."
            " On the board two of them have a hand up and wait in the stack."
        ),
        (
            N_("Callers in many places, each with a PIN of their own, or several at one telephone"),
            N_("One line for all of them"),
            N_("The board, a screen for hosts: callers, raised hands and keys pressed"),
            N_("The stack: callers waiting to speak"),
        ),
    ),
    "drawing-keys": Drawing(
        "drawing_keys.html",
        N_("The keys of a telephone"),
        N_("A keypad of twelve keys, of which those from 1 to 5 have a meaning."),
        (
            N_("join the stack"),
            N_("agree: the twinkle, or applause"),
            N_("disagree: the down-twinkle"),
            N_("direct response"),
            N_("point of process, or technical help"),
        ),
    ),
    "drawing-breakouts": Drawing(
        "drawing_breakouts.html",
        N_("Breakouts and report-backs"),
        N_("One line parts into three groups and becomes one line again."),
        (
            N_("Everybody on the main line"),
            N_("Breakouts: small groups, apart from each other"),
            N_("Everybody on the main line again, for the report-backs"),
        ),
    ),
    "drawing-decision": Drawing(
        "drawing_decision.html",
        N_("Two ways that do not meet"),
        N_(
            "Above, three subgroups lead to one meeting and from there to a sheet of notes."
            " Below, a call leads by a broken line towards an assembly and ends before it."
        ),
        (
            N_("Subgroups, any of them with proposals"),
            N_("The planning meeting: consensus, for the service alone"),
            N_("Notes, posted for everybody"),
            N_("A call: where its callers stand, by straw polls and the like"),
            N_("An assembly, not bound by a call"),
        ),
    ),
    "drawing-correspondence": Drawing(
        "drawing_correspondence.html",
        N_("From assembly to assembly"),
        N_("Two assemblies, each with a committee, and a call between the two committees."),
        (
            N_("An assembly"),
            N_("Its committee of correspondence, empowered by it"),
            N_("A call between committees of many places"),
        ),
    ),
}
"""The drawings by the name of their listing."""


def draw(name: str) -> str:
    """Give a drawing with its words, as safe HTML; a name that is not in `DRAWINGS` is a bug and raises."""
    drawing = DRAWINGS[name]
    values = {
        "title": _(drawing.title),
        "about": _(drawing.about),
        "points": tuple(_(point) for point in drawing.points),
    }
    return fill(drawing.template, values)
