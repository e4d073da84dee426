"""`python -m appeal_core COMMAND`: the command line of Candor."""

import gc
import sys

from appeal_core.cli import main

gc.set_threshold(200_000)  # a command is short: little is worth collecting while it runs
sys.exit(main(sys.argv[1:]))
