"""Makes small sound and video files for tests: the same bytes each time, of every type that the player knows.

A sound is a tone that rises a step every second, so that every second of it differs; a video shows another grey then.
"""

import functools
import io
import math
import struct
import wave
from collections.abc import Iterator
from fractions import Fraction

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

RATE = 48_000
"""Samples a second, which every codec here takes."""
FRAMES = 10
"""Pictures a second."""
WIDTH, HEIGHT = 160, 90
CONTAINERS = {
    "audio/aac": ("adts", "aac", ""),
    "audio/flac": ("flac", "flac", ""),
    "audio/mp4": ("mp4", "aac", ""),
    "audio/mpeg": ("mp3", "libmp3lame", ""),
    "audio/ogg": ("ogg", "libopus", ""),
    "audio/webm": ("webm", "libopus", ""),
    "video/mp4": ("mp4", "aac", "libx264"),
    "video/webm": ("webm", "libopus", "libvpx"),
}
"""For each media type the container, the codec of its sound, and that of its picture."""
TYPES = ("audio/wav", *CONTAINERS)
"""All types that can be made."""
ENDINGS = {
    "audio/aac": "aac",
    "audio/flac": "flac",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "audio/webm": "weba",
    "video/mp4": "mp4",
    "video/webm": "webm",
}
"""What names of files of each type end in."""


@functools.cache
def made(media_type: str, seconds: int = 2) -> bytes:
    """Make a file of a media type that lasts some seconds; `audio/wav` is made by Python alone."""
    if media_type == "audio/wav":
        return _wav(seconds)
    name, sound, picture = CONTAINERS[media_type]
    file = io.BytesIO()
    # Without this a container says which program made it, and when.
    with av.open(file, "w", format=name, container_options={"fflags": "+bitexact"}) as container:
        exact = {"flags": "+bitexact", "threads": "1"}
        voice = container.add_stream(sound, rate=RATE, layout="mono", options=exact)
        view = container.add_stream(picture, rate=FRAMES, options=exact) if picture else None
        assert isinstance(voice, AudioStream)
        if view is not None:
            assert isinstance(view, VideoStream)
            _draw(container, view, seconds)
        _speak(container, voice, seconds)
    return file.getvalue()


def _samples(seconds: int) -> Iterator[int]:
    """Give the samples of a tone: 220 Hz in the first second, 55 Hz more in each that follows, up to two octaves."""
    for at in range(seconds * RATE):
        pitch = 220 + 55 * (at // RATE % 24)
        yield round(8000 * math.sin(2 * math.pi * pitch * (at % RATE) / RATE))


def _wav(seconds: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        # Eight thousand samples a second are enough for a tone, and spare five sixths of the bytes.
        sound.setframerate(RATE // 6)
        few = list(_samples(seconds))[::6]
        sound.writeframes(struct.pack(f"<{len(few)}h", *few))
    return file.getvalue()


def _speak(container: OutputContainer, stream: AudioStream, seconds: int) -> None:
    size = stream.frame_size
    resampler = av.AudioResampler(stream.format, "mono", RATE, frame_size=size)
    samples = list(_samples(seconds))
    for begin in range(0, len(samples), RATE):
        part = samples[begin : begin + RATE]
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(part))
        frame.sample_rate, frame.pts = RATE, begin
        frame.planes[0].update(struct.pack(f"<{len(part)}h", *part))
        for each in resampler.resample(frame):
            container.mux(stream.encode(each))
    for each in resampler.resample(None):
        container.mux(stream.encode(each))
    container.mux(stream.encode(None))


def _draw(container: OutputContainer, stream: VideoStream, seconds: int) -> None:
    stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    for at in range(seconds * FRAMES):
        frame = av.VideoFrame(WIDTH, HEIGHT, "gray")
        plane = frame.planes[0]
        plane.update(bytes([40 + at // FRAMES % 8 * 25]) * plane.buffer_size)
        frame.pts, frame.time_base = at, Fraction(1, FRAMES)
        container.mux(stream.encode(frame.reformat(format="yuv420p")))
    container.mux(stream.encode(None))


def webvtt(*cues: tuple[int, int, str]) -> str:
    """Write captions: cues from a second to a second, with their words."""
    blocks = (f"{_stamp(begin)} --> {_stamp(end)}\n{words}\n" for begin, end, words in cues)
    return "\n".join(("WEBVTT\n", *blocks))


def _stamp(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.000"
