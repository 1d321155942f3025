"""Reads the marks in notes: their labels in the forms that people write, what became of them, and what they count."""
