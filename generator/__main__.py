"""`python -m generator`: see `generator.cli`."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    try:
        from generator.cli import main

        main(prog_name="python -m generator")
    except KeyboardInterrupt:  # before the commands are there to say more
        sys.exit(130)
