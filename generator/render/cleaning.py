"""The last look at HTML that came from people's text: what is not on this list does not pass."""

import functools

import nh3

from generator.wording import _

BLOCKS = frozenset(
    {"blockquote", "div", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
)
TABLES = frozenset({"table", "tbody", "td", "th", "thead", "tr"})
INLINE = frozenset({"a", "br", "code", "del", "em", "span", "strong", "time"})
ADMONITIONS = frozenset({"note", "tip", "info", "warning", "danger"})
_CELLS = frozenset({"ia-left", "ia-center", "ia-right"})
CLASSES = {
    "a": {"ia-address", "ia-moment"},
    "div": {"admonition", "ia-heading", "ia-wide", *ADMONITIONS},
    "p": {"admonition-title"},
    "span": {"ia-redacted", "ia-task"},
    "table": {"ia-table"},
    "td": set(_CELLS),
    "th": set(_CELLS),
}
_WITH_ID = ("h2", "h3", "h4", "h5", "h6", "li", "p", "span", "time")


def clean(html: str) -> str:
    """Give the HTML with nothing left in it that could act, load or look like the theme."""
    return _cleaner((_("done"), _("not done"))).clean(html)


@functools.cache
def _cleaner(labels: tuple[str, ...]) -> nh3.Cleaner:
    """Make the cleaner once for the labels of tick boxes in a language; making one costs more than using it."""
    attributes = {tag: {"id"} for tag in _WITH_ID}
    # What a link or a box is called holds words of the text, so that only their tags can be listed here.
    attributes["a"] = {"href", "title", "aria-label"}
    attributes["div"] = {"aria-label"}
    attributes["ol"] = {"start"}
    attributes["time"] = {"id", "datetime"}
    return nh3.Cleaner(
        tags=BLOCKS | TABLES | INLINE,
        attributes=attributes,
        tag_attribute_values={
            "a": {"rel": {"noopener noreferrer"}, "tabindex": {"-1"}},
            "div": {"role": {"region"}, "tabindex": {"0"}},
            "span": {"role": {"img"}, "aria-label": set(labels)},
            "th": {"scope": {"col"}},
        },
        allowed_classes=CLASSES,
        url_schemes={"https", "http", "mailto"},
        link_rel=None,
    )
