"""GitHub-flavoured Markdown to HTML by GitHub's own renderer: the only file that knows cmarkgfm.

Raw HTML is off and every block carries the line it starts on; making the result safe is left to `markdown`.
"""

import ctypes
import functools
import html

from cmarkgfm import _cmark, cmark

EXTENSIONS = ("table", "strikethrough", "autolink", "tasklist")
GROWTH = 24
"""Most characters of HTML for one of Markdown; lists of empty items, the densest honest text, need 15."""
ALLOWANCE = 65_536
"""HTML up to this size is never refused, however short its Markdown is."""


class _Allocator(ctypes.Structure):
    """The C library's three functions for memory (`cmark_mem`)."""

    _fields_ = [
        ("calloc", ctypes.c_void_p),
        ("realloc", ctypes.c_void_p),
        ("free", ctypes.CFUNCTYPE(None, ctypes.c_void_p)),
    ]


def gfm_html(text: str) -> str:
    """Render Markdown to HTML with `data-sourcepos="line:column-…"` on every block.

    Text that grows beyond reason (a thousand nested quotes, a table of a million empty cells) would keep the next
    steps busy for minutes, so it is shown as it was written.
    """
    rendered = _render(text)
    if len(rendered) > ALLOWANCE + GROWTH * len(text):
        return f"<pre>{html.escape(text, quote=False)}</pre>\n"
    return rendered


def _render(text: str) -> str:
    """Run the C library and give back the memory it took."""
    options = cmark.Options.CMARK_OPT_SOURCEPOS
    cmark.core_extensions_ensure_registered()
    parser = cmark.parser_new(options=options)
    try:
        for name in EXTENSIONS:
            cmark.parser_attach_syntax_extension(parser, cmark.find_syntax_extension(name))
        data = text.encode("utf-8", "replace")
        _cmark.lib.cmark_parser_feed(parser, data, len(data))
        tree = cmark.parser_finish(parser)
        rendered = _cmark.lib.cmark_render_html(
            tree, options, cmark.parser_get_syntax_extensions(parser)
        )
        result: str = _cmark.ffi.string(rendered).decode("utf-8")
        _release(_address(tree), _address(rendered))
    finally:
        cmark.parser_free(parser)
    return result


def _address(pointer: object) -> int:
    return int(_cmark.ffi.cast("uintptr_t", pointer))


def _release(tree: int, rendered: int) -> None:
    """Free a tree and the text made from it.

    cmarkgfm 2025.10.22 frees neither (110 kB for each 4 kB of notes, a gigabyte for 10,000 calls) and does not offer
    the two functions that would, though its library holds them. This can go when it frees them itself.
    """
    library = _library()
    if library is None:
        return
    library.cmark_node_free(ctypes.c_void_p(tree))
    library.cmark_get_default_mem_allocator().contents.free(rendered)


@functools.cache
def _library() -> ctypes.CDLL | None:
    """Open the library that cmarkgfm has loaded; nothing where a platform hides its functions."""
    library = ctypes.CDLL(_cmark.__file__)
    if not hasattr(library, "cmark_node_free"):
        return None
    library.cmark_node_free.restype = None
    library.cmark_get_default_mem_allocator.restype = ctypes.POINTER(_Allocator)
    return library
