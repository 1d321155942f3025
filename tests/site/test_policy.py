"""The policy of a site allows what its own frames hold, by hashes that are found in them, and nothing else."""

import base64
import dataclasses
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import build
from generator.problems import Problem
from generator.render.player_media import origin_of
from generator.settings import Settings
from generator.site import builder
from generator.site.builder import Theme
from generator.site.frames import cut_frames
from generator.site.headers import ALWAYS, headers_file, rules
from generator.site.inline import Inline, inline_of
from generator.site.policy import HOSTS_LENGTH, UnsafeSource, policy_elements, policy_of
from tests.site_archives import GOOD, SITES

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def directives(policy: str) -> dict[str, list[str]]:
    """Read a policy as a browser does."""
    parts = [part.split() for part in policy.split(";")]
    return {part[0]: part[1:] for part in parts}


def hashed(text: str) -> str:
    """Give the source that allows an inline script, worked out here once more."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def with_frame(theme: Theme, change: Callable[[str], str]) -> Theme:
    """Give a theme whose frame of the home page is another, read as the builder reads it."""
    plain = dict(theme.plain) | {"index.html": change(theme.plain["index.html"])}
    return dataclasses.replace(theme, plain=plain, inline=inline_of(plain.items()))


def test_every_inline_script_of_every_frame_is_allowed_by_its_hash(
    theme: Theme, settings: Settings
) -> None:
    """What the policy allows inline is what stands in the frames, no more and no less."""
    frames = (*theme.outlined.values(), *theme.plain.values())
    expected = {hashed(text) for frame in frames for text in SCRIPT.findall(frame)}
    assert expected
    assert expected == set(directives(policy_of(theme, settings).page)["script-src"]) - {"'self'"}


def test_frames_of_every_depth_share_their_scripts(theme: Theme) -> None:
    """The theme's inline scripts are the same on every page, so that one short policy fits all."""
    found = {tuple(SCRIPT.findall(frame)) for frame in theme.plain.values()}
    assert 1 == len(found)
    assert 3 == len(theme.inline.scripts)


def test_a_changed_theme_changes_the_hashes(theme: Theme, settings: Settings) -> None:
    """A script that the theme changed is allowed in its new form, and the old form no longer."""
    text = SCRIPT.findall(theme.plain["index.html"])[0]
    changed = with_frame(theme, lambda frame: frame.replace(text, "let changed = 1;"))
    only_home = dataclasses.replace(
        changed, inline=inline_of([("index.html", changed.plain["index.html"])])
    )
    allowed = directives(policy_of(only_home, settings).page)["script-src"]
    assert hashed("let changed = 1;") in allowed
    assert hashed(text) not in allowed


def test_line_ends_are_hashed_as_browsers_read_them() -> None:
    """A frame with the line ends of another system allows the same script."""
    plain, other = (f"<script>a;{end}b;</script>" for end in ("\n", "\r\n"))
    assert inline_of([("a.html", plain)]) == inline_of([("a.html", other)])


def test_an_inline_style_of_the_theme_is_allowed_by_its_hash(
    theme: Theme, settings: Settings
) -> None:
    """Icons that an archive chooses make the theme write a style, which the policy then names."""
    own = with_frame(theme, lambda frame: frame.replace("</head>", "<style>p{}</style></head>"))
    allowed = directives(policy_of(own, settings).page)["style-src"]
    assert ["'self'", hashed("p{}")] == allowed


def test_nothing_is_allowed_that_has_no_hash(theme: Theme, settings: Settings) -> None:
    """Neither form of the policy allows inline code as such, code made of text, or another host."""
    policy = policy_of(theme, settings)
    for said in (policy.page, policy.header):
        found = directives(said)
        assert "unsafe" not in said
        assert ["'none'"] == found["default-src"] == found["base-uri"] == found["object-src"]
        assert ["'self'"] == found["connect-src"] == found["form-action"] == found["media-src"]
        sources = {source for name in found for source in found[name]}
        expected = {"'none'", "'self'", "data:"}
        assert expected == {source for source in sources if not source.startswith("'sha256-")}


