"""What `serve` shows while an archive is being written: a page at a time, made when it is asked for."""

from generator.previewing.preview import Preview

__all__ = ["Preview"]
