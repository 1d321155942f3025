"""Answers what a program reads in feeds other than calendars: a line of JSON for each path that comes in.

The programs run in an environment of their own, so this module asks for nothing but Python.
"""

import json
from collections.abc import Callable

from tests.readers.told import asked


def answer(read: Callable[[str], dict[str, object]]) -> None:
    """Tell what stands in each feed whose path comes in, or what the program says is wrong with it."""
    for path in asked():
        try:
            told, fault = read(path), ""
        except Exception as error:  # noqa: BLE001 -- whatever a program says of a file is its answer
            told, fault = {}, f"{type(error).__name__}: {error}"
        print(json.dumps({"path": path, "told": told, "fault": fault}))
