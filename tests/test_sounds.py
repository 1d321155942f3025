"""The sound and video files that tests play are what they say, and the same bytes each time."""

import io

import av
import pytest

from tests import sounds


@pytest.mark.parametrize("media_type", sounds.TYPES)
def test_a_file_lasts_as_long_as_it_was_asked_for(media_type: str) -> None:
    """Read back by its codec, a file of three seconds has three seconds of sound, and pictures where it is a video."""
    with av.open(io.BytesIO(sounds.made(media_type, 3)), "r") as container:
        rate = container.streams.audio[0].rate
        samples = sum(frame.samples for frame in container.decode(audio=0))
        kinds = {stream.type for stream in container.streams}
    assert 3 == pytest.approx(samples / rate, abs=0.1)
    assert {"audio", *(["video"] if media_type.startswith("video/") else [])} == kinds


@pytest.mark.parametrize("media_type", sounds.TYPES)
def test_a_file_is_the_same_each_time(media_type: str) -> None:
    """Made twice, a file has the same bytes, so that its checksum may be written down."""
    assert sounds.made.__wrapped__(media_type, 1) == sounds.made.__wrapped__(media_type, 1)
