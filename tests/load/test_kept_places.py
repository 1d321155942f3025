"""Places that are kept as bytes are those that were put in."""

from generator.load.kept_places import KeptPlaces, packed
from generator.problems import Place

OWN = {("mkdocs.yml", "site_name"): Place("mkdocs.yml", 1, 12, 5)}
CALL = {"title": Place("calls/a.yaml", 2, 8, 3), "groups[0]": Place("calls/a.yaml", 4, 10, 1)}
SERIES = {"title": Place("calls/b.yaml", 1, 8, 6)}
KEPT = KeptPlaces(OWN, {"calls/a.yaml": packed(CALL), "calls/b.yaml": packed(SERIES)})


def test_each_place_is_given_as_it_was_put_in():
    """Of settings and of files alike, in any order."""
    expected = OWN | {
        (place.path, name): place for of_file in (CALL, SERIES) for name, place in of_file.items()
    }
    assert expected == {key: KEPT[key] for key in reversed(list(KEPT))}
    assert 4 == len(KEPT)


def test_what_was_not_put_in_is_not_there():
    """Neither a field that is not written nor a file that is not known has a place."""
    assert ("calls/a.yaml", "status") not in KEPT
    assert ("calls/c.yaml", "title") not in KEPT
