"""The words of a report: `texts/*.yaml`, each text in both languages."""

from pathlib import Path

from qpgraph.wording.language import Language, Messages, Translator

__all__ = ["translator"]


def translator(language: Language) -> Translator:
    """The report's texts in a language."""
    return Translator(language, Messages.load(Path(__file__).parent / "texts"))
