"""`python -m evaluation search|ask|loose`: the figures of search and of questions."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.loose.questions import loose_parts
from evaluation.parts import TEST, EvaluationError, parts

__all__ = ["main"]

ONCE = "This is the test part: look at it once, when all tuning is done, and tune nothing on it."


def parser() -> argparse.ArgumentParser:
    """The command's arguments."""
    root = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    commands = root.add_subparsers(dest="command", required=True)
    for name, runs, summary in (
        ("search", ["bm25", "engine"], "nDCG@10, recall@10, success@1 and MRR by language"),
        ("ask", ["engine"], "exact answers by language and type, invented answers, latency"),
    ):
        command = commands.add_parser(name, help=summary, description=summary)
        command.add_argument(
            "--part",
            choices=parts(Path(__file__).parent / name),
            default="dev",
            help="the part of the set (default: dev)",
        )
        command.add_argument(
            "--run",
            nargs="+",
            default=runs,
            metavar="NAME",
            help="what is measured: see evaluation/README.md",
        )
        command.add_argument(
            "--store", type=Path, help="the store's folder (default: QPGRAPH_STORE or its default)"
        )
        command.add_argument("--verbose", action="store_true", help="list each query with its figure")
    summary = "many questions with short answers, judged roughly"
    command = commands.add_parser("loose", help=summary, description=summary)
    command.add_argument("--part", choices=loose_parts(), help="one of the files (default: all)")
    command.add_argument(
        "--store", type=Path, help="the store's folder (default: QPGRAPH_STORE or its default)"
    )
    command.add_argument("--verbose", action="store_true", help="list what is not right")
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; exit status 1 when a set can't be read or a run can't be opened."""
    from qpgraph.errors import QpgraphError
    from qpgraph.settings import Settings

    options = parser().parse_args(arguments)
    if options.part == TEST:
        print(ONCE, file=sys.stderr)
    store = options.store or Settings().store
    try:
        if options.command == "search":
            from evaluation.search.report import report as report_search

            report_search(options.part, options.run, store, verbose=options.verbose)
        elif options.command == "loose":
            from evaluation.loose.judge import report as report_loose

            for part in [options.part] if options.part else loose_parts():
                report_loose(part, store, verbose=options.verbose)
        else:
            from evaluation.ask.report import report as report_ask

            report_ask(options.part, options.run, store, verbose=options.verbose)
    except (EvaluationError, QpgraphError) as error:
        print(f"evaluation: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