def test_pictures_in_style_sheets_are_allowed_only_where_there_are_any(
    theme: Theme, settings: Settings
) -> None:
    """Without a picture inside a style sheet no page may show one that is written in its address."""
    bare = dataclasses.replace(theme, assets=(("a.css", b"p { color: red }"),))
    assert ["'self'", "data:"] == directives(policy_of(theme, settings).page)["img-src"]
    assert ["'self'"] == directives(policy_of(bare, settings).page)["img-src"]


def test_only_the_header_says_what_a_page_cannot(theme: Theme, settings: Settings) -> None:
    """Framing, encryption and the styles of drawings are for headers; the rest is said by both alike."""
    policy = policy_of(theme, dataclasses.replace(settings, site_url="https://calls.example/a/"))
    page, header = directives(policy.page), directives(policy.header)
    assert {"frame-ancestors", "upgrade-insecure-requests"} == set(header) - set(page)
    assert {"style-src"} == {name for name in page if page[name] != header[name]}


def test_a_site_without_encryption_is_not_told_to_use_it(theme: Theme, settings: Settings) -> None:
    """A site whose address begins with http would be unreachable for its own pages."""
    plain = policy_of(theme, dataclasses.replace(settings, site_url="http://calls.example/"))
    assert "upgrade-insecure-requests" not in plain.header


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ('<p onclick="x()">', "the attribute onclick of <p>"),
        ("<P ONLOAD=x>", "the attribute onload of <p>"),
        ('<p style="color:red">', "the attribute style of <p>"),
        ('<a href="javascript:x()">', "an address of <a> that is a script"),
        ('<a href=" java\tscript:x()">', "an address of <a> that is a script"),
        ('<form action="javascript:x()">', "an address of <form> that is a script"),
        ('<base href="/">', "the element <base>"),
        ('<iframe src="a.html">', "the element <iframe>"),
        ('<img src="https://elsewhere.example/a.png">', "a <img> from another host"),
        ('<script src="//elsewhere.example/a.js"></script>', "a <script> from another host"),
        (
            '<link rel="stylesheet" href="https://fonts.example/a.css">',
            "a <link> of another host for stylesheet",
        ),
        (
            "<script>let title = 'ARCHIVE-FRAME-TITLE (run make build)'</script>",
            "a <script> that is another on each page",
        ),
    ],
)
def test_what_no_hash_covers_is_named(markup: str, words: str) -> None:
    """Each thing in a frame that a policy of hashes cannot allow is found and said."""
    assert (("index.html", words),) == inline_of([("index.html", markup)]).uncovered


@pytest.mark.parametrize(
    "markup",
    [
        '<script type="application/ld+json">{"a": 1}</script>',
        '<script id="__config" type="application/json">{}</script>',
        '<link rel="canonical" href="https://calls.example/"><a href="https://forge.example/">',
        '<meta property="og:image" content="https://calls.example/card.png">',
    ],
)
def test_data_and_links_need_no_hash(markup: str) -> None:
    """Data blocks are not run, and links are followed by readers only."""
    assert Inline((), (), ()) == inline_of([("index.html", markup)])


def test_the_theme_as_it_is_has_nothing_uncovered(theme: Theme) -> None:
    """No frame holds a handler, a style attribute, a script in an address or anything from elsewhere."""
    assert () == theme.inline.uncovered


