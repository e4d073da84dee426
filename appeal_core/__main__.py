"""`python -m appeal_core COMMAND`: the command line of Candor."""

import sys

from appeal_core.cli import main

sys.exit(main(sys.argv[1:]))
