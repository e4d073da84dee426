"""Every knowledge file loads, speaks both languages properly, and names only codes that exist."""

import re
import string
from pathlib import Path

import pytest

from appeal_core.catalog import causes, evidence_kinds, marketplaces, metrics, roles, routes, vocabulary
from appeal_core.catalog.cause_entries import statements
from appeal_core.catalog.guides import guides
from appeal_core.catalog.loader import FOLDER, cause, read_yaml

FILES = sorted(FOLDER.rglob("*.yaml"))
CAUSES = sorted(path.stem for path in (FOLDER / "causes").glob("*.yaml"))
READERS = {
    "routes": routes, "evidence": evidence_kinds, "roles": roles, "marketplaces": marketplaces,
    "metrics": metrics, "submission": guides, "causes": causes,
}  # fmt: skip
VOCABULARIES = ("stages", "scopes", "asks", "outcomes")

ROUTES = [
    "plan_of_action",
    "plan_and_documents",
    "documents",
    "dispute",
    "data_entry",
    "reactivate_other_account",
    "legal",
    "wait",
    "none",
    "unknown",
]
LETTERS = [
    "plan_of_action",
    "document_cover",
    "dispute",
    "related_account",
    "intellectual_property",
    "listing_appeal",
    "supplement",
    "implementation_proof",
    "compliance_evidence",
    "status_request",
    "escalation",
    "funds_request",
]
PAGES = ["notice", "reports", "causes", "actions", "evidence", "letter", "submit", "follow_up"]
EVIDENCE = [
    "settings_before_after",
    "order_list",
    "tracking_list",
    "carrier_letter",
    "carrier_contract",
    "invoice",
    "purchase_contract",
    "letter_of_authorization",
    "supplier_letter",
    "business_license",
    "identity_document",
    "utility_bill",
    "bank_statement",
    "photo",
    "inspection_record",
    "refund_record",
    "message_log",
    "stock_count",
    "system_log",
    "training_record",
    "procedure",
    "listing_before_after",
    "removal_order",
    "deletion_list",
    "account_register",
    "ownership_transfer",
    "termination_letter",
    "reactivation_notice",
    "retraction",
    "license_agreement",
    "registration_certificate",
    "test_report",
    "warehouse_log",
    "roster",
    "declaration",
    "other",
]
DRIVERS = [
    "sku",
    "asin",
    "carrier",
    "ship_service",
    "reason",
    "day",
    "weekday",
    "category",
    "confirmation",
    "tracking_fault",
    "cancel_reason",
    "defect_type",
    "return_reason",
]

HAN = r"\u3400-\u9fff"
HALF_WIDTH = re.compile(rf"[{HAN}“”][,:;?!()]|[,:;?!()][{HAN}“”]")
NO_SPACE = re.compile(rf"[{HAN}][A-Za-z0-9]|[A-Za-z0-9%][{HAN}]")
OVERPROMISING = re.compile(
    r"never again|\bstrict|100 ?%|\bensur|\bguarantee[sd]?\b(?! claim)|不再发生|绝不再|严格|确保|保证", re.I
)
OWN_PAPERS = re.compile(r"base article|base document|\breference/|\.md\b|\bS\d{1,3}\b")


def texts(node, place=""):
    """Every text in two languages of a file's data: its place, English and Chinese."""
    if isinstance(node, dict):
        if isinstance(node.get("en"), str) and set(node) <= {"en", "zh"}:
            yield place, node["en"], node.get("zh", "")
        else:
            for key, value in node.items():
                yield from texts(value, f"{place}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from texts(value, f"{place}[{number}]")


def bilingual(path: Path):
    """The texts of a file, with where they stand."""
    return [(f"{path.name}{place}", en, zh) for place, en, zh in texts(read_yaml(path))]


@pytest.mark.parametrize("name", READERS)
def test_a_knowledge_file_passes_the_check_of_its_reader(name):
    assert READERS[name]()


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_vocabulary_is_read(name):
    assert vocabulary(name)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(FOLDER)))
def test_every_text_stands_in_both_languages(path):
    one_sided = [place for place, en, zh in bilingual(path) if bool(en.strip()) != bool(zh.strip())]
    assert not one_sided, one_sided


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(FOLDER)))
def test_chinese_has_full_width_punctuation_and_spaces_around_latin(path):
    faults = [
        f"{place}: {zh}"
        for place, _, zh in bilingual(path)
        if HALF_WIDTH.search(zh) or NO_SPACE.search(re.sub(r"\{\w+\}", "", zh))
    ]
    assert not faults, "\n".join(faults)


def test_the_check_of_punctuation_sees_a_half_width_comma():
    assert HALF_WIDTH.search("亚马逊,请")
    assert HALF_WIDTH.search("备货时间(天)")
    assert not HALF_WIDTH.search("备货时间（天），共 29 笔")
    assert NO_SPACE.search("共29 笔")


def test_the_routes_are_those_of_the_command_line():
    assert set(routes()) == set(ROUTES)


@pytest.mark.parametrize("code", ROUTES)
def test_a_route_names_a_letter_and_pages_that_exist_in_their_order(code):
    route = routes()[code]
    assert route.letter is None or route.letter in LETTERS
    assert list(route.tasks) == [page for page in PAGES if page in route.tasks]


@pytest.mark.parametrize("code", ["documents", "data_entry", "wait", "none", "legal"])
def test_a_route_that_wants_no_plan_asks_for_no_causes(code):
    assert not {"causes", "actions"} & set(routes()[code].tasks)


