"""The nouns that travel between the steps: what a call, a series, a group and an archive are."""
