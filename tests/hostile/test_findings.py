"""What looks for live text finds it when it is there."""

import pytest

from generator.render.output import File
from tests.hostile.findings import Known, findings

NOTHING = Known(
    frozenset({("a", ""), ("a", "href"), ("p", "")}),
    frozenset(),
    frozenset({"BEGIN", "END", "UID"}),
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", "<script>x</script>"),
        ("a.html", "<p onclick=x>y</p>"),
        ("a.html", "<a href='javascript:x'>y</a>"),
        ("a.html", "<a href=' \tjava\nscript:x'>y</a>"),
        ("a.html", "<a href='//elsewhere.example'>y</a>"),
        ("a.html", "<a href='https://a@elsewhere.example'>y</a>"),
        ("a.html", "<!-- x -->"),
        ("a.ics", "BEGIN:VEVENT\r\nATTENDEE:x\r\nEND:VEVENT\r\n"),
        ("a.ics", "BEGIN:VEVENT\r\nUID:x\r\n"),
        ("a.csv", "a,=1+1\r\n"),
        ("a.csv", 'a,"\t@x"\r\n'),
        ("a.csv", "a,＝1\r\n"),
        ("a.exe", "x"),
    ],
)  # fmt: skip
def test_what_is_live_is_found(path: str, text: str) -> None:
    """Elements, handlers, addresses, properties and formulas that are none of ours, and files that nobody looks at."""
    assert findings(path, File(path, text.encode()), NOTHING)


@pytest.mark.parametrize(
    ("path", "text"),
    [("a.html", "<p><a href='https://a.example/'>y</a></p>"), ("a.csv", "a,-1\r\n"), ("a.ics", "UID:x\r\n")],
)  # fmt: skip
def test_what_is_ours_is_not_found(path: str, text: str) -> None:
    """Links, numbers and our own properties."""
    assert [] == findings(path, File(path, text.encode()), NOTHING)
