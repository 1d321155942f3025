"""Markdown becomes safe HTML, whatever the text is."""

import html.parser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.links import Standpoint
from generator.render.markdown import Setting, render_markdown
from generator.render.passages import Anchor
from tests.hanging import ends

SOURCE = "minutes/2031/2031-03-05-river.md"
PAGE = "calls/2031-03-05-river.html"
STANDPOINT = Standpoint(SOURCE, PAGE, ("desk@river.example",))
SETTING = Setting(STANDPOINT, top=3, prefix="notes-")
ALLOWED = {
    "a": {"href", "title", "rel", "class", "aria-label", "tabindex"},
    "blockquote": set(), "br": set(), "code": set(), "del": set(), "em": set(), "hr": set(),
    "pre": set(), "strong": set(), "table": {"class"}, "tbody": set(), "thead": set(), "tr": set(),
    "ul": set(), "div": {"class", "role", "tabindex", "aria-label"},
    "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
    "li": {"id"}, "ol": {"start"}, "p": {"id", "class"},
    "span": {"class", "role", "aria-label", "id"}, "td": {"class"}, "th": {"class", "scope"},
    "time": {"id", "datetime"},
}  # fmt: skip


class Tags(html.parser.HTMLParser):
    """Gathers every tag with its attributes, and the text."""

    def __init__(self):
        super().__init__()
        self.tags = []
        self.words = []
        self.comments = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.comments.append(data)


def read(text):
    """Give the tags of a finished HTML text."""
    parser = Tags()
    parser.feed(text)
    parser.close()
    return parser


def shown(text, setting=SETTING):
    """Give the HTML of a Markdown text."""
    return render_markdown(text, setting).html


def faults(finished):
    """Give every tag, attribute and address that is not on the list of the test."""
    found = []
    for tag, attributes in read(finished).tags:
        if tag not in ALLOWED or not set(attributes) <= ALLOWED[tag]:
            found.append((tag, attributes))
        href = attributes.get("href", "#")
        outside = href.startswith(("https://", "http://", "mailto:desk@river.example"))
        if not outside and (":" in href.partition("#")[0] or href.startswith(("/", "\\"))):
            found.append((tag, href))
    return found + read(finished).comments


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](\x01javascript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    "[a](file:///etc/passwd)",
    "[a](//evil.example/x)",
    "[a](\\\\evil.example)",
    "[a](/root)",
    "[a](http://user:pass@evil.example/)",
    "[a](https://a.example\\@evil.example/)",
    "[a](ftp://a.example/)",
    "[a](mailto:else@evil.example)",
    "[a](mailto:desk@river.example?bcc=else@evil.example)",
    '[a](https://a.example "x\\" onclick=alert(1) y")',
    "![a](https://evil.example/track.png)",
    "![a](x.png \"b\" onerror='c')",
    "<a href='javascript:alert(1)'>x</a>",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    "<style>*{display:none}</style>",
    "<!-- --><b onmouseover=alert(1)>x</b>",
    '```"><script>\nx\n```',
    '# <svg onload=alert(1)> {#x" onclick=y}',
    "| a |\n|:-:|\n| <iframe src=x> |",
    "- [ ] <input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[redacted: safety<script>]",
    "> [!NOTE]<script>\n> x",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_leaves_nothing_live(text):
    """A known trick gives only tags, attributes and addresses of the list."""
    assert [] == faults(shown(text))


@settings(deadline=None, max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            [*HOSTILE, "\n", "\n\n", "> ", "- ", "# ", "`", "*", "_", "[", "](", ")", "|"]
        )
        | st.text(max_size=20),
        max_size=30,
    ).map("".join)
)
def test_any_text_leaves_nothing_live(text):
    """No text whatever gives a tag, attribute or address outside the list."""
    assert [] == faults(shown(text))


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="ab #-\n>[]{}!x1:0*`", max_size=200))
def test_names_in_a_page_are_unique(text):
    """Two places of one page never get the same name."""
    names = [a["id"] for _, a in read(shown(text)).tags if "id" in a]
    assert len(set(names)) == len(names)


