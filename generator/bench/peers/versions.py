"""Says which version of a Python package the environment of the other builders holds."""

import importlib.metadata

from generator.bench.peers.peer import TOOLS


def installed(name: str) -> str:
    """Give the version of a package in `build/bench`; raises `PackageNotFoundError` where it is not there."""
    places = [str(place) for place in sorted(TOOLS.glob("python/lib/python*/site-packages"))]
    for found in importlib.metadata.distributions(name=name, path=places):
        return found.version
    raise importlib.metadata.PackageNotFoundError(name)
