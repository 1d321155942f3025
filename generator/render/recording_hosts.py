"""The hosts from which recordings of an archive can be played, so that its pages may play from these and no others.

What is withheld or has expired is not among the recordings of a public call, so its host is not told here either.
"""

from generator.privacy.public import PublicArchive, PublicCall
from generator.render.player_media import media_of, origin_of


def recording_hosts(archive: PublicArchive) -> tuple[str, ...]:
    """Give the origin of every copy that is played, as `https://host`, sorted.

    The policy is asked again where a host leads to another one, so that one stands here too, as far as an answer
    names it.
    """
    played = tuple(
        copy
        for call in archive.calls
        if isinstance(call, PublicCall)
        for copy in call.recordings
        if media_of(copy)
    )
    led_to = {origin_of(copy.answer.moved_to) for copy in played if copy.answer}
    return tuple(sorted({origin_of(copy.url) for copy in played} | led_to - {""}))
