"""The texts of the explorer's pages: `messages/*.yaml`."""

from pathlib import Path

from qpgraph.wording.language import Messages

__all__ = ["texts"]


def texts() -> Messages:
    """All of them, read once."""
    return Messages.load(Path(__file__).parent / "messages")
