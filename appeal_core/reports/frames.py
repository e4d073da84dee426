"""The stripped columns of a report as bytes, to be kept by their hash."""

from __future__ import annotations

import hashlib
import io

import pandas as pd

from appeal_core.case.report_frame import Report


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

    A report without rows keeps nothing: empty bytes, and no hash.
    """
    if report.frame is None:
        return report, b""
    data = to_parquet(report.frame)
    summary = report.summary.model_copy(update={"sha256": hashlib.sha256(data).hexdigest()})
    return Report(summary, report.frame), data
