"""The errors that a person meets: each message says what is wrong, where, and what to do."""

__all__ = ["QpgraphError"]


class QpgraphError(Exception):
    """What was asked for failed; `str()` of it is one line (or a line a finding) for the user.

    The command line prints it and exits 1; the HTTP service turns it into a problem document.
    """
