"""The way in without a notice."""


def without_notice(case):
    """To come."""
