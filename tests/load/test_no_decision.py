"""Tests of decisions that say that there is none: whatever stands behind the label, nothing is decided by it."""

import pytest

from tests.load.reading import NOTES, read

TOP = "---\norigin: notes\n---\n"
NONE = """
(none was reached on who pays the train)
[none]
"none"
none tonight, too few towns
– none –
not this week
not made
not enough people, so none
everybody thinks about it until next week
we need more time
no, we need more time
we ran out of time
let's come back to it next week
we will decide next week
will be made next week
left to the assemblies
wait for the assemblies
sleep on it
too few people on the call
quorum was not met
the quorum was lost at nine
talk about it again in May
back to the working group
nobody was sure
nothing yet
on hold until May
later
another time
split, half for and half against
there was none
we have not decided
we didn't decide anything
the call could not agree
people were divided
it depends on the hall
revisit next call
(postponed)
postponed to May (agreed)
none (consensus)
think it over at home (agreed)
the towns want another round
we keep talking
several people disagreed
a hall, but more discussion is needed
a map. In the end we left it open
the map is printed, or not; it has not been decided
it was not a decision
the assemblies have not agreed
everyone goes home and thinks
vote next week
the question stays with the towns until May
Harbour and Ferry Street were against, so we stopped
somebody should decide this
each town may do as it likes for now, and the call decides in June
we could use a second hall, said some
perhaps a hall
people liked it
most were in favour, but it was not put to the call
a good idea, somebody will write it up
given to a subgroup
no consensus tonight
no agreement, two towns want a letter
was not reached
never made
pushed to next week
moved to next call
deferred
the hall is too dear, come back with numbers
come back with numbers
only six people, so nothing binding
nothing binding, just a feeling
nonbinding: soup
a straw poll only
just an idea: soup
under discussion
for next time
for the next call
next call
at the next call
to follow
TBD
?
pending the hall
not without the towns
unresolved
see next week
we agreed to wait
we agreed that we need more people
the facilitator suggests soup
proposed: soup
""".strip().split("\n")
"""What people write behind `Decision:` when there was none."""
NINGUNA = """
ninguna
(ninguna)
ninguna por ahora
no hubo
no se tomó ninguna
falta gente
faltan datos de dos pueblos
la semana que viene
se decide la semana que viene
se decidirá en mayo
queda para mayo
aplazada
sin decisión
no llegamos a un acuerdo
nadie pudo decidir
lo pensamos hasta mayo
todavía nada
no alcanzó el tiempo
volvemos al tema en mayo
por ahora no
no éramos bastantes, así que ninguna
depende de la costa
todos lo piensan hasta la semana que viene
pendiente
(aplazada hasta junio)
se aplaza a junio (acordado)
opiniones divididas
esperamos a las asambleas
no hay quórum
necesitamos más tiempo
""".strip().split("\n")
"""The same in Spanish."""
DECIDED = """
no names in minutes
nothing is posted without two readers
nobody speaks twice before all have spoken
open the hall at nine
the hall stays open until nine
split the kitchen in two shifts
decide by consensus minus one
keep the form until next week
send the tents to Harbour
ask each town for a map
the talk about food comes first
two minutes for each speaker
not more than two speakers of a town in a row
too much salt is no reason to send it back
put the stack before the calendar
time for thinking before each count
everybody brings a bowl
the call is at nine next week
we meet on Mondays
all towns print the map
it is called the river call
the postponed march is on 4 May
minutes are taken by the host
no form without a person who reads it (consensus)
flyers in two languages, or none at all (consensus)
NO. PUMPS STAY ON UNTIL TUESDAY, THE ABOVE WAS TOO SOON (CONSENSUS)
una sola compra para todo el río
ninguna persona habla dos veces seguidas
nadie paga el viaje
nos vemos el lunes
quedamos a las nueve
todas las asambleas traen sus platos
la próxima llamada es el 4 de mayo
la semana que viene hablamos a las ocho
the assemblies are asked to send two people each
one kitchen for both halls
each town decides how it travels
letters go to all towns
the notes are sent to the towns within three days
""".strip().split("\n")
"""Decisions, with words that may also stand where there is none."""
LABELS = (
    "Decision: ",
    "- **Decision:** ",
    "DECISION - ",
    "Decisión: ",
    "Decisions:\n- ",
    "Agreed: ",
    "CONSENSUS: ",
)


def adopted(body: str) -> list[str]:
    """Give the words of the marks of notes that count as decided."""
    minutes = read(NOTES, f"{TOP}{body}\n").minutes
    assert minutes is not None
    return [mark.text for mark in minutes.marks if mark.adopted]


@pytest.mark.parametrize("said", NONE + NINGUNA)
def test_what_says_that_there_is_no_decision_decides_nothing(said: str):
    """Behind every label, in brackets, with a claim behind it, and with words below it."""
    bodies = [label + said for label in LABELS]
    more = [f"Decision: ({said})", f"Decision: {said} (agreed)", f"Decision: {said}\nMore words."]
    assert [] == [text for body in bodies + more for text in adopted(body)]


@pytest.mark.parametrize("said", NONE + NINGUNA)
def test_a_volunteer_is_told_of_it(said: str):
    """A decision that is not counted has a warning, so that nobody looks for it in vain."""
    assert {"F220", "F221"} & {
        fault.code for fault in read(NOTES, f"{TOP}Decision: {said}\n").problems
    }


@pytest.mark.parametrize("said", DECIDED)
def test_a_decision_with_such_words_is_still_one(said: str):
    """Care goes no further than it must."""
    assert 1 == len(adopted(f"Decision: {said}"))


@pytest.mark.parametrize(
    "said",
    [
        "meet in May (consensus, blocked by Old Harbour)",
        "meet in May (consensus; blocked)",
        "meet in May (consensus blocked)",
        "meet in May (consensus: Old Harbour blocked)",
        "meet in May (unanimous, 12 towns; two towns blocked)",
        "meet in May (passed; blocked)",
        "meet in May. Consensus, blocked by Old Harbour.",
        "reunirse en mayo (consenso; bloqueado por dos)",
    ],
)
def test_what_is_adopted_and_blocked_at_once_is_not_counted_and_told(said: str):
    """Nobody can say from such notes which of the two holds."""
    faults = read(NOTES, f"{TOP}Decision: {said}\n").problems
    assert ([], ["F221"]) == (adopted(f"Decision: {said}"), [fault.code for fault in faults])


@pytest.mark.parametrize(
    "said",
    [
        "meet in May (consensus, nobody blocked)",
        "meet in May (consensus, blocked by nobody)",
        "meet in May (consensus; no one blocked; 3 stand-asides)",
        "meet in May (passed, 40 to 3; blocked by Old Harbour)",
        "meet in May (modified consensus; 2 blocked)",
    ],
)
def test_a_block_that_nobody_made_or_a_vote_passes_over_takes_nothing_back(said: str):
    """Only those who are of one mind cannot pass over somebody's block."""
    assert 1 == len(adopted(f"Decision: {said}"))
