"""The player of a call's recording: what it plays, the words that are read along, and every copy as a link beside it.

`templates/player.html` draws it, on the page of a call and on that of its transcript. How long each copy lasts is left
to `copy_words`; what scripts add to the player is in `assets/javascripts/player/`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import msgspec

from generator import addresses
from generator.privacy.public import (
    CopyState,
    Found,
    PublicCall,
    PublicLostCopy,
    PublicPlatform,
    PublicRecording,
    RecordingState,
)
from generator.render.copy_words import (
    COPY_CHIPS,
    asked_sentence,
    copy_sentence,
    copy_state_word,
    lost_sentence,
)
from generator.render.language_names import language_name
from generator.render.names import call_title
from generator.render.player_media import Sort, media_of, type_words
from generator.render.player_messages import player_messages
from generator.render.record_foot import web_address
from generator.render.words import enumeration, recording_length, size_words
from generator.settings import Settings
from generator.wording import _, counted

SCRIPT = "assets/javascripts/player/page.js"
HOSTS_TOLD = 3
"""Most hosts that are named in the sentence about what pressing play asks for; of more their number is told."""


@dataclass(frozen=True, slots=True)
class PlayerView:
    """What the player of one call rests on: its copies, and the platforms that they, and lost ones, are kept by."""

    call: str
    title: str
    copies: tuple[PublicRecording, ...] = ()
    lost: tuple[PublicLostCopy, ...] = ()
    languages: tuple[str, ...] = ()
    platforms: tuple[PublicPlatform, ...] = ()


@dataclass(frozen=True, slots=True)
class Track:
    """A transcript as captions: its file, its language and what the language is called."""

    src: str
    language: str
    label: str


@dataclass(frozen=True, slots=True)
class DrawnMedia:
    """One element that plays: its label, and for each source its address, its type and the number of its copy."""

    sort: str
    label: str
    sources: tuple[tuple[str, str, int], ...]
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class DrawnCopy:
    """A copy as it stands in the list; `href` is empty where its address may not be a link.

    `chip` is the hue, the drawing and the word of its state, empty where it is in no danger.
    """

    href: str
    name: str
    facts: str
    chip: tuple[str, ...]
    says: tuple[str, ...]
    address: str
    checksum: str


@dataclass(frozen=True, slots=True)
class DrawnPlayer:
    """The player as templates draw it; without `media` there is none, and the copies are links alone.

    `captions` are those that a script shows below the sound, where browsers show none. `lost` are what became of
    copies that are no more, each with its address where it is told. `asks` says whom pressing play asks; `messages`
    are what scripts say, as JSON.
    """

    media: tuple[DrawnMedia, ...]
    captions: tuple[Track, ...]
    copies: tuple[DrawnCopy, ...]
    lost: tuple[tuple[str, str], ...]
    asks: str
    script: str
    messages: str

    @property
    def icons(self) -> frozenset[str]:
        """Give the names of the drawings that the page has to hold."""
        return frozenset(copy.chip[1] for copy in self.copies if copy.chip)


def player_view(call: PublicCall, platforms: Mapping[str, PublicPlatform]) -> PlayerView:
    """Give what the player of a call rests on; a call whose recording cannot be heard has no copies there."""
    is_there = call.recording_state is RecordingState.RECORDING
    if not (call.recordings or call.lost):
        return PlayerView(call.id, call_title(call), (), (), call.transcribed, ())
    copies = call.recordings if is_there else ()
    kept = {copy.kept_by for copy in copies}.union(copy.kept_by for copy in call.lost)
    return PlayerView(
        call=call.id,
        title=call_title(call),
        copies=tuple(sorted(copies, key=_rank)),
        lost=call.lost,
        languages=call.transcribed,
        platforms=tuple(platforms[each] for each in sorted(kept & platforms.keys())),
    )


def _rank(copy: PublicRecording) -> tuple[bool, bool]:
    """Put copies that last first, and of these, as of the others, those last that were asked for in vain."""
    answer = copy.answer
    return (
        copy.state is not CopyState.LASTING,
        answer is not None and answer.found is not Found.THERE,
    )


def drawn_player(view: PlayerView, page: str, settings: Settings) -> DrawnPlayer:
    """Draw the player for a page of the site."""
    media = tuple(_media(view, page, settings))
    platforms = {platform.id: platform for platform in view.platforms}
    return DrawnPlayer(
        media=media,
        captions=next((one.tracks for one in media if one.sort == Sort.AUDIO.value), ()),
        copies=tuple(_copy(copy, platforms.get(copy.kept_by)) for copy in view.copies),
        lost=tuple(
            (lost_sentence(copy, platforms.get(copy.kept_by)), copy.url) for copy in view.lost
        ),
        asks=_asks(view.copies) if media else "",
        script=addresses.relative(SCRIPT, page),
        messages=msgspec.json.encode(player_messages()).decode() if media else "",
    )


def _media(view: PlayerView, page: str, settings: Settings) -> Iterator[DrawnMedia]:
    """Give an element for sound and one for video, each where a copy is of its kind."""
    known = [(number, copy, media_of(copy)) for number, copy in enumerate(view.copies, start=1)]
    sorts = [sort for sort in Sort if any(media and media.sort is sort for *_rest, media in known)]
    tracks = tuple(_tracks(view, page, settings))
    for sort in sorts:
        yield DrawnMedia(
            sort=sort.value,
            label=_label(sort, len(sorts) > 1),
            sources=tuple(
                (copy.url, media.told, number)
                for number, copy, media in known
                if media is not None and media.sort is sort
            ),
            tracks=tracks,
        )


def _label(sort: Sort, is_one_of_two: bool) -> str:
    if not is_one_of_two:
        return _("Hear the recording") if sort is Sort.AUDIO else _("Watch the recording")
    return _("Hear it: sound alone") if sort is Sort.AUDIO else _("Watch it: picture and sound")


def _tracks(view: PlayerView, page: str, settings: Settings) -> Iterator[Track]:
    for language in view.languages:
        code = language or settings.language
        src = addresses.relative(addresses.captions_file(view.call, language), page)
        yield Track(src, code, language_name(code))


def _copy(copy: PublicRecording, platform: PublicPlatform | None) -> DrawnCopy:
    """Draw a copy for the list; its host is part of its name, so that no two links are called alike without reason."""
    facts = (
        recording_length(copy.duration) if copy.duration else "",
        size_words(copy.bytes) if copy.bytes else "",
    )
    says = (copy_sentence(copy, platform), asked_sentence(copy))
    host = host_of(copy.url)
    name = type_words(copy)
    return DrawnCopy(
        href=web_address(copy.url),
        name=_("{type} from {host}").format(type=name, host=host) if host else name,
        facts=", ".join(fact for fact in facts if fact),
        chip=(*COPY_CHIPS[copy.state], copy_state_word(copy.state))
        if copy.state in COPY_CHIPS
        else (),
        says=tuple(said for said in says if said),
        address=copy.url,
        checksum=copy.sha256,
    )


def host_of(address: str) -> str:
    """Give the host of a web address, empty where it has none.

    >>> host_of("https://sound.example/river.ogg")
    'sound.example'
    """
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _asks(copies: tuple[PublicRecording, ...]) -> str:
    """Say whose host pressing play asks, since that host then learns that somebody listens."""
    hosts = tuple(dict.fromkeys(host_of(copy.url) for copy in copies if media_of(copy)))
    if len(hosts) == 1:
        return _(
            "Pressing play loads the recording from {host}; nothing is asked of it before."
        ).format(host=hosts[0])
    named = (
        enumeration(hosts)
        if len(hosts) <= HOSTS_TOLD
        else counted("{n} host", "{n} hosts", len(hosts))
    )
    return _(
        "Pressing play loads the recording from the first of {hosts} that has it; nothing is asked of them before."
    ).format(hosts=named)
