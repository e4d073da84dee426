"""What every test shares: property tests draw the same examples on each machine, and none is timed."""

from hypothesis import settings

settings.register_profile("candor", deadline=None, derandomize=True)
settings.load_profile("candor")
