"""What the script of the form for requesting a call says, in the language of the archive; scripts have no words."""

from generator.wording import _


def request_messages() -> dict[str, str]:
    """Give all messages by their names."""
    return {**_faults(), **_rhythms(), **_states()}


def _faults() -> dict[str, str]:
    return {
        "no-title": _("Say what the call is called."),
        "no-day": _("Choose a day."),
        "bad-day": _("There is no such day. Write it as 2031-03-05."),
        "past": _("This day is over. Choose one that is still to come."),
        "too-soon": _(
            "That is too soon by the rules above. The first day that can be asked for is {weekday}, {day}."
        ),
        "no-hour": _("Choose the hour, from 00:00 to 23:59."),
        "gap": _("The clocks go forward on {day}, and skip this hour. Choose another one."),
        "fold": _("The clocks go back on {day}, and this hour comes twice. Choose another one."),
        "no-rhythm": _("Choose how often the call takes place."),
        "ends-first": _("The last day comes before the first one."),
        "nobody": _("Choose the group that asks, or name it below."),
        "one-word": _(
            "Write it with a capital letter, or in two words, so that it reads as a name."
        ),
        "no-role": _("Name the group or the place that takes this part."),
        "over": _(
            "The items take {n} minutes together, and the call has {most}. Choose a longer call or shorten them."
        ),
        "too-long": _("Shorten it to at most {most} characters."),
        "too-many": _("Keep to {most} lines at most."),
        "too-much": _("All of it together is too long for a record. Shorten the agenda."),
        "hidden": _(
            "A sign that nobody can see stands in it ({sign}). Delete it, or type the text anew."
        ),
        "mixed": _("The word {word} mixes letters of two alphabets. Type it anew."),
        "mail": _("An e-mail address stands in it, and everybody would read it. Take it out."),
        "number": _("A long number stands in it, such as a telephone number. Take it out."),
        "secret": _("A code or a PIN stands in it, and everybody would read it. Take it out."),
        "link": _("A link that lets people in stands in it. Take it out."),
        "not-ticked": _("Ask your group first, and tick this when it agrees."),
    }


def _rhythms() -> dict[str, str]:
    return {
        "rhythm-day-first": _("Choose the first day above"),
        "rhythm-choose": _("Choose"),
        "rhythm-weekly": _("Every week on {weekday}"),
        "rhythm-weeks": _("Every {n} weeks on {weekday}"),
        "rhythm-first": _("The first {weekday} of each month"),
        "rhythm-second": _("The second {weekday} of each month"),
        "rhythm-third": _("The third {weekday} of each month"),
        "rhythm-fourth": _("The fourth {weekday} of each month"),
        "rhythm-last": _("The last {weekday} of each month"),
        "rhythm-first-third": _("The first and third {weekday} of each month"),
        "rhythm-second-fourth": _("The second and fourth {weekday} of each month"),
        "rhythm-date": _("On day {n} of each month"),
    }


def _states() -> dict[str, str]:
    return {
        "open": _("Still to do: {fields}."),
        "ready": _("The record is ready."),
        "path-later": _("named after the day and the title"),
        "copied": _("The text is copied."),
        "copy-by-keys": _(
            "The text is marked. Copy it with Ctrl and C, or with the menu of your browser."
        ),
    }
