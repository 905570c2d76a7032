"""Write the schemas that the package ships: ``python -m summitry.codec.schemas``."""

from __future__ import annotations

import sys

from pathlib import Path

from .generator import main


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
