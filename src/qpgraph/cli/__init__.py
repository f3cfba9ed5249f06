"""The command `qpgraph`; each subcommand is a file of this folder, imported when it is used."""

import importlib
import sys
from typing import Any

import click

from qpgraph import __version__
from qpgraph.errors import QpgraphError

__all__ = ["COMMANDS", "main"]

COMMANDS = {
    "ask": "Answer a question in Vietnamese or English from the graph.",
    "build": "Load the records into a store, validated.",
    "export": "Write the graph or a part of it in the format of another tool.",
    "info": "Versions, where the store is, what it holds.",
    "query": "Run a named query or a SPARQL file.",
    "report": "Write a report on the plans of a province or of all.",
    "search": "Search the graph: tasks, targets, standards, acts, agencies …",
    "serve": "Serve the store over HTTP; builds it first if there is none.",
    "source": "Show the lines of a source text that a record cites.",
    "upload": "Load the built graph into a remote SPARQL endpoint.",
    "validate": "Check records and graphs against schema and shapes.",
}
"""Every command and its one-line help, so that `--help` imports none of them."""


class _Commands(click.Group):
    """Finds a command in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"qpgraph.cli.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QpgraphError as error:
            click.echo(f"qpgraph: {error}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qpgraph")
def main() -> None:
    """The knowledge graph of Vietnam's provincial productivity and quality plans.

    Data go to standard output, messages to standard error. Exit status: 0 done, 1 what was asked for
    failed, 2 wrong usage.
    """
