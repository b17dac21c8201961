"""The matrix of versions, and longer checks by name: ``nox -l`` lists them, ``nox -s tests`` runs those of one name.

Pythons that are not installed are left out.  What must pass before a change lands is `.ci/run`.
"""

from __future__ import annotations

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


@nox.session(python=PYTHONS[0])
def mutants(session: nox.Session) -> None:
    """Change modules of core in one place at a time, and list the changes that their tests do not notice.

    ``nox -s mutants -- words --sample 100`` takes a hundred of one module; without arguments it takes an hour or two.
    """
    _install(session, group="tests")
    session.run("python", "bench/mutants.py", *session.posargs)
