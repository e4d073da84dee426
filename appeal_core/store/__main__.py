"""`python -m appeal_core.store`: brings the database to the newest version and says where it is."""

import sys

from appeal_core.language import BadInput
from appeal_core.store.database import default_url, open_store

try:
    open_store()
except BadInput as problem:
    sys.exit(f"error: {problem}")
print(f"Cases are kept in {default_url().split('@')[-1].removeprefix('sqlite:///')}")