SIZE = 256 * 1024
HEAVY = {
    "brackets": "[" * SIZE,
    "stars": "*a " * (SIZE // 3),
    "underscores": "_a__b " * (SIZE // 6),
    "quotes": ">" * SIZE,
    "quotes apart": "> " * (SIZE // 2),
    "lists": "- " * (SIZE // 2) + "a",
    "lists of numbers": "1. " * (SIZE // 3) + "a",
    "deep lists": "\n".join("  " * depth + "- a" for depth in range(500)),
    "lists and empty lines": "- " * (SIZE // 8) + "a\n" + "\n" * (SIZE // 2),
    "emphasis in emphasis": "*a **b ~~c " * (SIZE // 11),
    "table of empty cells": "|a" * 500 + "\n" + "|-" * 500 + "|\n" + "a\n" * 100_000,
    "headings": "# a\n" * (SIZE // 4),
    "spaces in a heading": "# a" + " " * SIZE + "b",
    "links": "[a](b.md) " * (SIZE // 10),
    "moments": "[00:12:30] " * (SIZE // 11),
    "backticks": "".join("`" * length + " " for length in range(1, 700)),
}


@pytest.mark.parametrize("kind", sorted(HEAVY))
def test_heavy_text_is_answered_in_time(kind):
    """256 kB of the hardest text is finished."""
    with ends():
        shown(HEAVY[kind])


def test_notes_leave_no_memory_behind():
    """Rendering again and again does not grow: the C library's trees are freed."""
    import resource

    text = "## Outcomes\n\n- one *two* three\n" * 100
    for _ in range(20):
        shown(text)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(400):
        shown(text)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 10_000


def test_redaction_is_said_in_words():
    """A redaction is shown as words that name its reason."""
    html = '<p>a <span class="ia-redacted">[words left out for legal reasons]</span></p>\n'
    assert html == shown("a [redacted: legal]")


@pytest.mark.parametrize(
    "text",
    [
        "[redacted: legal]\n\n[redacted: legal]: https://elsewhere.example/",
        "> [Redacted: Legal]: https://elsewhere.example/\n\n[redacted: legal]",
        "[redacted: legal](https://elsewhere.example/)",
    ],
)
def test_no_link_takes_a_redaction(text):
    """A definition of its label makes a link of it for Markdown; a reader sees that words were taken out."""
    finished = shown(text)
    assert "ia-redacted" in finished
    assert "elsewhere.example/" not in [a.get("href") for _, a in read(finished).tags]
    assert "<a " not in finished


def test_redaction_in_code_stays():
    """Code shows what was written."""
    assert "<p><code>[redacted: legal]</code></p>\n" == shown("`[redacted: legal]`")


@pytest.mark.parametrize(
    ("label", "kind", "title"),
    [
        ("NOTE", "note", "Note"),
        ("TIP", "tip", "Tip"),
        ("IMPORTANT", "info", "Important"),
        ("WARNING", "warning", "Warning"),
        ("CAUTION", "danger", "Caution"),
    ],
)
def test_alert_becomes_an_admonition(label, kind, title):
    """Each of GitHub's five alerts becomes an admonition of the theme with its title."""
    expected = (
        f'<div class="admonition {kind}">\n<p class="admonition-title">{title}</p>\n'
        "<p>Read this.</p>\n</div>\n"
    )
    assert expected == shown(f"> [!{label}]\n> Read this.")


def test_alert_with_an_empty_line_after_its_label():
    """A label in a paragraph of its own leaves no empty paragraph."""
    assert "<p></p>" not in shown("> [!NOTE]\n>\n> - one")


def test_quote_is_no_alert_without_its_label_alone_on_the_line():
    """Words after the label make it a quote, as on the forge."""
    assert "<blockquote>" in shown("> [!NOTE] words")


def test_image_is_its_alternative_text():
    """A picture is never loaded; its words stay, and stay text."""
    assert "<p>the &lt;bridge&gt; hall</p>\n" == shown(
        "the ![<bridge>](https://a.example/b.png) hall"
    )


def test_headings_start_at_the_level_of_the_page():
    """The highest heading gets the level the page has for it, and no level is skipped."""
    outline = render_markdown("## A\n\n#### B\n\n# C", SETTING).outline
    assert [3, 4, 3] == [h.level for h in outline]


def test_heading_names_fold_accents_and_count_repeats():
    """Names come from the words; the second of the same words gets a number."""
    outline = render_markdown("# Où & Quand\n\n# Ou quand\n\n# Привет", SETTING).outline
    assert ["notes-ou-quand", "notes-ou-quand-2", "notes-привет"] == [h.anchor for h in outline]


def test_heading_can_be_named_by_hand():
    """`{#words}` names a heading and is not shown."""
    html = shown("# A long title {#short}")
    assert html.startswith('<div class="ia-heading"><h3 id="notes-short">A long title</h3><a ')
    assert "{#" not in html


def test_link_to_a_heading_goes_by_its_words():
    """A link that works on the forge works in the page, where names start differently."""
    assert 'href="#notes-a-b"' in shown("# A & B\n\n[x](#a--b)")


def test_names_already_given_are_not_given_again():
    """A heading keeps away from names that the page has used."""
    setting = Setting(STANDPOINT, taken=frozenset({"sources"}))
    assert "sources-2" == render_markdown("# Sources", setting).outline[0].anchor


def test_outline_tells_moments_without_brackets():
    """The outline of a page shows a moment as a plain time."""
    outline = render_markdown("# [00:12:30] Breakout", SETTING).outline
    assert ("notes-breakout", "00:12:30 Breakout") == (outline[0].anchor, outline[0].text)


def test_block_on_a_named_line_gets_its_name():
    """The list item or paragraph that starts on the line has the name, and no position remains."""
    setting = Setting(STANDPOINT, anchors=(Anchor(1, "para"), Anchor(4, "item")))
    html = shown("para\n\n- a\n- b", setting)
    assert ["para", "item"] == [a["id"] for _, a in read(html).tags if "id" in a]
    assert '<p id="para">para<a ' in html
    assert '<li>a</li>\n<li id="item">b<a ' in html
    assert "sourcepos" not in html


def test_marked_line_within_a_block_has_its_name_where_it_begins():
    """Marks that follow each other without a blank line between them have a place and a link each."""
    setting = Setting(STANDPOINT, anchors=(Anchor(1, "one"), Anchor(2, "two"), Anchor(5, "three")))
    html = shown("a\n**b**\n\n- c\nd\n  - e", setting)
    assert '<p id="one">a<a class="ia-address" href="#one"' in html
    assert '</a>\n<span id="two"></span><strong>b</strong><a class="ia-address" href="#two"' in html
    assert '<li>c\n<span id="three"></span>d<a class="ia-address" href="#three"' in html


def test_name_of_a_line_before_any_block_stands_first():
    """A name with no block before it begins the text."""
    setting = Setting(STANDPOINT, anchors=(Anchor(1, "code"),))
    html = shown("    a", setting)
    assert html.startswith('<span id="code"></span><a ')
    assert html.endswith("</a><pre><code>a\n</code></pre>\n")


def test_table_keeps_headers_and_sides():
    """Cells of the head are headers of their column, and alignment is a class."""
    html = shown("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<th scope="col">a</th>\n<th scope="col" class="ia-right">b</th>' in html
    assert '<td>1</td>\n<td class="ia-right">2</td>' in html


def test_task_is_a_sign_with_words():
    """A task is a sign that a screen reader can say."""
    html = shown("- [x] done\n- [ ] open")
    labels = [a["aria-label"] for tag, a in read(html).tags if tag == "span"]
    assert ["done", "not done"] == labels


def test_list_keeps_its_first_number():
    """A list that starts at three starts at three."""
    assert '<ol start="3">' in shown("3. c\n4. d")


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("../../calls/2031/2031-03-05-river.yaml", "2031-03-05-river.html"),
        ("2031-03-12-river.md", "2031-03-12-river.html"),
        ("2031-03-12-river.md#decision-x", "2031-03-12-river.html#decision-x"),
        ("../../calls/series/river-open-call.yaml", "../series/river-open-call.html"),
        ("../../calls/groups/river-planning.yaml", "../groups/river-planning.html"),
        ("../../content/about/index.md", "../about/index.html"),
        ("../../content/calendar/all.ics", "../calendar/all.ics"),
        ("https://a.example/b?c=1&d=2#e", "https://a.example/b?c=1&d=2#e"),
        ("https://a.example/@river/b", "https://a.example/@river/b"),
        ("mailto:Desk@river.example", "mailto:Desk@river.example"),
    ],
)
def test_link_leads_to_the_page(written, href):
    """An address as the repository has it leads to the page that the file becomes."""
    assert [href] == [a["href"] for tag, a in read(shown(f"[x]({written})")).tags if tag == "a"]


@pytest.mark.parametrize(
    "written",
    ["../../README.md", "../../../etc/passwd", "photo.png", "../../mkdocs.yml", "#a b", "#", "",
     "../../calls/platforms.yaml", "../2031/", "%2e%2e/%2e%2e/%2e%2e/x.md", "a\\b.md"],
)  # fmt: skip
def test_link_that_leads_to_no_page_stays_text(written):
    """What becomes no page is no link; its words stay."""
    html = shown(f"[words](<{written}>)")
    assert "<a" not in html
    assert "words" in html


def test_external_link_tells_nothing_of_where_it_came_from():
    """A link out of the site carries `noopener noreferrer`; one inside does not."""
    tags = read(shown("[a](https://a.example) [b](2031-03-12-river.md)")).tags
    rels = [a.get("rel") for tag, a in tags if tag == "a"]
    assert ["noopener noreferrer", None] == rels


def test_html_is_not_carried_over():
    """Raw HTML is dropped, inline words stay."""
    assert "<p>a b c</p>\n" == shown("a <b>b</b> c")


def test_text_beyond_reason_is_shown_as_written():
    """A text that would grow without end is shown as it was written."""
    assert shown("> " * 20_000).startswith("<pre>&gt; &gt; ")


def test_elements_too_deep_keep_their_words():
    """Below sixty levels tags go and words stay."""
    html = shown("> " * 100 + "words")
    assert "words" in html
    assert html.count("<blockquote>") == 60


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("[words](javascript:alert(1))", "words"),
        ("[words](ftp://a.example/)", "words"),
        ("![a picture](https://evil.example/track.png)", "a picture"),
        ("<javascript:alert(1)>", "javascript:alert(1)"),
        ("a <b>bold</b> word", "a bold word"),
    ],
)
def test_words_stay_where_a_link_a_picture_or_a_tag_may_not(text, seen):
    """Readers see the words of what is taken out, and no link."""
    assert f"<p>{seen}</p>\n" == shown(text)
