"""Starts the wizard: `python start.py [options of streamlit run]`.

The same as `streamlit run app.py`, save for one thing. With a `pages/` folder beside it, a fresh server
runs the first page asked for without `app.py` until `st.navigation` has been called once; each page's guard
mends that, but the click that came with it is lost (a tab left open over a restart). Here the server knows
from the start that `app.py` lays out the pages.
"""

import sys

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.cli import main

from appeal_core.language import BadInput
from appeal_core.store import open_store
from appeal_core.store.database import default_url

if __name__ == "__main__":
    try:
        open_store()
    except BadInput as problem:
        sys.exit(f"error: {problem}")
    print(f"Cases are kept in {default_url().split('@')[-1].removeprefix('sqlite:///')}")
    PagesManager.uses_pages_directory = False
    sys.argv = ["streamlit", "run", "app.py", *sys.argv[1:]]
    sys.exit(main())
