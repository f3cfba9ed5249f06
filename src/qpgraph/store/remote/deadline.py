"""A point in time by which a request must have ended."""

import time

__all__ = ["Deadline"]


class Deadline:
    """Counts down from `total` seconds."""

    def __init__(self, total: float) -> None:
        """Starts now."""
        self.total = total
        self._ends = time.monotonic() + total

    @property
    def left(self) -> float:
        """The seconds that are left; never quite none, as sockets read 0 as "don't wait at all"."""
        return max(self._ends - time.monotonic(), 0.001)
