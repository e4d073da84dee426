"""The PDF letter: its words, its tags, its languages, and the fonts that it needs."""

from __future__ import annotations

import pypdfium2
import pytest

from appeal_core.case import Block, Letter, Section
from appeal_core.export import pdf as pdf_export
from appeal_core.export.pdf import to_pdf
from appeal_core.language import BadInput, Bilingual, Lang


def words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    pages = [document[i].get_textpage().get_text_bounded() for i in range(len(document))]
    return "\n\f".join(pages).replace("\r\n", "\n")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_same_letter_gives_the_same_bytes(any_letter: Letter, lang: Lang) -> None:
    assert to_pdf(any_letter, lang, draft=False) == to_pdf(any_letter, lang, draft=False)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "en",
            (
                "Plan of action: late shipment rate",
                "1. Root causes",
                "7.99%",
                "Lan Qiu, owner",
                "Page 1 of 2",
            ),
        ),
        ("zh", ("行动计划：迟发率", "1. 根本原因", "7.99%", "邱岚，店主", "第 1 页，共 2 页")),
    ],
)
def test_the_words_of_the_letter_can_be_copied_out(
    plan_letter: Letter, lang: Lang, expected: tuple[str, ...]
) -> None:
    text = words(to_pdf(plan_letter, lang, draft=False))
    for part in expected:
        assert part in text


def test_a_draft_says_so_on_every_page_and_a_final_letter_nowhere(plan_letter: Letter) -> None:
    pages = words(to_pdf(plan_letter, "en", draft=True)).split("\f")
    assert len(pages) == 2 and all("DRAFT: not ready to send" in page for page in pages)
    assert "DRAFT" not in words(to_pdf(plan_letter, "en", draft=False))


def test_it_is_a_tagged_file_with_title_language_and_alternative_text(plan_letter: Letter) -> None:
    data = to_pdf(plan_letter, "en", draft=False)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"/StructTreeRoot" in data and b"/Lang(en-US)" in data
    assert pypdfium2.PdfDocument(data).get_metadata_dict()["Title"] == "Plan of action: late shipment rate"
    assert pypdfium2.PdfDocument(data).get_metadata_dict()["CreationDate"].startswith("D:20261015")


def test_a4_is_a4(letters: dict[str, Letter]) -> None:
    width, height = pypdfium2.PdfDocument(to_pdf(letters["cover"], "en", draft=False))[0].get_size()
    assert (round(width), round(height)) == (595, 842)


def test_words_are_data_and_never_code(letters: dict[str, Letter]) -> None:
    block = Block(id="b", text=Bilingual(en='#panic("x") $a$ *b* _c_ @d <e> `f` // g\n= h'))
    letter = letters["status"].model_copy(update={"sections": (Section(id="opening", blocks=(block,)),)})
    assert '#panic("x") $a$ *b* _c_ @d <e> `f` // g' in words(to_pdf(letter, "en", draft=False))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_chinese_font_chinese_is_refused_and_the_fix_named(
    letters: dict[str, Letter], lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoFonts:
        def families(self) -> list[str]:
            return ["Arial"]

    monkeypatch.setattr(pdf_export, "_fonts", NoFonts)
    assert pdf_export.font_problem("en") is None
    assert "fonts-noto-cjk" in (pdf_export.font_problem("zh") or BadInput("none").message).in_("zh")
    letter = letters["status"].model_copy(update={"store": "桦木家居"})
    with pytest.raises(BadInput, match="fonts-noto-cjk") as refused:
        to_pdf(letter, lang, draft=False)
    assert "中文字体" in refused.value.message.in_("zh")


def test_a_character_in_no_font_is_refused_with_a_sentence(letters: dict[str, Letter]) -> None:
    block = Block(id="b", text=Bilingual(en="A private character: \U000f1234."))
    letter = letters["status"].model_copy(update={"sections": (Section(id="opening", blocks=(block,)),)})
    with pytest.raises(BadInput, match="use the Word file"):
        to_pdf(letter, "en", draft=False)
