"""Problems in words: one value, a format a module."""
