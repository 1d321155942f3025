"""The generator turns call records, minutes and hand-written pages into a static public archive."""

__version__ = "0.1.0"
"""Version of the program; the package takes it from here."""
