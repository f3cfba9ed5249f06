"""Numbers, years and dates as each language writes them."""

from datetime import date
from decimal import Decimal, InvalidOperation

from qpgraph.wording.language import Language

__all__ = ["shown_date", "shown_day", "shown_number"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def shown_number(value: object, language: Language) -> str:
    """A number with the language's separators; what is no number, as it is.

    >>> shown_number("20410.5", "vi"), shown_number(20410, "en")
    ('20.410,5', '20,410')
    """
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    text = f"{number.normalize():,f}" if number % 1 else f"{number:,.0f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def shown_date(value: str, language: Language) -> str:
    """A day, month or year (`2025-12-18`, `2022-12`, `2026`) in words.

    >>> shown_date("2025-12-18", "vi"), shown_date("2022-12", "en")
    ('18/12/2025', 'December 2022')
    """
    try:
        if len(value) == 10:
            day = date.fromisoformat(value)
            name = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
            return name if language == "en" else f"{day.day:02}/{day.month:02}/{day.year}"
        if len(value) == 7:
            year, month = value.split("-")
            return f"{_MONTHS[int(month) - 1]} {year}" if language == "en" else f"{month}/{year}"
    except (ValueError, IndexError):
        pass
    return value


def shown_day(value: str, language: Language) -> str:
    """A day of every year (`--11-30`, xsd:gMonthDay) in words.

    >>> shown_day("--11-30", "en"), shown_day("--11-30", "vi")
    ('30 November', '30/11')
    """
    try:
        month, day = (int(part) for part in value.removeprefix("--").split("-"))
        return f"{day} {_MONTHS[month - 1]}" if language == "en" else f"{day:02}/{month:02}"
    except (ValueError, IndexError):
        return value
