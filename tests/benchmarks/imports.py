"""What an import costs over bare Python, beside what others cost."""

from __future__ import annotations

import importlib.util

from timing import fresh_processes, table, target


PYDANTIC = """
import pydantic
class MemberState(pydantic.BaseModel):
    organization: str
    state: str
    since: str | None = None
    until: str | None = None
"""

BARE = "bare Python"
SUMMITRY = "import summitry"
FIRST_NOUN = "summitry.MemberState"
ATTRS = "import attrs"

PROGRAMS = {
    BARE: ("", None),
    SUMMITRY: ("import summitry", "summitry"),
    FIRST_NOUN: ("import summitry; summitry.MemberState", "summitry"),
    ATTRS: ("import attrs", "attrs"),
    "import msgspec": ("import msgspec", "msgspec"),
    "import cattrs": ("import cattrs", "cattrs"),
    "import pycountry": ("import pycountry", "pycountry"),
    "pydantic, one model": (PYDANTIC, "pydantic"),
    "import pandas": ("import pandas", "pandas"),
    "import country_converter": ("import country_converter", "country_converter"),
}


def main() -> None:
    """Measure and print."""
    programs = {
        name: program
        for name, (program, needed) in PROGRAMS.items()
        if needed is None or importlib.util.find_spec(needed)
    }
    costs = {name: cost for name, (cost, _) in fresh_processes(programs).items()}
    bare = costs.pop(BARE)
    over = {name: cost.processor - bare.processor for name, cost in costs.items()}
    table(
        f"Imports, fresh processes in turn, over bare Python ({bare.wall:.1f} ms)",
        ("", "ms", "processor ms", "÷ import attrs"),
        [
            (name, cost.wall - bare.wall, over[name], over[name] / over[ATTRS])
            for name, cost in costs.items()
        ],
    )
    print()
    target(SUMMITRY, costs[SUMMITRY].wall - bare.wall, 5, "ms over bare")
    target(FIRST_NOUN, over[FIRST_NOUN] / over[ATTRS], 1.4, "× import attrs")


if __name__ == "__main__":
    main()
