"""How much a file may ask of a reader's memory: what is beyond is refused, with a word."""

from __future__ import annotations


EXPANDED_AT_MOST = 1 << 30
"""How many bytes a compressed file may hold, unless it is read as a stream: one GiB."""

LONGEST_LINE = 1 << 24
"""How many bytes a line of JSON Lines may have: 16 MiB, a thousand times the longest."""

DEEPEST = 64
"""How deeply YAML or a dotted key of TOML may be nested; records need but nine levels."""
