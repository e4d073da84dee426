"""The command line: everything that the pages do, without them.

Standard output holds the answer and nothing else; a fault is one line on standard error that begins
`error: `, with exit status 2. Each command imports only what it needs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from appeal_core.language import BadInput, Lang

Answer = tuple[dict[str, Any], str, int]  # the JSON object, the text for a person, the exit status
LEVELS = ("blocker", "warning", "advice")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise BadInput("{problem}. See: python -m appeal_core --help", problem=message)


def main(argv: Sequence[str]) -> int:
    """Runs one command; returns the exit status."""
    _utf8()
    lang: Lang = "zh" if "--lang" in argv and "zh" in argv[argv.index("--lang") :][:2] else "en"
    try:
        given = _parser().parse_args(argv)
        answer, text, status = given.run(given)
    except BadInput as problem:
        line = " ".join(problem.message.in_(lang).split())
        print(f"error: {line}", file=sys.stderr)
        return 2
    except RecursionError:
        print("error: this input is nested too deeply to be read", file=sys.stderr)
        return 2
    _print(json.dumps(answer, ensure_ascii=False, indent=1, default=str) if given.json else text)
    return int(status)


def _print(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:  # the reader (`head`, say) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m appeal_core", description="From an Amazon notice and reports to an appeal."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    def command(
        name: str, about: str, run: Callable[[argparse.Namespace], Answer]
    ) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=about, description=about)
        sub.add_argument("--json", action="store_true", help="print one JSON object")
        sub.add_argument("--lang", choices=("en", "zh"), default="en", help="language of human text")
        sub.set_defaults(run=run)
        return sub

    sub = command("diagnose", "what a notice says: cause, stage, scope, route, asks, deadline", _diagnose)
    sub.add_argument("notice", help=".txt .eml .msg .html .pdf .docx, or -")
    sub = command("metrics", "rates, windows and drivers from report files", _metrics)
    sub.add_argument("reports", nargs="+")
    sub.add_argument("--marketplace", default="US")
    sub.add_argument("--as-of", type=_day, help="the last day of data, YYYY-MM-DD")
    sub.add_argument("--count", action="append", default=[], metavar="METRIC[:DAYS]=N")
    sub = command("review", "what a reviewer would fault in a draft", _review)
    sub.add_argument("draft", help=".txt .md .docx .pdf, a case file, or -")
    sub.add_argument("--notice")
    sub.add_argument("--case")
    sub.add_argument("--report", action="append", default=[])
    sub.add_argument("--fail-on", choices=LEVELS)
    sub.add_argument("--format", choices=("text", "json", "sarif"), help="how the findings are printed")
    sub.add_argument(
        "--sarif", action="store_const", const="sarif", dest="format", help="the same as --format sarif"
    )
    sub = command("build", "a case's letter and evidence as files", _build)
    sub.add_argument("case", help="case.json, or a case file (.zip)")
    sub.add_argument("--out", required=True, type=Path)
    sub.add_argument("--letter", metavar="KIND")
    sub.add_argument("--house", type=Path)
    sub.add_argument("--final", action="store_true")
    sub.add_argument("--fail-on", choices=LEVELS)
    sub = command("reply", "what Amazon's answer means and which letter is next", _reply)
    sub.add_argument("reply")
    sub.add_argument("--received", type=_day)
    sub.add_argument("--marketplace")
    sub = command("demo", "list the sample cases, or write one", _demo)
    sub.add_argument("name", nargs="?")
    sub.add_argument("--out", type=Path)
    sub = command("catalog", "check the knowledge files: each fault with its file and line", _catalog)
    sub.add_argument("action", choices=("check",))
    sub.add_argument("--folder", type=Path, help="another folder of knowledge files")
    return parser


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise BadInput("“{text}” is not a day; write it as 2026-11-14", text=text) from error


def _bytes(name: str) -> tuple[bytes, str]:
    if name == "-":
        return sys.stdin.buffer.read(), "standard-input.txt"
    try:
        return Path(name).read_bytes(), Path(name).name
    except OSError as error:
        raise BadInput("The file {name} cannot be read ({why}). Look at its name and try again.",
                       name=name, why=error.strerror or str(error)) from error  # fmt: skip


def _diagnose(given: argparse.Namespace) -> Answer:
    from appeal_core.journey import asked

    found = asked.diagnosis_of(*_bytes(given.notice))
    return asked.diagnosis_json(found, given.lang), asked.diagnosis_text(found, given.lang), 0


def _metrics(given: argparse.Namespace) -> Answer:
    from appeal_core.journey import measuring

    marketplace = _marketplace(given.marketplace)
    typed = [measuring.typed_count(text) for text in given.count]
    found = measuring.measured_files([Path(p) for p in given.reports], marketplace, given.as_of, typed)
    return measuring.as_json(found, given.lang), measuring.as_text(found, given.lang), 0


def _marketplace(code: str) -> str:
    from appeal_core.catalog import marketplaces

    if code.upper() not in marketplaces():
        raise BadInput("“{code}” is no Amazon store; choose one of: {codes}", code=code,
                       codes=" ".join(marketplaces()))  # fmt: skip
    return code.upper()


def _review(given: argparse.Namespace) -> Answer:
    from appeal_core.journey import reviewing

    notice = _bytes(given.notice) if given.notice else None
    found = reviewing.reviewed(*_bytes(given.draft), notice, _case(given.case), [Path(p) for p in given.report],
                               folder=Path(given.draft).parent if given.draft != "-" else None)  # fmt: skip
    answer = reviewing.as_json(found, given.lang)
    status = _status(answer["findings"], given.fail_on)
    if given.format in ("json", "sarif"):
        given.json = True  # one JSON object, and nothing else
    if given.format == "sarif":
        from appeal_core.review import as_sarif

        name = "standard-input.txt" if given.draft == "-" else Path(given.draft).name
        return as_sarif(found.text, found.findings, name, given.lang), "", status
    return answer, reviewing.as_text(found, given.lang), status


def _case(name: str | None) -> Any:
    if not name:
        return None
    from appeal_core.journey import begin

    return begin.case_at(Path(name)).case


def _status(findings: list[dict[str, Any]], level: str | None) -> int:
    if level is None:
        return 0
    counting = LEVELS[: LEVELS.index(level) + 1]
    return int(any(f["severity"] in counting for f in findings))


def _build(given: argparse.Namespace) -> Answer:
    from appeal_core.journey import begin, building

    opened = begin.case_at(Path(given.case))
    house = _bytes(str(given.house))[0] if given.house else None
    answer, text = building.built(opened, given.out, given.letter, house, given.final, given.lang)
    return answer, text, _status(answer["findings"], given.fail_on)


def _reply(given: argparse.Namespace) -> Answer:
    from appeal_core.journey import asked

    marketplace = _marketplace(given.marketplace) if given.marketplace else None
    found = asked.reply_of(*_bytes(given.reply), given.received, marketplace)
    return asked.reply_json(found, given.lang), asked.reply_text(found, given.lang), 0


def _demo(given: argparse.Namespace) -> Answer:
    from appeal_core.journey import samples

    if given.name and not given.out:
        raise BadInput("Say where to write the sample: demo {name} --out DIR", name=given.name)
    if given.name:
        paths = samples.write_sample(given.name, given.out, given.lang)
        return {"name": given.name, "files": [str(p) for p in paths]}, "\n".join(map(str, paths)), 0
    found = [{"name": s.name, "title": s.title.in_(given.lang), "cause": s.cause} for s in samples.overview()]
    return {"samples": found}, "\n".join(f"{s['name']}: {s['title']} ({s['cause']})" for s in found), 0


def _catalog(given: argparse.Namespace) -> Answer:
    from appeal_core.journey import knowledge

    found = knowledge.check(given.folder) if given.folder else knowledge.check()
    return knowledge.as_json(found, given.lang), knowledge.as_text(found, given.lang), int(bool(found.faults))
