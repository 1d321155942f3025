"""Other builders, a module each, that are given the same calls to build; nothing of them is in any site of ours."""
