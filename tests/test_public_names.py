"""Every public name says what it means and shows it in an example that is run.

Public is what the API page lists, module by module, but for names with an underscore in front.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import FunctionType, MappingProxyType
from typing import cast

import pytest

import communique

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
MODULES = re.findall(r"automodule:: (\S+)\n   :members:", PAGE)
# The kinds have a page of their own, which shows each of them in a text; hooks are shown where plugins are written.
ELSEWHERE = MappingProxyType({"communique.kinds": "kinds.md", "communique.hookspecs": "hooks.md"})


def defined(module: str) -> list[tuple[str, object]]:
    """The public functions and classes that a module defines."""
    return [
        (name, value)
        for name, value in vars(import_module(module)).items()
        if not name.startswith("_") and callable(value) and getattr(value, "__module__", None) == module
    ]


NAMES = [(f"{module}.{name}", value) for module in MODULES for name, value in defined(module)]


def methods(owner: type) -> Iterator[tuple[str, FunctionType]]:
    """The public methods and properties that a class defines itself."""
    for name, value in vars(owner).items():
        method = getattr(value, "__func__", None) or getattr(value, "fget", None) or getattr(value, "func", value)
        if not name.startswith("_") and isinstance(method, FunctionType):
            yield name, method


def test_the_page_lists_all_that_can_be_imported_from_communique() -> None:
    """What stands in `communique.__all__` comes from a module with a place in the documentation."""
    modules = {getattr(communique, name).__module__ for name in communique.__all__ if name != "hookimpl"}
    assert modules <= {*MODULES, *ELSEWHERE}
    assert all((ROOT / "docs" / "reference" / page).exists() for page in ELSEWHERE.values())


@pytest.mark.parametrize("value", [pytest.param(value, id=name) for name, value in NAMES])
def test_a_public_name_says_what_it_means_and_shows_it(value: object) -> None:
    """Functions and classes have a docstring with an example; methods have a docstring."""
    assert ">>>" in (inspect.getdoc(value) or ""), "an example is missing"
    if isinstance(value, type):
        assert [name for name, method in methods(value) if not inspect.getdoc(method)] == []


def _undocumented(module: str) -> Iterator[str]:
    """The public names that a module assigns, without a string below that says what they are."""
    body = ast.parse(inspect.getsource(import_module(module))).body
    for statement, following in zip(body, [*body[1:], None], strict=True):
        if not isinstance(statement, ast.Assign | ast.AnnAssign):
            continue
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        names = [target.id for target in targets if isinstance(target, ast.Name) and not target.id.startswith("_")]
        if isinstance(statement.value, ast.Call) and ast.unparse(statement.value.func) == "TypeVar":
            continue
        said = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
        if not (said and isinstance(cast("ast.Constant", cast("ast.Expr", following).value).value, str)):
            yield from names


@pytest.mark.parametrize("module", [*MODULES, *ELSEWHERE])
def test_a_public_constant_says_what_it_is(module: str) -> None:
    """On the line below it."""
    assert list(_undocumented(module)) == []
