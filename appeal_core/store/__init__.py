"""Cases and files in a database; the only room that knows SQLAlchemy."""

from appeal_core.store.database import Store, StoredCase, open_store
from appeal_core.store.field import FieldSaved

__all__ = ["FieldSaved", "Store", "StoredCase", "open_store"]
