"""The git history: when files last changed, what a change touches, and how the archive lay in a commit.

This is the only part of the program that starts another one, and that one is git.
"""

from generator.history.git import GitRefused
from generator.history.log import MADE, History, Version, check_history, check_made, read_history

__all__ = [
    "MADE",
    "GitRefused",
    "History",
    "Version",
    "check_history",
    "check_made",
    "read_history",
]
