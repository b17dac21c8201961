"""What holds for the house as a whole: its layers, what importing it costs, and that nothing is undocumented."""

from __future__ import annotations

import ast
import inspect
import json
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import grimp
import pytest

import communique
from communique import Extractor, hookspecs
from communique.kinds import KINDS, Kind, rule_name
from communique.plugins import EXPORTER_GROUP, GROUP, KIND_GROUP, load, load_exporters
from communique.testing.cases import load_cases

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = {"communique-spacy"} if find_spec("spacy") is None and os.environ.get("CI") != "true" else set()
"""Plugins that need something large, where that is not installed; in CI it is."""
PLUGINS = sorted(path.name for path in ROOT.glob("plugins/communique-*") if path.name not in LEFT_OUT)
PACKAGES = [name.replace("-", "_") for name in PLUGINS]


def python(code: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh interpreter."""
    return subprocess.run([sys.executable, *options, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)


@cache
def extractors() -> tuple[Extractor, ...]:
    """The extractors of all installed plugins."""
    return load().extractors


def rules() -> list[tuple[Extractor, Callable[..., object]]]:
    """Every rule of every installed extractor."""
    return [(extractor, rule) for extractor in extractors() for rule in extractor.rules]


# ---------------------------------------------------------------- layers


def test_layers_of_core_hold() -> None:
    """Each module of core imports only those of layers below it."""
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert program is not None
    done = subprocess.run([program, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout


def test_plugins_stand_on_core_alone() -> None:
    """No plugin imports another one, and core imports none."""
    graph = grimp.build_graph("communique", *PACKAGES, cache_dir=None)
    for importer in ("communique", *PACKAGES):
        allowed = {"communique", importer}
        for module in {importer, *graph.find_descendants(importer)}:
            imported = {name.partition(".")[0] for name in graph.find_modules_directly_imported_by(module)}
            assert imported <= allowed, module


def test_every_plugin_is_installed() -> None:
    """What stands under plugins/ is what these tests run over."""
    installed = {point.dist.name for point in entry_points(group=GROUP) if point.dist is not None}
    assert installed.issuperset(PLUGINS)


# ---------------------------------------------------------------- what importing costs


def test_importing_communique_loads_little() -> None:
    """Only attrs and regex come along: no plugin, no pluggy, no cattrs, no click, no metadata of distributions."""
    bare = set(python(_LOADED.format("pass")).stdout.split())
    ours = set(python(_LOADED.format("import communique")).stdout.split()) - bare
    assert "importlib.metadata" not in ours
    top = {name.partition(".")[0] for name in ours}
    assert {name for name in top if not _of_standard_library(name)} <= {"communique", "attr", "attrs", "regex"}


_LOADED = "import sys; {}; print(*sys.modules)"


def _of_standard_library(name: str) -> bool:
    return name in sys.stdlib_module_names or name.startswith("_")


def test_importing_communique_is_quick(tmp_path: Path) -> None:
    """Compiled, it takes at most seven times the CPU time of Python itself, in the best of several runs."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path)
    ours, bare = "import communique", "pass"
    least = dict.fromkeys((ours, bare), math.inf)
    for _ in range(30):
        for code in least:
            least[code] = min(least[code], _cpu_time(code, environment))
        if least[ours] <= 6 * least[bare]:
            break
    assert least[ours] <= 7 * least[bare]


def _cpu_time(code: str, environment: Mapping[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def modules() -> list[str]:
    """Every module of core and of the plugins, by where its file stands."""
    files = [
        path.relative_to(source)
        for source in (ROOT / "src", *(ROOT / "plugins" / plugin / "src" for plugin in PLUGINS))
        for path in source.rglob("*.py")
    ]
    return sorted(".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in files)


@pytest.mark.parametrize("name", modules())
def test_every_module_imports(name: str) -> None:
    """Each module can be imported, says what it is for, and has a name that says something."""
    assert import_module(name).__doc__ or name.endswith("_version")
    assert not {"utils", "util", "helpers", "common", "misc"} & set(name.split("."))


# ---------------------------------------------------------------- documented


@pytest.mark.parametrize("name", communique.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    """The public names exist and each says what it means."""
    value = getattr(communique, name)
    assert inspect.getdoc(value) or name == "hookimpl"


def test_public_names_are_in_order() -> None:
    """Each once, by name."""
    assert communique.__all__ == sorted(set(communique.__all__))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.tag))
def test_every_kind_is_documented(kind: Kind) -> None:
    """A kind says what it is, in a docstring of its own, and has a tag of its own."""
    assert kind.__doc__
    assert not kind.__doc__.startswith("Method generated by attrs")
    assert [other.tag for other in KINDS].count(kind.tag) == 1


def _fields_without_docstring(module: str) -> Iterator[str]:
    source = inspect.getsource(import_module(module))
    for one in ast.walk(ast.parse(source)):
        if not isinstance(one, ast.ClassDef) or one.name.startswith("_") or not one.decorator_list:
            continue
        for statement, following in zip(one.body, [*one.body[1:], None], strict=True):
            if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
                continue
            documented = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
            inherited = "ClassVar" in ast.unparse(statement.annotation)
            if not (documented or inherited or statement.target.id.startswith("_")):
                yield f"{one.name}.{statement.target.id}"


@pytest.mark.parametrize("module", [name for name in modules() if name.partition(".")[0] == "communique"])
def test_every_field_is_documented(module: str) -> None:
    """Each field of a public class of core says what it means, on the line below it."""
    assert list(_fields_without_docstring(module)) == []


def test_every_hook_is_documented() -> None:
    """A hook says what it is to give."""
    hooks = [hook for name, hook in vars(hookspecs).items() if name.startswith("communique_")]
    assert len(hooks) == 4
    assert all(inspect.getdoc(hook) for hook in hooks)


def test_every_rule_is_documented() -> None:
    """A rule's docstring says what it is for, with a line that matches and one that does not."""
    assert [f"{one.name}: {rule_name(rule)}" for one, rule in rules() if not inspect.getdoc(rule)] == []
    brief = [
        f"{one.name}: {rule_name(rule)}" for one, rule in rules() if len((inspect.getdoc(rule) or "").splitlines()) < 3
    ]
    assert brief == []


# ---------------------------------------------------------------- plugins


@pytest.mark.parametrize("plugin", PLUGINS)
def test_every_rule_fires_in_one_case_and_must_not_in_another(plugin: str) -> None:
    """Each rule of a plugin has a case where it finds something and a near miss where it must not."""
    mine = [extractor for extractor in extractors() if extractor.plugin == plugin]
    if not mine:  # it gives words, or extractors only where they are set: its own tests hold them to their cases
        return
    names = Counter(rule_name(rule) for extractor in mine for rule in extractor.rules)
    assert [name for name, times in names.items() if times > 1] == []
    folder = ROOT / "plugins" / plugin / "tests" / "cases"
    kinds = {*KINDS, *(kind for extractor in mine for kind in extractor.gives)}
    cases = load_cases(folder, kinds)
    assert set(names) - {case.rule for case in cases if case.found} == set(), "these fire in no case"
    assert set(names) - {case.rule for case in cases if not case.found} == set(), "these have no near miss"
    assert {case.rule for case in cases if case.rule} - set(names) == set(), "these are no rules"


@pytest.mark.parametrize("plugin", PLUGINS)
def test_metadata_names_the_kinds_and_exporters_that_are_given(plugin: str) -> None:
    """What a plugin gives can be listed without importing it, and the list is true."""
    named = {point.load() for point in entry_points(group=KIND_GROUP) if point.dist and point.dist.name == plugin}
    given = {kind for extractor in extractors() if extractor.plugin == plugin for kind in extractor.gives}
    assert named == given
    exporters = {
        point.load() for point in entry_points(group=EXPORTER_GROUP) if point.dist and point.dist.name == plugin
    }
    assert {one.name for one in exporters} == {one.name for one in load_exporters() if one.plugin == plugin}


@pytest.mark.parametrize("plugin", PLUGINS)
def test_every_plugin_is_complete(plugin: str) -> None:
    """A plugin has a page, types and tests."""
    folder = ROOT / "plugins" / plugin
    assert "```python" in (folder / "README.md").read_text(encoding="utf-8")
    assert (folder / "src" / plugin.replace("-", "_") / "py.typed").exists()
    assert list(folder.glob("tests/test_*.py"))


# ---------------------------------------------------------------- files


@cache
def tracked() -> list[Path]:
    """The files of the repository, or none outside of one."""
    git = shutil.which("git")
    done = (
        subprocess.run([git or "git", "ls-files", "-z"], capture_output=True, text=True, check=False, cwd=ROOT)
        if git
        else None
    )
    listed = done.stdout.split("\0") if done is not None and done.returncode == 0 else []
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


# Written in pieces, so that this file is none of those it looks for.
_MACHINE = re.compile(
    rf"(?<![\w.~/-])/(?:{'|'.join(('wo' + 'rk', 'ho' + 'me', 'ro' + 'ot', 'Us' + 'ers', 'fa' + 'rm', 'mn' + 't'))})/\w"
)
_REGISTRY = re.compile(
    "|".join(("py" + r"pi\.", "python" + r"hosted\.", "npm" + r"js\.", "index" + "-url", "crates" + r"\.io"))
)


def test_no_file_names_a_machine_or_a_registry() -> None:
    """Paths of whoever wrote it and hosts of package registries stand in no tracked file."""
    found: list[str] = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        for pattern in (_MACHINE, _REGISTRY):
            found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in pattern.finditer(text)]
    assert found == []


def test_no_lock_file_is_tracked() -> None:
    """Lock files hold the addresses of registries."""
    assert not {path.name for path in tracked()} & {"uv.lock", "pylock.toml", "poetry.lock", "package-lock.json"}


def test_names_of_test_files_are_unique() -> None:
    """A failure is named by its file, in the whole workspace."""
    folders = [ROOT / "tests", *ROOT.glob("plugins/*/tests")]
    names = Counter(path.name for folder in folders for path in folder.glob("**/test_*.py"))
    assert names
    assert [name for name, times in names.items() if times > 1] == []


def test_versions_agree() -> None:
    """What is installed is what stands in the project file."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = json.loads(
        python("import json, importlib.metadata as m; print(json.dumps(m.version('communique')))").stdout
    )
    assert version == project["version"]


@pytest.mark.parametrize("project", [ROOT, *sorted(ROOT.glob("plugins/communique-*"))], ids=lambda path: path.name)
def test_what_a_distribution_imports_is_what_it_declares(project: Path) -> None:
    """Every dependency is used and every import declared; `testing` and `pages` may use what their extras bring."""
    declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = [
        line for extra in ("html", "testing") for line in declared.get("optional-dependencies", {}).get(extra, [])
    ]
    named = {re.split(r"[<>=!~\[]", line)[0] for line in declared["dependencies"]}
    extra = {re.split(r"[<>=!~\[]", line)[0] for line in optional}
    imported: set[str] = set()
    for file in (project / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    own = {folder.name for folder in (project / "src").iterdir()}
    foreign = imported - own - set(sys.stdlib_module_names)

    assert named <= foreign
    assert foreign <= named | extra