def test_a_dispute_asks_for_its_grounds_and_for_no_actions():
    tasks = routes()["dispute"].tasks
    assert "causes" in tasks and "actions" not in tasks


def test_the_kinds_of_evidence_are_those_agreed():
    assert set(evidence_kinds()) == set(EVIDENCE)


@pytest.mark.parametrize("code", EVIDENCE)
def test_an_age_rule_has_its_days_and_rules_stand_once(code):
    rules = evidence_kinds()[code].rules
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        if rule.check in ("age_days", "file_size"):
            assert rule.limit, rule.id


@pytest.mark.parametrize(("kind", "days"), [("invoice", 365), ("utility_bill", 90)])
def test_the_age_of_a_paper_is_that_of_amazons_notices(kind, days):
    ages = [rule.limit for rule in evidence_kinds()[kind].rules if rule.check == "age_days"]
    assert ages == [days]


@pytest.mark.parametrize("code", CAUSES)
def test_a_cause_names_only_codes_that_exist(code):
    entry = cause(code)
    named = {
        "route": ({entry.route, *entry.doors}, set(routes())),
        "scope": ({entry.scope}, set(vocabulary("scopes"))),
        "metric": ({entry.metric} - {None}, set(metrics())),
        "ask": (set(entry.asks), set(vocabulary("asks"))),
        "evidence": ({e.kind for e in entry.evidence}, set(evidence_kinds())),
        "proof": ({a.proof for a in entry.actions} - {None}, set(evidence_kinds())),
        "role": ({m.owner for m in entry.measures}, set(roles())),
        "signal": ({s for r in entry.root_causes for s in r.check.signals}, set(DRIVERS)),
    }
    unknown = {what: sorted(used - known) for what, (used, known) in named.items() if used - known}
    assert not unknown


@pytest.mark.parametrize("code", CAUSES)
def test_every_root_cause_can_be_acted_on_and_every_action_is_offered_by_one(code):
    entry = cause(code)
    for root in entry.root_causes:
        assert root.actions and root.measures, root.id
    if entry.root_causes:
        assert {a for r in entry.root_causes for a in r.actions} == {a.id for a in entry.actions}
        assert {m for r in entry.root_causes for m in r.measures} == {m.id for m in entry.measures}


@pytest.mark.parametrize("code", CAUSES)
def test_names_within_a_cause_stand_once(code):
    entry = cause(code)
    for group in (entry.root_causes, entry.actions, entry.measures):
        ids = [item.id for item in group]
        assert len(set(ids)) == len(ids), ids


@pytest.mark.parametrize("code", CAUSES)
def test_no_statement_promises_too_much(code):
    entry = cause(code)
    said = [
        text
        for item in (*entry.root_causes, *entry.actions, *entry.measures)
        for statement in statements(item)
        for text in (statement.en, statement.zh)
    ]
    assert not [text for text in said if OVERPROMISING.search(text)]


UNITS = {
    "days": ("days", "天"), "business_days": ("business days", "个工作日"), "hours": ("hours", "小时"),
    "orders": ("orders", "笔"), "units": ("units", "件"), "listings": ("listings", "个商品"),
}  # fmt: skip


@pytest.mark.parametrize("code", CAUSES)
def test_a_slot_that_prints_its_unit_is_not_followed_by_it(code):
    entry = cause(code)
    twice = []
    for item in (*entry.root_causes, *entry.actions, *entry.measures):
        for statement in statements(item):
            for name, slot in item.slots.items():
                en, zh = UNITS.get(slot.kind, ("\0", "\0"))
                if re.search(rf"\{{{name}\}} {en}\b", statement.en) or f"{{{name}}} {zh}" in statement.zh:
                    twice.append((item.id, name))
    assert not twice


@pytest.mark.parametrize("code", CAUSES)
def test_a_statement_reads_whole_once_its_slots_are_filled(code):
    entry = cause(code)
    for item in (*entry.root_causes, *entry.actions, *entry.measures):
        for statement in statements(item):
            for text in (statement.en, statement.zh):
                filled = text.format_map(dict.fromkeys(item.slots, "x"))
                assert not any(field for _, field, _, _ in string.Formatter().parse(filled))
                assert "  " not in filled


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(FOLDER)))
def test_sources_are_public_pages_and_never_our_own_papers(path):
    def sources(node):
        if isinstance(node, dict):
            if isinstance(node.get("source"), str):
                yield node["source"]
            for value in node.values():
                yield from sources(value)
        elif isinstance(node, list):
            for value in node:
                yield from sources(value)

    assert not [s for s in sources(read_yaml(path)) if OWN_PAPERS.search(s)]


def test_the_counter_notice_is_never_shown_without_its_legal_warning():
    entry = cause("copyright")
    assert "penalty of perjury" in entry.dispute.en and "伪证" in entry.dispute.zh
    rule = next(r for r in evidence_kinds()["declaration"].rules if r.id == "penalty_of_perjury")
    assert "lawyer" in rule.text.en and "律师" in rule.text.zh


@pytest.mark.parametrize("code", ["inauthentic", "counterfeit_rights_owner"])
def test_the_fork_warns_that_acknowledging_counterfeit_can_cost_the_funds(code):
    entry = cause(code)
    assert "for good" in entry.acknowledge.en and "永久" in entry.acknowledge.zh
    assert "lawyer" in entry.acknowledge.en and "律师" in entry.acknowledge.zh


def test_every_cause_is_complete():
    assert not [code for code, cause in causes().items() if cause.depth != "complete"]
