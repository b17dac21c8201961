"""The command line: one file for each command.

Data goes to standard output or a file, messages and the progress bar to standard error.  Exit status: 0 done, 1 an
article or a plugin failed, 2 usage, 3 a plugin cannot be used, 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

import click

from communique.plugins import PluginError, command_names, load_command

COMMANDS = {
    "articles": "Write the articles that files hold, as JSON Lines.",
    "explain": "Say why things were found: rule, cues, plugin.",
    "extract": "Write what is found: records as JSON Lines, or a table.",
    "kinds": "List the kinds of finding, and who gives them.",
    "plugins": "List, show and check plugins, and write new ones.",
    "schema": "Print the form of records, as JSON Schema.",
    "score": "Hold records against gold: precision, recall, what was missed.",
    "show": "Show articles with what was found in them.",
}
"""The commands of core and what they do; the module of each is imported when it is called."""

FAILED, NO_PLUGIN, INTERRUPTED = 1, 3, 130


_SELDOM = (50_000, 20, 20)
"""How many new objects before the garbage collector looks: readings hold many, and next to none in circles."""


class _PipeClosedError(Exception):
    """Whoever read the output has enough."""


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:  # click would end with status 1
            raise _PipeClosedError from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted({*COMMANDS, *command_names()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return load_command(cmd_name)
        command = getattr(import_module(f"communique.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))
        brought = command_names()
        if brought:
            with formatter.section("Commands of plugins"):
                formatter.write_dl([(name, f"(of {owners})") for name, owners in brought.items()])


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "COMMUNIQUE"}
)
@click.version_option(package_name="communique")
def communique() -> None:
    """Read diplomatic news into records tied to the exact words."""


def main() -> NoReturn:
    """Run the command line and exit; what the encoding of standard output cannot hold is printed as an escape."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    gc.set_threshold(*_SELDOM)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line and give its exit status."""
    try:
        result = communique.main(arguments, prog_name="communique", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        return INTERRUPTED
    except KeyboardInterrupt:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except PluginError as error:
        click.echo(f"Error: {error}", err=True)
        return NO_PLUGIN
    except (BrokenPipeError, _PipeClosedError):
        # What is still buffered must not fail a second time on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result if isinstance(result, int) else 0