def test_a_frame_that_no_policy_covers_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A theme with a handler stops the build, by name and page, and the site stays as it was."""
    honest = builder.built_theme

    def handled(settings: Settings, root: Path, stage_dir: Path, cache: Path) -> Theme:
        theme = honest(settings, root, stage_dir, cache)
        return with_frame(theme, lambda frame: frame.replace("<main", '<main onclick="x()"'))

    monkeypatch.setattr(builder, "built_theme", handled)
    built = build(SITES / "empty" / "archive", tmp_path / "site", tmp_path / "work", GOOD["empty"])
    faults = [fault for fault in built.problems if fault.is_error]
    assert [("S725", "index.html")] == [(fault.code, page_named(fault)) for fault in faults]
    assert built.published is None
    assert not (tmp_path / "site").exists()


def page_named(fault: Problem) -> str:
    """Give the page that a message puts into quotes first."""
    return fault.message.split("`")[1]


def test_recordings_may_be_played_from_their_hosts(theme: Theme, settings: Settings) -> None:
    """The hosts of published recordings stand behind the site itself, and in no other directive."""
    hosts = ("https://audio.example", "https://sound.example:8443")
    found = directives(policy_of(theme, settings, hosts).page)
    assert ["'self'", *hosts] == found["media-src"]
    assert ["media-src"] == [name for name in found if hosts[0] in found[name]]


def test_many_hosts_do_not_make_a_policy_longer_than_hosts_read(
    theme: Theme, settings: Settings
) -> None:
    """However many hosts there are, no line of the file is longer than the 2,000 characters that are read."""
    for count in (1, 10, 20, 40, 4000):
        hosts = tuple(f"https://host-{number:04}.example" for number in range(count))
        policy = policy_of(theme, settings, hosts)
        is_named = len(" ".join(hosts)) <= HOSTS_LENGTH
        assert is_named == (hosts[-1] in policy.page)
        longest = max(len(line) for line in headers_file(policy, settings, ()).splitlines())
        assert longest < 2000


@pytest.mark.parametrize(
    "address",
    [
        "http://audio.example/a.mp3",
        "https://audio.example;/a.mp3",
        "https://audio.example'/a.mp3",
        "https://*/a.mp3",
        "https://*.example/a.mp3",
        "https://user@audio.example/a.mp3",
        "https://audio.example, *",
        "https://127.0.0.1/a.mp3",
        "https://[::1]/a.mp3",
        "https://[/a.mp3",
        "https://localhost/a.mp3",
        "https://äudio.example/a.mp3",
        "https:///a.mp3",
        "data:audio/mpeg,a",
        "a.mp3",
        "",
    ],
)
def test_only_plain_hosts_get_into_a_policy(address: str) -> None:
    """An address that is not a plain host with encryption allows nothing."""
    assert "" == origin_of(address)


def test_a_source_that_would_end_its_directive_is_refused(theme: Theme, settings: Settings) -> None:
    """Should anything else ever reach the policy, no policy is made of it."""
    with pytest.raises(UnsafeSource):
        policy_of(theme, settings, ("https://a.example; script-src *",))


def test_every_frame_says_the_policy_before_anything_that_it_rules(
    theme: Theme, settings: Settings
) -> None:
    """The policy stands right behind the character set, before any script, style or text of a record."""
    cut = cut_frames(theme, settings)
    expected = f'<meta charset="utf-8">{policy_elements(cut.policy)}'.encode()
    for frame in (*cut.outlined.values(), *cut.plain.values()):
        head = frame.constants[0]
        before = head.partition(expected)[0]
        assert len(before) < len(head)
        assert b"<script" not in before
        assert b"<link" not in before


def test_no_header_is_set_twice_for_a_file(theme: Theme, settings: Settings) -> None:
    """Hosts join values of rules that meet, so no two rules that can meet say the same header."""
    names = [path for path, _ in theme.assets]
    made = list(rules(policy_of(theme, settings), settings, names))
    first, others = made[0], made[1:]
    everywhere = {name for name, _ in first[1]}
    assert {"Content-Security-Policy", *(name for name, _ in ALWAYS)} == everywhere
    assert all(everywhere.isdisjoint(name for name, _ in said) for _, said in others)
    assert len(others) == len({pattern for pattern, _ in others})
    assert len(made) < 100, "some hosts read no more rules than that"


def test_the_path_of_a_site_cannot_begin_a_line_of_the_file(
    theme: Theme, settings: Settings
) -> None:
    """An address with signs of its own stays one pattern."""
    odd = dataclasses.replace(settings, site_url="https://calls.example/a b*:c\n  X-Own: d/")
    text = headers_file(policy_of(theme, odd), odd, ()).decode()
    assert "X-Own: d" not in text
    assert text.startswith("/a%20b%2A%3Ac")
