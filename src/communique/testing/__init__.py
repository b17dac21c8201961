"""For plugin authors: everything that plugins promise, cases as data, strategies.

`check_plugin` holds a plugin to all promises and gives a `Problem` for each that is broken.
"""

from __future__ import annotations

from communique.testing.check import check_plugin
from communique.testing.problem import Problem

__all__ = ["Problem", "check_plugin"]
