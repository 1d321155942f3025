"""Stops `mkdocs build` and `mkdocs serve` typed by habit, before they ask for a folder that is not there yet.

MkDocs loads a hook under the name that stands in `mkdocs.yml`, which ends in `.py`; every other import is harmless.
`builder.py` builds the frames without hooks, and Zensical has none.
"""

if __name__.endswith(".py"):
    raise SystemExit("MkDocs only makes the frames of this site: run `make build` or `make serve`.")
