"""A notice's text to a Diagnosis; and the path of a seller who has no notice."""

from appeal_core.notice.diagnosing import diagnose

__all__ = ["diagnose"]
