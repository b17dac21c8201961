"""What the tests of core notice: modules changed in one place at a time, and the tests that run that place.

    python bench/mutants.py words rows cli.extract --sample 40

A change is a slip of the hand: a comparison turned round, a condition left out, a number one higher, a word or an
argument gone (`bench/slips.py`).  The sample of a module is the same on every run while its source is.  Each change is
tried in a process of its own with those tests of the module that call the function, one of each function of tests
before another, the quickest first, then with those that start processes; all with few examples of Hypothesis.  What
stands outside functions is tried with all of them.  What no test notices is printed.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import os
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from time import monotonic, sleep

import pytest
from slips import slips, told_calls

ROOT = Path(__file__).parents[1]
SECONDS = 30
"""What tests may take besides five times their time, until a change counts as noticed: it may have made a loop."""
MOST = 80
"""How many tests are asked about one change, where more of them call the function."""
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
    "cli": ("cli", "plugin_commands"),
    "cli.articles": ("pages", "keys"),
    "cli.extract": ("extract", "extract_formats"),
    "cli.inputs": ("extract", "keys", "pages"),
    "cli.kinds": ("plugins_shown",),
    "cli.options": ("options", "extract", "extract_formats"),
    "cli.plugin_page": ("plugins_shown",),
    "cli.keys": ("keys",),
    "cli.plugins": ("plugins_shown", "doctor", "cli", "scaffold", "plugin_settings"),
    "cli.printable": ("options",),
    "cli.schema": ("schema", "cli"),
    "cli.score": ("scoring", "cli"),
    "cli.show": ("show", "cli"),
    "cli.settings": ("plugin_settings", "cli"),
    "contents": ("contents", "plugins", "plugin_settings", "plugin_commands"),
    "exporter": ("exporters", "extractor"),
    "forms": ("forms", "record", "schema"),
    "extractor": ("extractor", "lexicon", "pipeline", "plugins"),
    "hookspecs": ("plugins", "plugin_commands"),
    "index": ("words",),
    "kinds": ("kinds", "record"),
    "marking": ("notebook", "explain"),
    "notebook": ("notebook_tables", "notebook"),
    "patterns": ("patterns", "words"),
    "plugins": ("plugins", "plugin_settings", "plugin_commands"),
    "quotations": ("layout_quotations", "layout"),
    "reading": ("reading", "mentions", "notebook"),
    "sentences": ("layout",),
    "separators": ("words", "layout"),
    "testing.attempts": ("promises",),
    "testing.cases": ("cases",),
    "testing.changes": ("changes",),
    "testing.conformance": ("conformance",),
    "testing.declared": ("declared", "check_plugin"),
    "testing.values": ("changes",),
    "testing.invariants": ("promises",),
    "testing.promises": ("promises",),
    "testing.resources": ("promises",),
    "testing.metadata": ("metadata", "check_plugin"),
    "testing.hostile": ("promises", "layout"),
    "testing.exports": ("export_promises", "check_plugin"),
    "testing.problem": ("problem", "reference"),
    "testing.readings": ("any_readings", "record", "rows"),
    "testing.strings": ("texts",),
    "testing.strategies": ("known_articles", "promises"),
    "testing.texts": ("texts",),
}
"""Test files of modules that have none of their own name."""
TESTS_IN = {"cli": ("cli", "pages"), "testing": ("promises", "check_plugin", "cases")}
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
        for part in ("src", "plugins", "tests", "seeds", "docs"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "_build"))
        for part in ("conftest.py", "pyproject.toml", "README.md"):
            shutil.copy(ROOT / part, copy)
        sources = [str(path) for path in (copy / "src", *copy.glob("plugins/*/src"))]
        os.environ["PYTHONPATH"] = os.pathsep.join(sources)
        sys.path[:0] = sources
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
    telling, functions = told_calls(source)
    _write(path, telling)
    if _run(files, _Calls()) != 0:
        print(f"{module}: its tests fail as it is\n{_SAID.read_text(encoding='utf-8')}", flush=True)
    else:
        seen = _Calls.seen()
        missed: list[str] = []
        for slip in (possible[number] for number in sample):
            _write(path, slip.made(source))
            inside = [number for number, (first, last) in enumerate(functions) if first <= slip.line <= last]
            tests = (inside and seen.tests_of(inside[-1])) or files
            if _run(tests, most=SECONDS + 5 * seen.time_of(tests)) == 0:
                missed.append(slip.told(source))
        print(f"{module}: noticed {len(sample) - len(missed)} of {len(sample)} (of {len(possible)})", flush=True)
        for one in missed:
            print(f"    {one}", flush=True)
    _write(path, source)


def _write(path: Path, source: str) -> None:
    """Write a module, and see to it that no older bytecode is taken for it."""
    path.write_text(source, encoding="utf-8")
    for bytecode in path.parent.glob(f"__pycache__/{path.stem}.*"):
        bytecode.unlink()


class _Calls:
    """Which tests call which functions of a module that tells, and how long they take; a plugin of pytest."""

    def __init__(self) -> None:
        self.tests: dict[int, set[str]] = {}
        self.starting: set[str] = set()
        self.seconds: dict[str, float] = {}
        self.running = ""

    def tests_of(self, function: int) -> list[str]:
        """Give tests that call a function, and those that may call it in a process that they start."""
        direct = self.tests.get(function, set())
        return [*self._spread(direct)[:MOST], *self._spread(self.starting - direct)]

    def _spread(self, tests: Iterable[str]) -> list[str]:
        """One of each function of tests, then a second one, and so on; the quickest first."""
        rounds = Counter[str]()
        places: list[tuple[int, float, str]] = []
        for one in sorted(tests, key=self.seconds.__getitem__):
            name = one.partition("[")[0]
            places.append((rounds[name], self.seconds[one], one))
            rounds[name] += 1
        return [one for *_, one in sorted(places)]

    def time_of(self, tests: Sequence[str]) -> float:
        """Give the seconds that tests took, or all where files are named."""
        return sum(self.seconds.get(one, 0) for one in tests) or sum(self.seconds.values())

    def pytest_sessionstart(self) -> None:
        """Hear of calls, and of processes that tests start."""

        def called(function: int) -> None:
            self.tests.setdefault(function, set()).add(self.running)

        def heard(event: str, _: tuple[object, ...]) -> None:
            if event == "subprocess.Popen":
                self.starting.add(self.running)

        vars(builtins)["called"] = called
        sys.addaudithook(heard)

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Iterator[None]:
        self.running = collector.nodeid  # what a file calls when it is imported, its tests may look at
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.running = item.nodeid
        begun = monotonic()
        result = yield
        self.seconds[item.nodeid] = monotonic() - begun
        return result

    def pytest_sessionfinish(self) -> None:
        """Leave what was seen for the process that began this one."""
        for tests in (*self.tests.values(), self.starting):
            files = tuple(f"{one}::" for one in tests - self.seconds.keys() if one)
            tests.intersection_update(self.seconds)
            tests.update(one for one in self.seconds if one.startswith(files))
        _SEEN.write_text(repr((self.tests, self.starting, self.seconds)), encoding="utf-8")

    @classmethod
    def seen(cls) -> _Calls:
        """Give what was left."""
        made = cls()
        made.tests, made.starting, made.seconds = ast.literal_eval(_SEEN.read_text(encoding="utf-8"))
        return made


_SEEN, _SAID = Path("seen.txt"), Path("said.txt")
_OPTIONS = (
    *("-x", "-q", "-p", "no:cacheprovider", "-k", "not linear and not all_plugins"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # what is loaded before
)


def _run(tests: Sequence[str], calls: _Calls | None = None, *, most: float = 600) -> int:
    """Run tests in a process of their own, and give its exit status."""
    child = os.fork()
    if not child:
        sys.dont_write_bytecode = False
        signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell's background jobs have not
        status = 70
        try:
            with _SAID.open("w", encoding="utf-8") as said, redirect_stdout(said), redirect_stderr(said):
                status = pytest.main([*_OPTIONS, *tests], [calls] if calls else [])
        finally:
            os._exit(status)
    begun = monotonic()
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        if monotonic() - begun > most:
            os.kill(child, signal.SIGKILL)
        sleep(0.01)


if __name__ == "__main__":
    main()
