"""Every kind of problem in words, a family a module. Numbers are never used again."""
