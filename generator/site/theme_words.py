"""The words of our additions to the theme, in the language of an archive.

Templates say them in English through `partials/say.html` and are given what to say instead; the site builder has no
catalogue of its own that both MkDocs and Zensical would read.
"""

from generator.wording import N_, gettext, spoken

MESSAGES = (
    N_("Correct or remove something"),
    N_("Calendar to subscribe to"),
    N_("Feed of notes"),
    N_("Feed of decisions"),
    N_("Open data"),
    N_("Licence of records and texts"),
    N_("Made from text files in git."),
    N_("On this page"),
    N_("Menu"),
    N_("Repository"),
    N_("Search this archive"),
    N_("Search this archive. The key / leads here from anywhere."),
    N_("Search (key /)"),
    N_("Search"),
    N_("Minutes and summaries"),
    N_("The mark of this archive"),
    N_("Decisions"),
    N_("What is overdue"),
    N_("Recordings, as a podcast"),
    N_("Calendar"),
    N_(
        "The passage that this address led to is no longer here, or has been reworded. The page itself follows."
    ),
    N_("Close this note"),
)
"""Everything that a template of the theme says through `say`."""


def theme_words(language: str) -> dict[str, str]:
    """Give each message with what is said for it in a language."""
    with spoken(language):
        return {message: gettext(message) for message in MESSAGES}
