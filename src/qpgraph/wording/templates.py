"""The templates of pages and reports: one way to read them."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

__all__ = ["environment"]


def environment(folder: Path) -> Environment:
    """The templates of a folder: values escaped, a name that is not there an error."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
