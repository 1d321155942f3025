"""The words with which people begin a mark, in English and Spanish, and the mark that each of them stands for.

Only words that can mean nothing else at the beginning of a line stand here; how a label is written is left to `labels`.
"""

from typing import NamedTuple

from generator.model.minutes import MarkKind


class LabelWord(NamedTuple):
    """What a label means: the kind of mark, the outcome that lies in the word itself, and whether it names many.

    A loose one names something else as often, and counts only alone above a list, each item of which has its owner.
    """

    kind: MarkKind
    outcome: str = ""
    is_plural: bool = False
    is_loose: bool = False


_ONE = {
    MarkKind.DECISION: "decision; final decision; group decision; decision made; decision reached; decided; decisión;"
    " decidido",
    MarkKind.PROPOSAL: "proposal; proposed; motion; draft proposal; new proposal; amended proposal; revised proposal;"
    " propuesta; moción",
    MarkKind.OUTCOME: "outcome; resultado",
    MarkKind.POLL: "straw poll; strawpoll; straw-poll; straw vote; poll; show of hands; show of keys;"
    " sondeo a mano alzada; sondeo; encuesta",
    MarkKind.COUNT: "count; conteo; recuento",
    MarkKind.TEMPERATURE: "temperature check; temp check; temp-check; temp. check; termómetro; toma de temperatura;"
    " chequeo de temperatura",
    MarkKind.ACTION: "action; action item; action point; action step; task; bottomline item;"
    " bottom line item; bottom-line item; bottomliner item; acción; tarea; punto de acción",
}
_MANY = {
    MarkKind.DECISION: "decisions; decisions made; decisions reached; decisiones",
    MarkKind.PROPOSAL: "proposals; motions; propuestas; mociones",
    MarkKind.OUTCOME: "outcomes; resultados",
    MarkKind.POLL: "straw polls; strawpolls; polls; keypress; keypresses; key presses; sondeos; encuestas",
    MarkKind.COUNT: "counts; conteos",
    MarkKind.TEMPERATURE: "temperature checks; temp checks",
    MarkKind.ACTION: "actions; action items; action points; action steps; to do; to-do; todo; to-dos; todos; "
    " to do list; to-do list; todo list; action list; action items list; list of actions; action items and next steps;"
    " action items / next steps; next steps / action items; next steps and action items;"
    " tasks; bottomline items;"
    " bottom line items; bottom-line items; bottomliner items; acciones; tareas; puntos de acción",
}
_SAID = {
    "agreed": (MarkKind.DECISION, "agreed"),
    "resolved": (MarkKind.DECISION, "decided"),
    "consensus": (MarkKind.DECISION, "consensus"),
    "consenso": (MarkKind.DECISION, "consensus"),
    "acuerdo": (MarkKind.DECISION, "agreed"),
    "acuerdos": (MarkKind.DECISION, "agreed"),
    "acordado": (MarkKind.DECISION, "agreed"),
    "noted": (MarkKind.OUTCOME, "noted"),
    "reported": (MarkKind.OUTCOME, "reported"),
    "announced": (MarkKind.OUTCOME, "announced"),
    "decision pending": (MarkKind.PROPOSAL, "left open"),
}
"""Labels that say themselves what became of it."""


def _words(lists: dict[MarkKind, str], is_plural: bool) -> dict[str, LabelWord]:
    return {
        word.strip(): LabelWord(kind, "", is_plural)
        for kind, words in lists.items()
        for word in words.split(";")
    }


WORDS = {
    **_words(_ONE, False),
    **_words(_MANY, True),
    **{
        word: LabelWord(MarkKind.ACTION, "", True, True)
        for word in ("next steps", "próximos pasos")
    },
    **{word: LabelWord(kind, outcome) for word, (kind, outcome) in _SAID.items()},
}
"""Every label that is read, in small letters."""
