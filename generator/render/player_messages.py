"""What the scripts of the player say, in the language of the archive; scripts have no words of their own."""

from generator.wording import _


def player_messages() -> dict[str, str]:
    """Give all messages by their names."""
    return {
        "from": _("Playing from {moment}."),
        "at": _("At {moment}."),
        "ready": _("Ready at {moment}. Press play to hear it from there."),
        "play-from": _("Play the recording from {moment}"),
        "after-end": _("{moment} is after the end of this copy, which lasts {length}."),
        "no-jumping": _(
            "The host of this copy does not let players jump in it, so it plays from its beginning."
        ),
        "faulty": _(
            "Could not be played here: it did not arrive, or it is not what its type says."
        ),
        "broken-off": _("Broke off while it played: the connection ended, or the file is damaged."),
        "other-kind": _("This browser does not play this kind of file."),
        "next": _("The copy from {host} could not be played. The next one is tried."),
        "other": _("None of these copies could be played. The other player has another one."),
        "none": _("No copy could be played here. The links below lead to all of them."),
        "none-now": _("No copy could be played here, and this device seems to be offline."),
        "no-captions": _("The captions could not be loaded."),
        "copied": _("Copied: a link to {moment} of this recording."),
        "copy-this": _("Copy this link: {link}"),
    }
