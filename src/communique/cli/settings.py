"""The option that names a file of settings of plugins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

Settings = Mapping[str, Mapping[str, object]]
"""What is set for plugins, by their names."""


def _settings_in(_: click.Context, __: click.Parameter, file: Path | None) -> Settings:
    """Read the tables ``[plugins.NAME]`` of a file."""
    if file is None:
        return {}
    import tomllib

    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise click.BadParameter(f"{file}: {error.strerror}") from error
    except ValueError as error:
        raise click.BadParameter(f"{file}: {error}") from error
    tables = content.get("plugins", {})
    strange = content.keys() - {"plugins"}
    if strange or not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise click.BadParameter(f"{file}: a file of settings has tables [plugins.NAME] and nothing else")
    return tables


def settings_option(command: F) -> F:
    """Add --settings, a file."""
    return click.option(
        "--settings",
        metavar="FILE",
        type=click.Path(path_type=Path),
        envvar="COMMUNIQUE_SETTINGS",
        show_envvar=True,
        callback=_settings_in,
        help="Settings of plugins: TOML, with a table [plugins.NAME] for each.",
    )(command)
