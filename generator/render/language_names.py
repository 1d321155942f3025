"""What languages are called: in the language of the interface, and in their own words in links to texts in them."""

from generator.wording import N_, _

LANGUAGES = {
    "ar": N_("Arabic"),
    "de": N_("German"),
    "el": N_("Greek"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fr": N_("French"),
    "it": N_("Italian"),
    "ja": N_("Japanese"),
    "nl": N_("Dutch"),
    "pt": N_("Portuguese"),
    "tr": N_("Turkish"),
    "zh": N_("Chinese"),
}
IN_LANGUAGE = {
    "ar": "\u0628\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "de": "Auf Deutsch",
    "el": "\u03a3\u03c4\u03b1 \u03b5\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03ac",
    "en": "In English",
    "es": "En español",
    "fr": "En français",
    "it": "In italiano",
    "ja": "日本語",
    "nl": "In het Nederlands",
    "pt": "Em português",
    "tr": "Türkçe",
    "zh": "中文",
}
"""What a link to a text in another language says, in that language."""


def language_name(code: str) -> str:
    """Give the name of a language, or its code where we have none."""
    known = LANGUAGES.get(code.partition("-")[0].lower())
    return _(known) if known else code


def in_language(code: str) -> str:
    """Say in a language itself that a text is in it, or give its code where we have no words."""
    return IN_LANGUAGE.get(code.partition("-")[0].lower(), code)
