"""What it costs to read the full tables of the Correlates of War, and to give them back.

They are no part of the project: the folder that holds them is said by SUMMITRY_COW.
"""

from __future__ import annotations

import os

from timing import fresh_processes, table, target


READ = """
import warnings
warnings.simplefilter("ignore")
import pyarrow.csv
from summitry.ext import cow
from summitry.states import all_states
all_states()
"""
PARTS = {
    "imports": READ,
    "read_cow": f"{READ}catalog = cow.read_cow(FOLDER)",
    "read_cow, state_year": f"{READ}cow.state_year(cow.read_cow(FOLDER))",
    "read_cow, igo_year": f"{READ}cow.igo_year(cow.read_cow(FOLDER))",
}


def main() -> None:
    """Measure and print."""
    folder = os.environ.get("SUMMITRY_COW")
    if folder is None:
        print("no full copy of COW's tables: set SUMMITRY_COW to its folder")
        return
    programs = {
        name: program.replace("FOLDER", repr(folder)) for name, program in PARTS.items()
    }
    costs = {
        name: cost for name, (cost, _) in fresh_processes(programs, rounds=5).items()
    }
    table(
        "COW's tables, fresh processes in turn",
        ("", "s wall", "s processor"),
        [(name, 1e-3 * cost.wall, 1e-3 * cost.processor) for name, cost in costs.items()],
    )
    reading = costs["read_cow"].processor - costs["imports"].processor
    target("read_cow, processor time", 1e-3 * reading, 3, "s")
