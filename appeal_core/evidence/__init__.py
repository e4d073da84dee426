"""The seller's papers: what a file is, which rules it meets, which demands are still open."""

from appeal_core.evidence.checks import ExhibitCheck, State, check_exhibits
from appeal_core.evidence.file_types import FileType, ask_papers, file_types
from appeal_core.evidence.inspection import FileFacts, inspect_file

__all__ = [
    "ExhibitCheck", "FileFacts", "FileType", "State", "ask_papers", "check_exhibits",
    "file_types", "inspect_file",
]  # fmt: skip
