"""What people call a secret, in six languages; accents are taken off, and case says nothing."""

import re

_CALL = (
    r"(?:access|conference|conf|meeting|room|participants?|participation|attendee|guest|host|moderator|leader"
    r"|chair(?:person)?|organi[sz]er|bridge|dial-?in|call-?in|webinar|event|session|user|member|teleconference"
    r"|tele-?conf|login|log-?in|join|lobby|security|secret|presenter|speaker|invite|audio|entry|zoom"
    r"|skype)(?:'?s|\.)?"
)
_ROLE = (
    r"(?:access|conference|conf|meeting|room|participants?|participation|attendee|guest|caller|host|moderator"
    r"|leader"
    r"|chair(?:person)?|organi[sz]er|bridge|dial-?in|call-?in|entry|door|gate|alarm|security|secret|entrance"
    r"|login|log-?in"
    r"|sign-?in|join|joining|webinar|event|lobby|session|unlock|member|user|admin|audio|listener|presenter|speaker"
    r"|facilitator|verification|backup|recovery|invite|invitation|wi-?fi|wlan|numeric|phone|voicemail|mailbox"
    r"|playback"
    r"|recording|replay|lock|lockbox|building|house|hall|key ?pad|zoom|skype|mumble|dialing|dial|master|temporary"
    r"|new|safe|pad|line|teleconference|tele-?conf|tel-?con|acces|acess)(?:'?s|\.)?"
)
PASSWORD = (
    r"(?:pass ?-?words?|pass ?-?phrase|pass ?-?code|pw|pwd|passwd|psw|wi-?fi(?: key)?|contrasena"
    r"|clave(?: de acceso)?"
    r"|palabra clave|mot de passe|mdp|code secret|passwort|kennwort|losungswort|zugangspasswort|senha"
    r"|palavra-?passe"
    r"|parola d'ordine|parola chiave|parola|host[ _]?key|secret (?:word|phrase)|p/w|p\.w\.|pass ?-?wd|pass ?wrd"
    r"|pass ?-?sentence|watch ?word|code ?word|safe ?word|wachtwoord|toegangswoord|losenord|passord"
    r"|adgangskode|haslo|heslo|jelszo|salasana|sifre|parool|api[ _-]?(?:key|token|secret)"
    r"|(?:access|auth|bearer|bot|session)[ _-]token|(?:private|encryption|decryption|shared|access|network|security)"
    r"[ _-]key|contrasenya|palabra secreta|mot secret|mot-clef|chiave(?: d'accesso| di accesso)?|chave(?: de acesso)?"
    r"|zugangswort|schlusselwort|stichwort|parole)"
)
"""What a word may be the value of."""
_NUMERIC = (
    rf"(?:p\.i\.n\.?|p i n|pin(?:[ _-]?(?:code|number|nr|no|nummer))?\.?|{_ROLE}[ _-]?(?:code|pin|key"
    rf"|pass ?-?code|pass ?-?word|combination|digits)"
    rf"|{_CALL}[ _-]?(?:id|number|nr|no|num)\.?|(?:door |gate )?key ?pad|(?:lock )?combination|lock ?box|combo"
    rf"|claim (?:the )?host|pas{{1,2}}[ -]?cod(?:e|es)?|toegangscode|pincode|deelnemerscode|atkomstkod|tilgangskode"
    rf"|kod (?:dostepu|do)|digicode|geheimzahl|geheimnummer|kennziffer|kennnummer|numero secreto|numero de acceso"
    rf"|numero de participante|numero pin|code (?:de la )?porte|code (?:de )?(?:l')?(?:immeuble|participants?|acces)"
    rf"|code hote|codigo (?:da|do|de la|del) [a-z]{{3,14}}|conference room|meeting room|pass ?-?code|access|passkey"
    r"|codigo(?: (?:de|para) (?:la |el )?(?:acceso|conferencia|reunion|participantes?|moderador|invitado|entrar"
    r"|entrada|seguridad)"
    r"| pin| secreto)?"
    r"|(?:numero|id) de (?:reunion|conferencia|acceso|la reunion|la conferencia)"
    r"|code (?:d'acces|d'entree|de (?:la )?(?:conference|reunion)|confidentiel|pin|participant|moderateur|secret)"
    r"|numero de conference|identifiant(?: de (?:la )?(?:reunion|conference))?"
    r"|(?:zugangs|einwahl|konferenz|teilnehmer|moderator(?:en)?|zugriffs|sicherheits|tur|geheim|anmelde"
    r"|besprechungs|meeting|gast|raum)"
    r"-?(?:code|nummer|id|pin|zahl|kennung|schlussel)"
    r"|codigo (?:de|da|do) (?:acesso|reuniao|conferencia|participante|sala)|(?:id|numero) da (?:reuniao"
    r"|conferencia)"
    r"|codice(?: (?:di (?:accesso|ingresso|sicurezza)|d'accesso|pin|segreto|della (?:riunione|conferenza)"
    r"|(?:partecipante|ospite)))?"
    r"|id (?:della )?riunione)"
)
STRONG = rf"(?:{PASSWORD}|{_NUMERIC})"
WEAK = r"(?:codes?|codigo|kode|kod|key ?code|cod\.)"
"""What is a secret only beside a value that is plainly one: there are codes of conduct, areas and laws."""
_HINTED = re.compile(
    r"\Apin|pin\Z|code|codi|pass|access|key|pw|psw|number|wifi|wlan|room|contrasena|clave|mdp|identifiant|kenn"
    r"|losung|senha|palavra|palabra|parola|numero|\Akod|nummer|zahl|schlussel|secret|login|user|credential"
    r"|\A(?:ids?|nr|mot|fi|cod|claim|keypad|combo|lockbox|lock|heslo|haslo|magic|parole|token|conf|pad)\Z"
    r"|combin|chiave|chave|wachtwoord|losen|jelszo|salasana|sifre|parool|geheim|watch|stichwort|digicode"
)
_SPACED = (" no.", "p/w")
_SPELT = ("p.i.n", "p i n", "p.w.")
_VOICED = ("prompt", "the tone", "the beep")
VOICES = ("prompt", "tone", "beep")
"""What stands in a word of every text with the signs of a voice."""
NAMED = re.compile(
    rf"(?<![^\W_])(?<![/.-])(?:{STRONG}|(?:pass ?-?codes|passwords|(?:access|host|guest|participant"
    rf"|meeting) codes)(?=[ ]?:))(?!\w|-[a-z])",
)
"""For text in small letters: case that says nothing makes so long a pattern twice as slow."""
IS_LONG = re.compile(
    r"(?:\b(?:id|number|nr|no|num|numero|nummer|room|access|identifiant)\b|(?:nummer|kennung|-?id))\.?[^\w]*\Z",
    re.IGNORECASE,
)
"""A label that also counts things, so that its value must be longer to be one."""


def may_label(word: str) -> bool:
    """Tell whether a label may have a word in small letters in it; every label has such a word."""
    return bool(_HINTED.search(word))


def spaced(is_spelt: bool, has_voice: bool) -> tuple[str, ...]:
    """Give the same for labels whose words are too short to be told apart, and for what a voice says.

    `is_spelt` tells whether a text has single letters such as those of `p.i.n`, `has_voice` whether one of `VOICES`.
    """
    return (*_SPACED, *(_SPELT if is_spelt else ()), *(_VOICED if has_voice else ()))
