"""The tables, as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

cases = Table(
    "cases",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
    Column("title", Text, nullable=False, default=""),
    Column("version", Integer, nullable=False, default=1),
    Column("document", Text, nullable=False),  # the Case as JSON
)

files = Table(
    "files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

case_files = Table(
    "case_files",
    metadata,
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("sha256", ForeignKey("files.sha256"), primary_key=True),
)

mappings = Table(
    "mappings",
    metadata,
    Column("signature", String(64), primary_key=True),  # of a report's header row
    Column("mapping", Text, nullable=False),  # canonical name -> the seller's column, as JSON
    Column("updated_at", DateTime(timezone=True), nullable=False),
)
