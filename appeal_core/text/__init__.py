"""A document's bytes to plain text, and what every reader of Amazon's words needs: sentences, cues."""

from appeal_core.text.document import Document, read_document, read_text
from appeal_core.text.sentences import sentences

__all__ = ["Document", "read_document", "read_text", "sentences"]
