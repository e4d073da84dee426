"""The stripped columns of a report as bytes, to be kept by their hash."""

from __future__ import annotations

import hashlib
import io

import pandas as pd

from appeal_core.case.report_frame import Report

KEPT_REJECTIONS = 100


def to_parquet(frame: pd.DataFrame) -> bytes:
    """A frame as Parquet; the same frame gives the same bytes."""
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False, compression="zstd")
    return buffer.getvalue()


def from_parquet(data: bytes) -> pd.DataFrame:
    """The frame that `to_parquet` wrote."""
    frame = pd.read_parquet(io.BytesIO(data))
    days = {
        c: frame[c].dt.as_unit("s") for c in frame.columns if pd.api.types.is_datetime64_any_dtype(frame[c])
    }
    return frame.assign(**days)


def keep(report: Report) -> tuple[Report, bytes]:
    """The report with its columns' SHA-256 in the summary, and the bytes to keep under it.

    Of the refused rows the first hundred stay in the summary, so that a case stays small. A report that was not
    recognised keeps nothing: empty bytes, and no hash.
    """
    few = report.summary.model_copy(update={"rejected": report.summary.rejected[:KEPT_REJECTIONS]})
    if report.frame is None:
        return Report(few), b""
    data = to_parquet(report.frame)
    return Report(few.model_copy(update={"sha256": hashlib.sha256(data).hexdigest()}), report.frame), data
