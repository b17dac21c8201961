"""``communique plugins``: what is installed, and tools for those who write plugins."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from communique.cli import FAILED, NO_PLUGIN
from communique.cli.settings import Settings, settings_option
from communique.contents import near
from communique.plugins import contents, statuses


@click.group()
def plugins() -> None:
    """List, show and check plugins, and write new ones."""


@plugins.command("list")
@click.option("--disable", metavar="PLUGIN", multiple=True, help="Show a plugin as left out; may be repeated.")
def list_(disable: tuple[str, ...]) -> int:
    """List the installed plugins, with the kinds they find and the formats they write (-f).

    What is listed comes from their metadata; none is imported.  communique itself writes -f csv and -f jsonl.
    """
    for status in statuses(disable):
        kinds = ", ".join((*status.kinds, *(f"-f {exporter}" for exporter in status.exporters))) or "-"
        why = f"  ({status.why})" if status.why else ""
        click.echo(f"{status.name:16} {status.version:10} {status.state:13} {kinds:28} {status.distribution}{why}")
    return 0


@plugins.command()
@settings_option
@click.argument("name")
def show(name: str, settings: Settings) -> int:
    """Show what a plugin brings.

    Kinds it gives, needs and uses, rules with what each matches and must not, word lists with their sizes, exporters,
    commands, settings, and what is wrong with it.
    """
    from communique.cli.plugin_page import page

    installed = contents(settings=settings, commands=True)
    shown = [(status, given) for status, given in installed if name in {status.name, status.distribution}]
    if not shown:
        close = near(name, [status.name for status in statuses()])
        hint = f"did you mean {close!r}?" if close else "`communique plugins list` shows those there are"
        raise click.BadParameter(f"there is no plugin {name!r}; {hint}", param_hint="NAME")
    for status, given in shown:
        click.echo("\n".join(page(status, given)))
    broken = any(status.state != "ok" or given.faults for status, given in shown)
    return NO_PLUGIN if broken else 0


@plugins.command()
@click.argument("name")
@click.option(
    "--kind",
    "sort",
    type=click.Choice(["extractor", "exporter", "lexicon"]),
    default="extractor",
    show_default=True,
    help="What it gives: findings, a way to write them, or words.",
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder in which that of the plugin is made; default: this one.",
)
def new(name: str, sort: Literal["extractor", "exporter", "lexicon"], into: Path) -> int:
    """Write a new plugin, complete with types and tests.

    It is called communique-NAME, works as it stands, and keeps all promises; put your own words, rules and cases in the
    place of those that are there.  Nothing is overwritten.
    """
    from communique.scaffold import ScaffoldError, new_plugin

    try:
        folder = new_plugin(name, sort, into)
    except ScaffoldError as error:
        raise click.BadParameter(str(error), param_hint="NAME") from error
    except OSError as error:
        raise click.FileError(str(into), error.strerror) from error
    click.echo(f"{folder}\n")
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        click.echo(f"    {file.relative_to(folder)}")
    click.echo(
        f"\nNext: python -m pip install -e {folder} (in an environment that uv made: uv pip install -e {folder}), then "
        f"python -m pytest {folder} and communique plugins check {folder}"
    )
    return 0


@plugins.command()
def doctor() -> int:
    """Find out what is wrong with what is installed.

    Versions, requirements that are not met, plugins that cannot be imported, misspelled hooks, names given twice, kinds
    that nobody gives: each with the way out.  With something wrong the exit status is 1.
    """
    from importlib.metadata import version
    from platform import python_version

    from communique.doctor import diagnose

    found = diagnose()
    click.echo(f"communique {version('communique')}, Python {python_version()}")
    ill = {name for ailment in found for name in ailment.plugin.split(", ")}
    for status in statuses() if not any(one.plugin == "communique" for one in found) else ():
        mark = "!" if ill & {status.name, status.distribution} else " "
        click.echo(f"{mark} {status.name} {status.version} ({status.distribution})")
    for ailment in found:
        click.echo(f"\n{ailment}\n    {ailment.way_out}")
    click.echo(f"\n{len(found)} thing(s) to mend" if found else "all is well")
    return FAILED if found else 0


@plugins.command()
@settings_option
@click.argument("plugin", metavar="NAME|PATH")
def check(plugin: str, settings: Settings) -> int:
    """Hold a plugin to everything that plugins promise.

    It is the name of an installed one, or the path of a module or of a project's folder.  Each broken promise is
    printed, with where it was seen and how to mend it; with one the exit status is 1.
    """
    from communique.testing import check_plugin

    installed = {name for status in statuses() for name in (status.name, status.distribution)}
    named = plugin in installed or not Path(plugin).exists()
    found = check_plugin(plugin if named else Path(plugin), settings=settings)
    for problem in found:
        click.echo(f"{problem}\n    {problem.mend}")
    click.echo(f"{plugin}: {len(found)} problem(s)" if found else f"{plugin} keeps its promises", err=bool(found))
    return FAILED if found else 0
