"""Makes the file of a transcript from what a program for transcription or a player wrote, for a call that is there."""

from collections.abc import Mapping

from generator import addresses
from generator.drafting.desk import Desk, Draft, find_call, near
from generator.drafting.notes import NotPossible
from generator.drafting.search import find_meant
from generator.drafts.yaml_text import Value, write_record
from generator.fields.transcript_tables import TRANSCRIPT
from generator.importers.captions import Captions
from generator.model.call import Call


def call_to_transcribe(desk: Desk, said: str, language: str) -> Call:
    """Give the call that is meant by an id, an address, or a date and title; raises `NotPossible` where there is none.

    A transcript needs a call whose notes and recording may both be read, where everybody can read the files.
    """
    found = find_meant(desk, said)
    earlier = (call for call in desk.archive.calls if said in call.aliases)
    call = find_call(desk, found.call) or next(earlier, None)
    if call is None:
        close = found.near or near(desk, said)
        hint = f"; near it are {', '.join(f'`{one}`' for one in close)}" if close else ""
        raise NotPossible(f"there is no call `{said}`{hint}; make its record first")
    if desk.is_public and not (call.share.minutes and call.share.recording):
        raise NotPossible(
            f"the notes or the recording of `{call.id}` are withheld, and with them what was said: keep it outside this"
            " repository, which everybody can read"
        )
    path = addresses.transcript_of_call(call.id, language)
    if any(source.path == path for source in desk.given.sources):
        raise NotPossible(f"there is a transcript of this call already: `{path}`")
    return call


def transcript_draft(
    call: Call, language: str, values: Mapping[str, Value], captions: Captions
) -> Draft:
    """Make the file: what is said of the transcript right below the first line, and then its pieces."""
    facts = write_record(TRANSCRIPT, values).strip("\n")
    text = f"WEBVTT\n\nNOTE\n{facts}\n\n{captions.body}\n"
    return Draft(addresses.transcript_of_call(call.id, language), text)
