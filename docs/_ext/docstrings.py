"""Docstrings, signatures, names and examples on the pages as this code base writes them."""

from __future__ import annotations

from docutils.nodes import Element, Text, document, literal_block
from pygments.lexers import BashLexer
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.napoleon.docstring import GoogleDocstring

import communique


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the functions below; calls in a console are commands, without a prompt in front."""
    app.add_lexer("console", BashLexer)
    app.connect("autodoc-process-docstring", read_google_style)
    app.connect("autodoc-process-signature", say_defaults)
    app.connect("doctree-read", leave_builtin_type)
    app.connect("doctree-read", end_blocks_with_text)
    app.connect("missing-reference", find_public_name)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def read_google_style(_app: Sphinx, what: str, _name: str, _value: object, _options: object, lines: list[str]) -> None:
    """Read Args and Raises sections; the string below a field is plain text, whatever colons are in it."""
    if what not in {"attribute", "data", "property"}:
        lines[:] = GoogleDocstring(list(lines)).lines()


def say_defaults(
    _app: Sphinx, _what: str, _name: str, _value: object, _options: object, signature: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """Put an ellipsis where a default is made for each value: attrs shows such a default as NOTHING."""
    return (signature.replace("NOTHING", "...") if signature else signature), returns


def leave_builtin_type(_app: Sphinx, doctree: document) -> None:
    """Take the link from ``type`` in annotations: several kinds have a field of that name."""
    for node in list(doctree.findall(pending_xref)):
        if node.get("reftarget") == "type":
            node.replace_self(node.children)


def end_blocks_with_text(_app: Sphinx, doctree: document) -> None:
    """Take the blank line from the end of examples: it ends what they print, and shows nothing."""
    for block in list(doctree.findall(literal_block)):
        text = block.astext()
        if text.endswith("\n") and len(block) == 1:
            block.rawsource = text.rstrip("\n")
            block[:] = [Text(block.rawsource)]


def find_public_name(app: Sphinx, env: BuildEnvironment, node: pending_xref, contents: Element) -> Element | None:
    """Resolve ``communique.Quote`` to the module in which the class is written down."""
    package, _, path = node.get("reftarget", "").partition(".")
    name, _, member = path.partition(".")
    if node.get("refdomain") != "py" or package != "communique" or name not in communique.__all__:
        return None
    target = ".".join(filter(None, (getattr(communique, name).__module__, name, member)))
    domain = env.domains.python_domain
    return domain.resolve_xref(env, node["refdoc"], app.builder, node["reftype"], target, node, contents)
