"""What the tests of core notice: modules changed in one place at a time, each change tried with the tests that run it.

    python bench/mutants.py words rows cli.extract --sample 40

A change is a slip of the hand: a comparison turned round, a condition left out, a number one higher, a word or an
argument gone (`bench/slips.py`).  The sample of a module is the same on every run while its source is.  Each change is
tried in a process of its own, first with the tests that run the line, the quickest first, then with all tests of the
module, and few examples of Hypothesis.  What no test notices is printed.
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from time import monotonic, sleep
from types import FrameType
from typing import Any

import pytest
from slips import Slip, slips

ROOT = Path(__file__).parents[1]
SECONDS = 90
"""What a change may take until it counts as noticed: it may have made a loop that never ends."""
PRELOADED = (
    "attrs",
    "cattrs.gen",
    "click.testing",
    "hypothesis.strategies",
    "jsonschema",
    "regex",
    "rich.console",
    "sybil",
)
"""What each process needs and no change touches; communique itself is imported by each anew."""

TESTS_OF = {
    "cli.articles": ("pages", "cli"),
    "cli.settings": ("cli", "plugins"),
    "contents": ("plugins", "check_plugin"),
    "doctor": ("plugins", "cli"),
    "exporter": ("exporters", "cli"),
    "extractor": ("lexicon", "pipeline", "plugins"),
    "hookspecs": ("plugins",),
    "marking": ("notebook", "explain"),
    "offices": ("tables",),
    "quotations": ("layout_quotations", "layout"),
    "reading": ("reading", "mentions", "notebook"),
    "sentences": ("layout",),
    "testing.cases": ("cases",),
    "testing.exports": ("export_promises", "check_plugin"),
    "testing.strategies": ("promises", "record", "rows", "schema"),
}
"""Test files of modules that have none of their own name."""
TESTS_IN = {"cli": ("cli", "plugins", "pages"), "testing": ("promises", "check_plugin", "cases")}
"""Test files of the other modules of packages."""


def main() -> None:
    """Try the modules that are named, or all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="for example words or cli.extract; default: all")
    parser.add_argument("--sample", type=int, default=40, metavar="N", help="changes of each; default: 40")
    arguments = parser.parse_args()
    os.environ["HYPOTHESIS_PROFILE"] = "mutants"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in ("src", "tests", "seeds", "docs"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "_build"))
        for part in ("conftest.py", "pyproject.toml", "README.md"):
            shutil.copy(ROOT / part, copy)
        os.environ["PYTHONPATH"] = str(copy / "src")
        sys.path.insert(0, str(copy / "src"))
        os.chdir(copy)
        for name in PRELOADED:
            import_module(name)
        for module in arguments.modules or sorted(_modules()):
            _try(module, arguments.sample)


def _modules() -> Iterator[str]:
    for path in (ROOT / "src" / "communique").rglob("*.py"):
        parts = path.relative_to(ROOT / "src" / "communique").with_suffix("").parts
        if "templates" not in parts and (name := ".".join(part for part in parts if part != "__init__")):
            yield name


def _try(module: str, most: int) -> None:
    path = Path("src", "communique", *module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    package, _, name = module.rpartition(".")
    names = TESTS_OF.get(module) or TESTS_IN.get(package or module) or (name,)
    files = [str(one) for one in (*(Path("tests", f"test_{one}.py") for one in names), path) if one.exists()]
    source = path.read_text(encoding="utf-8")
    possible = slips(source)
    sample = sorted(random.Random(module).sample(range(len(possible)), min(most, len(possible))))  # noqa: S311
    seen = _Lines(path.resolve())
    if _run(files, seen) != 0:
        print(f"{module}: its tests fail as it is", flush=True)
        return
    seen.load()
    for bytecode in path.parent.glob(f"__pycache__/{path.stem}.*"):
        bytecode.unlink()
    missed: list[str] = []
    for slip in (possible[number] for number in sample):
        path.write_text(slip.made(source), encoding="utf-8")
        if not _noticed(slip, files, seen):
            missed.append(slip.told(source))
    path.write_text(source, encoding="utf-8")
    print(f"{module}: noticed {len(sample) - len(missed)} of {len(sample)} (of {len(possible)})", flush=True)
    for one in missed:
        print(f"    {one}", flush=True)


def _noticed(slip: Slip, files: list[str], seen: _Lines) -> bool:
    tests = sorted(seen.tests.get(slip.line, ()), key=seen.seconds.__getitem__)
    return bool(tests and _run(tests) != 0) or _run(files) != 0


class _Lines:
    """Which tests run which lines of a file, and how long they take; a plugin of pytest."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        self.tests: dict[int, set[str]] = {}
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        def trace(frame: FrameType, _event: str, _argument: object) -> Any:
            if frame.f_code.co_filename != self.path:
                return None
            self.tests.setdefault(frame.f_lineno, set()).add(item.nodeid)
            return trace

        begun = monotonic()
        sys.settrace(trace)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            self.seconds[item.nodeid] = monotonic() - begun

    def pytest_sessionfinish(self) -> None:
        """Leave what was seen for the process that began this one."""
        _SEEN.write_bytes(pickle.dumps((self.tests, self.seconds)))

    def load(self) -> None:
        """Take what was seen."""
        self.tests, self.seconds = pickle.loads(_SEEN.read_bytes())  # noqa: S301 - written by this very program


_SEEN = Path("seen.pickle")
_OPTIONS = (
    *("-x", "-q", "-p", "no:cacheprovider", "-k", "not linear and not all_plugins"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # what is loaded before
)


def _run(tests: list[str], seen: _Lines | None = None) -> int:
    """Run tests in a process of their own, and give its exit status."""
    child = os.fork()
    if not child:
        sys.dont_write_bytecode = seen is None
        status = 70
        try:
            with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
                status = pytest.main([*_OPTIONS, *tests], [seen] if seen else [])
        finally:
            os._exit(status)
    begun = monotonic()
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        if monotonic() - begun > (SECONDS if seen is None else 20 * SECONDS):
            os.kill(child, signal.SIGKILL)
        sleep(0.01)


if __name__ == "__main__":
    main()
