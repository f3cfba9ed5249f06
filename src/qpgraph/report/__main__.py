"""`python -m qpgraph.report`: a report's page on standard input becomes a PDF on standard output.

So the service draws in a process of its own, which it can stop and which may fail without harm to it.
"""

import sys

from qpgraph.report.pdf import PdfUnavailableError, write_pdf

if __name__ == "__main__":
    try:
        sys.stdout.buffer.write(write_pdf(sys.stdin.buffer.read().decode()))
    except PdfUnavailableError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
