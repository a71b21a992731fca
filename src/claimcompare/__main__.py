"""``python -m claimcompare``, and what the command ``claimcompare`` calls."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line; Ctrl-C ends it in one line also while it is being loaded."""
    try:
        from claimcompare.cli import main as run  # noqa: PLC0415 - all that takes time is within the try

        run()
    except KeyboardInterrupt:
        sys.stderr.write("claimcompare: interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
