"""Files of labelled texts, and the command that prints how well each was read."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from appeal_core.language import BadInput


def read_labelled(path: Path, *fields: str) -> list[dict[str, Any]]:
    """The items of a .jsonl or .yaml file; each holds `text` and every one of `fields`.

    Raises `BadInput` where the file cannot be read as such.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        listed = path.suffix in (".yaml", ".yml")
        found = yaml.safe_load(text) if listed else [json.loads(x) for x in text.splitlines() if x.strip()]
        if not found or not all(
            isinstance(i["text"], str) and all(i[f] is not None for f in fields) for i in found
        ):
            raise ValueError("empty, or without a text")
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError) as fault:
        raise BadInput(
            "{path} is not a file of labelled texts: one JSON object a line is needed, with {fields}.",
            path=str(path),
            fields=", ".join(("text", *fields)),
        ) from fault
    return list(found)


def print_scores(paths: Iterable[str], printed: Callable[[Path], Iterable[str]]) -> int:
    """Prints the lines of `printed` for each file; exit status 2, with a sentence, where one cannot be used."""
    files = [Path(p) for p in paths]
    try:
        if not files:
            raise BadInput("Name at least one file of labelled texts.")
        for file in files:
            print("\n".join(printed(file)))
    except (BadInput, ValueError) as fault:  # a ValueError: a field that the models refuse
        print(f"error: {' '.join(str(fault).split())}", file=sys.stderr)
        return 2
    return 0
