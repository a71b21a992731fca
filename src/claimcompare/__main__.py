"""``python -m claimcompare``."""

from claimcompare.cli import main

if __name__ == "__main__":
    main()
