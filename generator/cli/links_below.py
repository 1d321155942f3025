"""Finds links on the way to a file of an archive; no command reads or writes through one."""

from pathlib import Path, PurePosixPath


def link_on_the_way(root: Path, path: str) -> str:
    """Give the file itself, or the folder on the way to it, that is a link; empty where there is none."""
    parts = (PurePosixPath(path), *PurePosixPath(path).parents)
    links = (str(part) for part in parts if part.name and (root / part).is_symlink())
    return next(links, "")
