"""The house's walls: who may import whom, and what may not stand where."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CORE = ROOT / "appeal_core"
FLOORS = [
    {"case", "language"},
    {"catalog", "text"},
    {"notice", "reports", "metrics", "evidence", "letter", "review", "follow_up"},
    {"export", "store"},
    {"journey"},
    {"cli"},
    {"__main__"},
]
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
VAGUE = {"util", "utils", "helper", "helpers", "common", "misc", "manager"}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, at its top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def room_of(module: str) -> str | None:
    """`appeal_core.letter.compose` -> `letter`."""
    parts = module.split(".")
    return parts[1] if parts[0] == "appeal_core" and len(parts) > 1 and parts[1] in FLOOR_OF else None


def core_files() -> list[Path]:
    """Every file of the core but the database's migrations, which Alembic loads by path."""
    return [
        p
        for p in sorted(CORE.rglob("*.py"))
        if ("migrations" not in p.parts and p.parent != CORE) or p.stem in FLOOR_OF
    ]


@pytest.mark.parametrize("path", core_files(), ids=lambda p: str(p.relative_to(CORE)))
def test_a_room_imports_only_from_floors_below_or_itself(path):
    """Rooms of one floor meet in values of `case`, never in each other."""
    mine = path.relative_to(CORE).parts[0].removesuffix(".py")
    for module in imports(path):
        theirs = room_of(module)
        if theirs is None or theirs == mine or FLOOR_OF[mine] == FLOOR_OF[theirs] == 0:
            continue
        assert FLOOR_OF[theirs] < FLOOR_OF[mine], f"{path} imports {module}"


def test_every_room_has_a_floor():
    """A new room is given its place here first."""
    rooms = {p.name for p in CORE.iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    assert rooms <= set(FLOOR_OF), rooms - set(FLOOR_OF)


def test_the_core_knows_no_streamlit_and_only_the_store_knows_sqlalchemy():
    """The pages are one way to the core; the database is one room's affair."""
    for path in CORE.rglob("*.py"):
        tops = {m.split(".")[0] for m in imports(path)}
        assert "streamlit" not in tops, path
        if "store" not in path.parts:
            assert not tops & {"sqlalchemy", "alembic"}, path


def test_pages_hold_no_rule():
    """Pages speak to `journey`, the values of `case`, the catalogue's words, and the store; no more."""
    allowed = {"journey", "case", "language", "catalog", "store"}
    for path in (ROOT / "pages").rglob("*.py"):
        rooms = {r for m in imports(path) if (r := room_of(m))}
        assert rooms <= allowed, f"{path} imports {rooms - allowed}"


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda p: p.stem)
def test_the_first_line_of_a_page_is_the_guard(path):
    """A cold deep link runs a page without app.py; the guard sends it there."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "from pages.parts.guard import enter"
    assert lines[2] == f'enter("{path.stem}")'


def test_no_file_has_a_name_that_says_nothing():
    """A newcomer finds a thing by its name."""
    for path in [*CORE.rglob("*.py"), *(ROOT / "pages").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        assert path.stem not in VAGUE, path


def test_app_is_under_sixty_lines():
    """The entry sets up pages, language and navigation, no more."""
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 60


@pytest.mark.parametrize("command", ["diagnose", "reply", "review"])
def test_reading_words_does_not_load_the_table_library(command):
    """A command imports only what it needs."""
    given = "Your order defect rate exceeds 1%. Please send a plan of action."
    code = (
        "import sys; from appeal_core.cli import main; "
        f"main([{command!r}, '-', '--json']); sys.exit('pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=given.encode(), cwd=ROOT, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
