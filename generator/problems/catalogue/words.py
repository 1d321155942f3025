"""Problems of the language of the interface: family S, beside those of the settings."""

from generator.problems.code import Code, warning

CODES = (
    Code(
        "S717",
        "language-without-words",
        "the settings choose a language that the interface has no words in",
        "the theme speaks `{language}`, but there is no `{file}`: each page would be half in English",
        "write `language: en`, or add the words: {known}",
    ),
    warning(
        "S718",
        "words-missing",
        "a language lacks words of the interface",
        "{count} messages have no words in `{language}` and stand in English, the first of them: {first}",
        "write them into this file behind `msgstr`, and take `fuzzy` away where the words are right",
    ),
    Code(
        "S719",
        "words-broken",
        "a catalogue of the interface's words cannot be used",
        "{what}: {why}",
        "write the placeholders in braces and the tags exactly as they stand behind `msgid`",
    ),
)
