"""The generator turns call records, minutes and hand-written pages into a static public archive."""
