"""How the pages are built: ``python -m sphinx -q -n -W --keep-going -b html docs docs/_build/html``."""

from __future__ import annotations

import sys
from importlib.metadata import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "communique"
version = release = metadata(project)["Version"]
author = copyright = "the authors of communique"  # noqa: A001 - the name Sphinx asks for

extensions = ["myst_parser", "sphinx.ext.autodoc", "catalogue", "docstrings"]
exclude_patterns = ["_build"]
root_doc = "index"

myst_enable_extensions = ["deflist", "fieldlist"]
myst_heading_anchors = 3

default_role = "code"  # names between single backticks in docstrings
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
nitpick_ignore_regex = [
    # Types of other packages, whose documentation is not at hand when these pages are built.
    (
        "py:.*",
        r"(re|regex|datetime|collections\.abc|importlib|typing|pathlib|pluggy|click|pytest|hypothesis|attrs)\..*",
    ),
    ("py:class", r"(date|Path|Iterable|Iterator|Mapping|Sequence|Collection|Callable|object)"),
    # Names for types, and type variables.
    ("py:class", r"(.*\.)?(K|M|N|P|Json|Kind|Hit|_Known)"),
    ("py:obj", r".*\.[KMN]"),
]

pygments_dark_style = "github-dark"

html_theme = "furo"
html_title = f"communique {release}"
html_static_path = ["_static"]
html_css_files = ["tables.css"]
