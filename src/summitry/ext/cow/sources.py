"""What the records of COW's tables name as their sources."""

from __future__ import annotations

from summitry.model import Source


TABLES = Source(
    id="cow-igo-v3",
    title="Intergovernmental Organizations, version 3",
    publisher="The Correlates of War Project",
    url="https://doi.org/10.1177/0022343319881175",
    note=(
        "Pevehouse, Jon C. W., Timothy Nordstrom, Roseanne W. McManus and Anne Spencer "
        "Jamison. 2020. Tracking Organizations in the World: The Correlates of War IGO "
        "Version 3.0 datasets. Journal of Peace Research 57(3): 492-503."
    ),
)
STATE_LIST = Source(
    id="cow-states-2016",
    title="State System Membership, v2016",
    publisher="The Correlates of War Project",
)
