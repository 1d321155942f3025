"""What people call a secret, in six languages; accents are taken off, and case says nothing."""

import functools
import re

_ROLE = (
    r"(?:access|conference|conf|meeting|room|participants?|participation|attendee|guest|caller|host|moderator"
    r"|leader"
    r"|chair(?:person)?|organi[sz]er|bridge|dial-?in|call-?in|entry|door|gate|alarm|security|secret|entrance"
    r"|login|log-?in"
    r"|sign-?in|join|joining|webinar|event|lobby|session|unlock|member|user|admin|audio|listener|presenter|speaker"
    r"|facilitator|verification|backup|recovery|invite|invitation|wi-?fi|wlan|numeric|phone|voicemail|mailbox"
    r"|playback"
    r"|recording|replay)(?:'?s)?"
)
PASSWORD = (
    r"(?:pass ?-?words?|pass ?-?phrase|pass ?-?code|pw|pwd|passwd|psw|wi-?fi(?: key)?|contrasena"
    r"|clave(?: de acceso)?"
    r"|palabra clave|mot de passe|mdp|code secret|passwort|kennwort|losungswort|zugangspasswort|senha"
    r"|palavra-?passe"
    r"|parola d'ordine|parola chiave|parola|host ?key|secret word)"
)
"""What a word may be the value of."""
_NUMERIC = (
    rf"(?:p\.i\.n\.?|p i n|pin(?:[ -]?(?:code|number|nr|no|nummer))?\.?|{_ROLE}[ -]?(?:code|pin|key"
    rf"|pass ?-?code|pass ?-?word)"
    rf"|{_ROLE}[ -]?(?:id|number|nr|no|num)\.?|conference room|meeting room|pass ?-?code|access|passkey"
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
WEAK = r"(?:codes?|codigo|kode|kod|key ?code)"
"""What is a secret only beside a value that is plainly one: there are codes of conduct, areas and laws."""
_HINTED = re.compile(
    r"\Apin|pin\Z|code|codi|pass|access|key|pw|psw|number|wifi|wlan|room|contrasena|clave|mdp|identifiant|kenn"
    r"|losung|senha|palavra|palabra|parola|numero|\Akod|nummer|zahl|schlussel|secret|login|user|credential"
    r"|\A(?:ids?|nr|mot|fi)\Z"
)
SPACED = ("p.i.n", "p i n", " no.")
"""The same for labels whose words are too short to be told apart."""
NAMED = re.compile(
    rf"(?<![\w/.-])(?:{STRONG}|(?:pass ?-?codes|passwords|(?:access|host|guest|participant"
    rf"|meeting) codes)(?=[ ]?:))(?!\w|-[a-z])",
    re.IGNORECASE,
)
IS_LONG = re.compile(
    r"(?:\b(?:id|number|nr|no|num|numero|nummer|room|access|identifiant)\b|(?:nummer|kennung|-?id))\.?[^\w]*\Z",
    re.IGNORECASE,
)
"""A label that also counts things, so that its value must be longer to be one."""


@functools.lru_cache(maxsize=4096)
def may_label(word: str) -> bool:
    """Tell whether a label may have a word in small letters in it; every label has such a word."""
    return bool(_HINTED.search(word))
