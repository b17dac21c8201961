"""The matrix of versions, and longer checks by name: ``nox -l`` lists them, ``nox -s tests`` runs those of one name.

Pythons that are not installed are left out.  What must pass before a change lands is `.ci/run`.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2024.10"
nox.options.default_venv_backend = "uv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests", "lowest"]

PYTHONS = ("3.11", "3.12", "3.13")
ROOT = Path(__file__).parent
PROJECTS = (".", *sorted(f"./{path.parent.relative_to(ROOT)}" for path in ROOT.glob("plugins/*/pyproject.toml")))


def _install(session: nox.Session, *options: str, group: str = "dev") -> None:
    """Install core and all plugins but that of spaCy, and what their tests need."""
    projects = [argument for project in PROJECTS if "spacy" not in project for argument in ("-e", project)]
    session.install(*options, *projects, "--group", group)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests with the latest dependencies."""
    _install(session)
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest versions of the dependencies that the projects allow."""
    _install(session, "--resolution", "lowest-direct", group="tests")
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS[0])
def types(session: nox.Session) -> None:
    """Check types, and that every public name has one."""
    _install(session)
    session.install("--group", "types")
    session.run("mypy")
    for package in sorted(path.name for path in (ROOT / "src", *ROOT.glob("plugins/*/src")) for path in path.iterdir()):
        session.run("basedpyright", "--verifytypes", package, "--ignoreexternal")


@nox.session(python=PYTHONS[0])
def docs(session: nox.Session) -> None:
    """Build the site."""
    _install(session)
    session.install("--group", "docs")
    session.run("sphinx-build", "-q", "-n", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


TESTS_OF = {
    "article": ("article",),
    "calendar": ("calendar",),
    "countries": ("countries",),
    "explain": ("explain",),
    "exporter": ("exporters",),
    "exporters": ("exporters",),
    "kinds": ("kinds",),
    "layout": ("layout",),
    "lexicon": ("lexicon",),
    "patterns": ("patterns",),
    "pipeline": ("pipeline",),
    "quotations": ("layout_quotations", "layout"),
    "reader": ("reader",),
    "reading": ("reading", "mentions", "notebook"),
    "record": ("record",),
    "rows": ("rows",),
    "schema": ("schema",),
    "scoring": ("scoring",),
    "sentences": ("layout",),
    "span": ("span",),
    "tables": ("tables",),
    "words": ("words",),
}
"""Modules of core and the tests that are to notice when one is changed."""


@nox.session(python=PYTHONS[0])
def mutants(session: nox.Session) -> None:
    """Change a module of core in many small ways, one at a time, and list those that its tests do not notice.

    ``nox -s mutants -- words "_*1" "_*4"`` takes every fifth of one module; without arguments it takes hours.
    """
    session.install("-e", ".[standard,testing]", "--group", "tests", "--group", "mutants")
    module, *names = session.posargs or ("*",)
    for name in TESTS_OF if module == "*" else (module,):
        folder = ROOT / "build" / "mutants" / name
        shutil.rmtree(folder, ignore_errors=True)
        for part in ("src", "tests", "seeds"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "conftest.py", folder)
        settings = {
            "source_paths": ["src"],
            "only_mutate": [f"src/communique/{name}.py"],
            "also_copy": ["conftest.py", "seeds"],
            # Times say nothing where tests run beside each other, and plugins have tests of their own.
            "pytest_add_cli_args": ["-p", "no:cacheprovider", "--tb=no", "-k", "not linear and not all_plugins"],
            "pytest_add_cli_args_test_selection": [f"tests/test_{one}.py" for one in TESTS_OF[name]],
            "track_dependencies": False,
            "timeout_constant": 40.0,
        }
        lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
        project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        (folder / "pyproject.toml").write_text("\n".join([project, "[tool.mutmut]", *lines, ""]), encoding="utf-8")
        with session.chdir(folder):
            chosen = [f"communique.{name}.*mutmut{one}" for one in names]
            session.run("mutmut", "run", *chosen, env={"HYPOTHESIS_PROFILE": "mutants"}, success_codes=[0, 1])
            session.run("mutmut", "results", "--all", "true")
