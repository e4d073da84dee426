"""Candor's core: from a notice and a few reports to an appeal that stands on facts.

Rooms, from the ground up: `case` and `language`; `catalog` and `text`; `notice`, `reports`,
`metrics`, `evidence`, `letter`, `review`, `follow_up`; `export` and `store`; `journey`; `cli`.
`docs/architecture.md` draws them.
"""

__version__ = "0.1.0"
