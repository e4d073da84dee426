"""A notice's text to a Diagnosis; and the path of a seller who has no notice."""

from appeal_core.notice.deadline import dated
from appeal_core.notice.diagnosing import diagnose
from appeal_core.notice.no_notice import NoNoticeResult, no_notice_questions, suggest

__all__ = ["NoNoticeResult", "dated", "diagnose", "no_notice_questions", "suggest"]
