"""Turns what people sent without git into drafts, one form a module. Nothing sent is ever followed or run."""
