"""The annex: every figure of the letter with its window, counts, basis and files."""

import io

import docx
import pytest

from appeal_core.case import Case, TypedCount
from appeal_core.export.docx import to_docx
from appeal_core.export.pdf import to_pdf
from appeal_core.letter import boxes, compose, plain_text
from appeal_core.text import read_document

CAUSE = "late_shipment_rate"


def with_annex(case: Case) -> Case:
    return case.replace(wishes=case.wishes.model_copy(update={"annex": True}))


def table(case: Case):
    section = compose(with_annex(case)).sections[-1]
    assert section.id == "sources"
    return section.blocks[0].table


def cells(case: Case, lang="en"):
    return [[cell.in_(lang) for cell in row] for row in table(case).rows]


def test_a_letter_has_no_annex_unless_it_is_wished(case):
    assert "sources" not in [s.id for s in compose(case).sections]
    before, after = compose(case), compose(with_annex(case))
    assert after.sections[:-1] == before.sections


def test_each_figure_stands_with_its_counts_its_basis_and_its_files(case):
    assert cells(case) == [
        [
            "Late shipment rate", "30 days, October 15 – November 13", "37", "412", "8.98%",
            "Late orders: counted from the files; Order counts: Account Health page", "late.csv",
        ],
        [
            "Late shipment rate", "10 days, November 4 – November 13", "14", "123", "11.38%",
            "Late orders: counted from the files; Order counts: your notice", "late.csv",
        ],
    ]  # fmt: skip


def test_the_chinese_copy_says_the_same(case):
    first = cells(case, "zh")[0]
    assert first[0] == "迟发率" and first[2:5] == ["37", "412", "8.98%"]
    assert first[5] == "迟发订单：根据文件逐笔统计；订单总数：账户状况页面"


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("amazon", "Amazon's own figure"),
        ("counted", "counted from the files"),
        ("upper_bound", "upper bound from our order files: every cancelled order is counted"),
    ],
)
def test_each_basis_has_its_words(case, basis, said):
    first = case.measurements.metrics[0].model_copy(update={"basis": basis})
    changed = case.replace(measurements=case.measurements.model_copy(update={"metrics": (first,)}))
    assert cells(changed)[0][5] == said


def test_typed_figures_stand_on_no_file(case):
    typed = {f"{CAUSE}:30": TypedCount(metric=CAUSE, days=30, numerator=37, denominator=412)}
    row = cells(case.replace(measurements=None, typed=typed))[0]
    assert row[5:] == ["Account Health page", "–"]


def test_it_is_printed_everywhere_but_in_the_boxes(case):
    composed = compose(with_annex(case))
    title = "Annex: where each figure comes from"
    words = [
        plain_text(composed, "en"),
        read_document(to_docx(composed, "en", draft=False), "a.docx").text,
        " ".join(read_document(to_pdf(composed, "en", draft=False), "a.pdf").text.split()),
    ]
    assert all(title in text and "late.csv" in text for text in words)
    assert "附录：各项数据的来源" in plain_text(composed, "zh")
    assert not any("late.csv" in text for text in boxes(composed, "en").values())
    document = docx.Document(io.BytesIO(to_docx(composed, "zh", draft=False)))
    assert "附录：各项数据的来源" in [p.text for p in document.paragraphs if p.style.name == "Heading 1"]


def test_its_figures_are_facts_of_the_letter(case):
    composed = compose(with_annex(case))
    block = composed.sections[-1].blocks[0]
    assert "annex.file.late.csv" in block.facts and set(block.facts) <= set(composed.facts)
