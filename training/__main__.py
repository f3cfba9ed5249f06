"""`python -m training`: trains the encoder and writes its folder; `--measure` holds passages back."""

import argparse
import sys
import time
from dataclasses import fields, replace
from pathlib import Path

from training.settings import TrainingSettings

_ROOT = Path(__file__).parent.parent


def main() -> None:
    """Reads the options and runs."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=_ROOT / "models" / "qpgraph-vi-en")
    parser.add_argument(
        "--measure", action="store_true", help="train without a fifth of the passages, and measure on them"
    )
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="another setting")
    options = parser.parse_args()
    settings = _changed(TrainingSettings(), options.set)
    if not settings.text.is_file():
        sys.exit(f"training: {settings.text} is not there; give the articles with --set text=FILE")
    if options.measure:
        from training.split import measure

        measure(settings)
        return
    from training.export import write_model
    from training.run import run

    started = time.monotonic()
    tokenizer, rows = run(settings, lambda key: True)
    write_model(options.output, tokenizer, rows)
    print(f"{options.output}: written after {time.monotonic() - started:.0f} s", file=sys.stderr)


def _changed(settings: TrainingSettings, changes: list[str]) -> TrainingSettings:
    types = {each.name: type(getattr(settings, each.name)) for each in fields(settings)}
    for change in changes:
        name, _, value = change.partition("=")
        if name not in types:
            sys.exit(f"training: no setting {name}; there are {', '.join(types)}")
        kind = types[name]
        settings = replace(settings, **{name: value == "True" if kind is bool else kind(value)})
    return settings


if __name__ == "__main__":
    main()
