"""`python -m benchmarks NAME [options]` runs one benchmark."""

import importlib
import sys

NAMES = ("endpoint", "export", "isolation", "search", "vectors", "worker_designs")


def main() -> int:
    """Runs the benchmark that the first argument names."""
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        print(f"usage: python -m benchmarks NAME [options]; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    return int(importlib.import_module(f"benchmarks.{sys.argv[1]}").main(sys.argv[2:]) or 0)


if __name__ == "__main__":
    sys.exit(main())
