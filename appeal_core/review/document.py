"""Writes `docs/rules.md` and a page a rule in `docs/rules/` from the rules themselves.

Run `python -m appeal_core.review.document` after a rule was added or changed.
"""

from __future__ import annotations

from pathlib import Path

from appeal_core.catalog.entries import Status
from appeal_core.review.pages import RulePage, rule_pages

INDEX = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
FOLDER = INDEX.parent / "rules"
FAMILIES = {
    "structure": "Structure and route",
    "truth": "Truth against data",
    "done": "Done, not promised",
    "tone": "Tone",
    "danger": "Danger",
    "off_cause": "Off the cause",
    "originality": "Originality",
    "privacy": "Buyers' personal data",
    "english": "English",
    "chinese": "Chinese",
}
_SEVERITY_ZH = {"blocker": "必须修改", "warning": "应当修改", "advice": "建议"}
_STATUS: dict[Status, str] = {
    "verified": "verified",
    "one_source": "one source",
    "unverified": "not verified",
}


def index() -> str:
    """The list of all rules as Markdown, by family."""
    rules = rule_pages()
    lines = [
        "# Rules of the review",
        "",
        "Written by `python -m appeal_core.review.document` from the rules; do not edit by hand.",
        "",
        f"{len(rules)} rules. A *blocker* keeps a letter from being ready, a *warning* should be mended,",
        "*advice* may be. Any finding can be set aside with a reason. How exact they are: [review.md](review.md).",
    ]
    for family, name in FAMILIES.items():
        lines += [
            "",
            f"## {name}",
            "",
            "| Rule | Severity | In one sentence | 一句话说明 |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| [{p.id}](rules/{p.id}.md) | {p.severity} | {p.title.en} | {p.title.zh} |"
            for p in rules.values()
            if p.family == family
        ]
    return "\n".join([*lines, ""])


def page(rule: RulePage) -> str:
    """A rule's page as Markdown, English first, then Chinese."""
    lines = [f"# {rule.id}", "", f"*{rule.severity}* · {rule.title.en}", ""]
    english = (
        ("What it looks for", rule.looks.en),
        ("Why Amazon cares", rule.cares.en),
        ("Example", rule.example.en),
        ("Write instead", rule.instead.en),
        ("Sources", rule.sources),
    )
    chinese = (
        ("查什么", rule.looks.zh),
        ("亚马逊为何在意", rule.cares.zh),
        ("例子", rule.example.zh),
        ("可以这样写", rule.instead.zh),
    )
    for heading, text in english:
        lines += [f"**{heading}**", "", text, ""]
    if rule.statuses:
        lines += [f"Word lists: {', '.join(_STATUS[s] for s in rule.statuses)}.", ""]
    lines += ["---", "", f"*{_SEVERITY_ZH[rule.severity]}* · {rule.title.zh}", ""]
    for heading, text in chinese:
        lines += [f"**{heading}**", "", text, ""]
    return "\n".join(lines)


def main() -> None:
    """Writes all pages and removes those of rules that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    INDEX.write_text(index(), encoding="utf-8")
    for old in FOLDER.glob("*.md"):
        if old.stem not in rule_pages():
            old.unlink()
    for rule in rule_pages().values():
        (FOLDER / f"{rule.id}.md").write_text(page(rule), encoding="utf-8")
    print(INDEX)


if __name__ == "__main__":
    main()
