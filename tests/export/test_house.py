"""A team's own Word file as the base: its look is used, nothing of it is run, fetched or sent along."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from appeal_core.case import Letter
from appeal_core.export.docx import to_docx
from appeal_core.export.packing import repacked, zip_bytes
from appeal_core.export.word import package
from appeal_core.export.word.base import house_notes
from appeal_core.language import BadInput
from tests.export.word_editor import edited, new_paragraph

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
ELSEWHERE = "http://elsewhere.invalid/x"
MAIN = b"wordprocessingml.document.main+xml"


def plain_house() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def house(*hostile: Callable[[Any], None]) -> bytes:
    """A letterhead, with whatever `hostile` puts into it."""

    def edit(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Our letterhead"
        for one in hostile:
            one(document)

    return edited(plain_house(), edit)


def everything_in(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(name.encode() + b"\n" + archive.read(name) for name in archive.namelist())


def header(document: Any) -> Any:
    return document.sections[0].header


def add_field(paragraph: Any, instruction: str, shown: str) -> None:
    """A field as Word writes it: begin, instruction, separate, what is shown, end."""
    for xml in (
        '<w:fldChar w:fldCharType="begin"/>', f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', f"<w:t>{shown}</w:t>", '<w:fldChar w:fldCharType="end"/>',
    ):  # fmt: skip
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>"))


def old_words(document: Any) -> None:
    document.add_paragraph("An old letter about Mr Nobody")
    document.add_comment(document.paragraphs[0].runs[0], text="secret remark", author="Nobody")
    document.core_properties.author = document.core_properties.keywords = "Nobody of the team"


def linked_template(document: Any) -> None:
    part = document.part._settings_part
    element = document.settings.element.makeelement(qn("w:attachedTemplate"))
    element.set(f"{R}id", part.relate_to(ELSEWHERE, TEMPLATE, is_external=True))
    document.settings.element.insert(1, element)


def linked_picture(document: Any) -> None:
    link = header(document).part.relate_to(ELSEWHERE, RT.IMAGE, is_external=True)
    picture = parse_xml(
        f'<w:r {nsdecls("w", "r")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:9pt;height:9pt">'
        f'<v:imagedata r:id="{link}" src="{ELSEWHERE}"/></v:shape></w:pict></w:r>'
    )
    header(document).paragraphs[0]._p.append(picture)


def hyperlink(document: Any) -> None:
    link = header(document).part.relate_to(ELSEWHERE, RT.HYPERLINK, is_external=True)
    element = parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{link}"><w:r><w:t>Our shop</w:t></w:r></w:hyperlink>'
    )
    header(document).paragraphs[0]._p.append(element)


def fetching_field(document: Any) -> None:
    add_field(header(document).paragraphs[0], f'INCLUDEPICTURE "{ELSEWHERE}"', "shown words")
    simple = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr="DDEAUTO cmd {ELSEWHERE}"><w:r><w:t>more words</w:t></w:r></w:fldSimple>'
    )
    header(document).paragraphs[0]._p.append(simple)


def embedded_object(document: Any) -> None:
    part = Part(PackURI("/word/embeddings/oleObject1.bin"), "application/vnd.openxmlformats-officedocument.oleObject",
                b"EVIL BYTES", document.part.package)  # fmt: skip
    key = header(document).part.relate_to(part, RT.OLE_OBJECT)
    element = parse_xml(
        f'<w:r {nsdecls("w", "r")} xmlns:o="urn:schemas-microsoft-com:office:office"><w:object>'
        f'<o:OLEObject Type="Embed" ProgID="Package" r:id="{key}"/></w:object></w:r>'
    )
    header(document).paragraphs[0]._p.append(element)


def alien_chunk(document: Any) -> None:
    part = Part(PackURI("/word/chunk.html"), "text/html", b"EVIL <script>", document.part.package)
    key = document.part.relate_to(part, RT.A_F_CHUNK)
    document.element.body.insert(0, parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{key}"/>'))


HOSTILE = {
    "old words": (old_words, ""),
    "a template on a server": (linked_template, "links were cut"),
    "a picture on a server": (linked_picture, "links were cut"),
    "a link": (hyperlink, "links were cut"),
    "fields that fetch": (fetching_field, "fields of the house style were left out"),
    "an embedded object": (embedded_object, "Embedded objects"),
    "a foreign document": (alien_chunk, "Embedded objects"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_reaches_out_of_a_house_style_or_lies_in_it_is_left_behind_and_named(
    plan_letter: Letter, name: str
) -> None:
    put, note = HOSTILE[name]
    given = house(put)
    made = to_docx(plan_letter, "en", draft=False, house=given)
    whole = everything_in(made)
    for word in (
        b"elsewhere",
        b"EVIL",
        b"Nobody",
        b"secret",
        b"INCLUDEPICTURE",
        b"DDEAUTO",
        b"oleObject",
        b"w:object",
    ):
        assert word not in whole, word
    assert b'TargetMode="External"' not in whole
    first = Document(io.BytesIO(made)).sections[0].header.paragraphs[0].text
    assert first.startswith("Our letterhead")
    notes = " ".join(n.in_("en") for n in house_notes(plan_letter, given))
    assert note in notes if note else "cut" not in notes and "left out" not in notes


def test_words_of_links_and_fields_stay(plan_letter: Letter) -> None:
    made = to_docx(plan_letter, "en", draft=False, house=house(hyperlink, fetching_field))
    assert Document(io.BytesIO(made)).sections[0].header.paragraphs[0].text == (
        "Our letterheadOur shopshown wordsmore words"
    )


def test_every_relation_that_is_asked_for_is_there(plan_letter: Letter) -> None:
    made = to_docx(plan_letter, "en", draft=True, house=house(*(put for put, _ in HOSTILE.values())))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                folder, file = name.rsplit("/", 1)
                rels = f"{folder}/_rels/{file}.rels"
                known = archive.read(rels).decode() if rels in archive.namelist() else ""
                for key in re.findall(r'r:(?:id|embed|link)="([^"]+)"', archive.read(name).decode()):
                    assert f'Id="{key}"' in known, (name, key)


def as_template(data: bytes, kind: bytes = b"wordprocessingml.template.main+xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml")
    return repacked(data, {"[Content_Types].xml": types.replace(MAIN, kind)})


def test_a_word_template_serves_as_well(plan_letter: Letter) -> None:
    made = to_docx(plan_letter, "en", draft=False, house=as_template(house()))
    assert Document(io.BytesIO(made)).sections[0].header.paragraphs[0].text == "Our letterhead"


def with_entry(data: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zip_bytes([*((n, archive.read(n)) for n in archive.namelist()), (name, content)])


BILLION = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def with_entities() -> bytes:
    with zipfile.ZipFile(io.BytesIO(house())) as archive:
        styles = archive.read("word/styles.xml")
    return repacked(house(), {"word/styles.xml": styles.replace(b"<w:styles", BILLION + b"<w:styles", 1)})


@pytest.mark.parametrize(("given", "sentence"), [
    (as_template(house(), b"ms-word.document.macroEnabled.main+xml"), "holds macros"),
    (with_entry(house(), "word/vbaProject.bin", b"EVIL"), "holds macros"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    (with_entry(house(), "word/media/x.bin", bytes(package.LARGEST_UNPACKED + 1)), "unpacks to more"),
    (with_entry(house(), "word/big.xml", bytes(package.LARGEST_TEXT + 1)), "unpacks to more"),
    (bytes(package.LARGEST_FILE + 1), "larger than 30 MB"),
    (b"%PDF-1.7", "not a Word document"),
    (repacked(house(), {"word/document.xml": b"<nothing"}), "not a Word document"),
], ids=["docm", "hidden macros", "locked", "bomb", "xml bomb", "huge", "pdf", "broken"])  # fmt: skip
def test_files_that_cannot_be_a_base_are_refused_with_a_sentence(
    plan_letter: Letter, given: bytes, sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence) as refused:
        to_docx(plan_letter, "en", draft=False, house=given)
    assert re.search("[\u4e00-\u9fff]", refused.value.message.in_("zh"))


def test_entities_are_not_resolved(plan_letter: Letter) -> None:
    assert b"aaaaaaaaaa" not in everything_in(to_docx(plan_letter, "en", draft=False, house=with_entities()))


def notes_of(letter: Letter, edit: Callable[[Any], None]) -> list[str]:
    return [n.in_("en") for n in house_notes(letter, edited(plain_house(), edit))]


def lying(document: Any) -> None:
    document.sections[0].page_width, document.sections[0].page_height = Mm(279), Mm(216)


def narrow(document: Any) -> None:
    document.sections[0].left_margin = document.sections[0].right_margin = Mm(80)


def a4(document: Any) -> None:
    document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)


def without_caption(document: Any) -> None:
    document.styles["Caption"].delete()


@pytest.mark.parametrize(("edit", "note"), [
    (lambda d: None, "no words or picture in its header"),
    (lambda d: None, "names no font for Chinese"),
    (without_caption, "no style for: Caption"),
    (lying, "lies on its side"),
    (narrow, "margins"),
    (a4, "another paper"),
])  # fmt: skip
def test_what_a_house_style_lacks_is_named(
    plan_letter: Letter, edit: Callable[[Any], None], note: str
) -> None:
    assert any(note in n for n in notes_of(plan_letter, edit))


def test_a_house_style_that_has_everything_is_not_faulted(plan_letter: Letter) -> None:
    assert house_notes(plan_letter, to_docx(plan_letter, "en", draft=False)) == ()


@pytest.mark.parametrize(("edit", "width"), [(lying, 215.9), (narrow, 167.9), (a4, 210)])
def test_paper_and_margins_fall_back_where_no_letter_could_stand(
    plan_letter: Letter, edit: Callable[[Any], None], width: float
) -> None:
    section = Document(
        io.BytesIO(to_docx(plan_letter, "en", draft=False, house=edited(plain_house(), edit)))
    ).sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    if edit is narrow:
        assert abs(room - Mm(width)) < 2000
    else:
        assert abs(section.page_width - Mm(width)) < 2000 and section.page_height > section.page_width


def test_headings_that_number_themselves_do_not_number_ours_twice(plan_letter: Letter) -> None:
    def edit(document: Any) -> None:
        properties = document.styles["Heading 1"].element.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="1"/></w:numPr>'))

    made = Document(io.BytesIO(to_docx(plan_letter, "en", draft=False, house=edited(plain_house(), edit))))
    shown = {
        p.text: p._p.xpath("string(w:pPr/w:numPr/w:numId/@w:val)")
        for p in made.paragraphs
        if p.style.name == "Heading 1"
    }
    assert shown["Exhibits"] == "0" and shown["Root causes"] not in ("", "0")


def test_a_page_number_of_the_house_is_not_doubled(plan_letter: Letter) -> None:
    def edit(document: Any) -> None:
        line = document.sections[0].footer.paragraphs[0]
        line.add_run("p. ")
        add_field(line, "PAGE", "1")

    footer = (
        Document(io.BytesIO(to_docx(plan_letter, "en", draft=False, house=edited(plain_house(), edit))))
        .sections[0]
        .footer
    )
    assert [p.text for p in footer.paragraphs] == ["p. 1"]


def test_the_words_of_a_house_style_are_gone_and_its_pictures_stay(plan_letter: Letter) -> None:
    def edit(document: Any) -> None:
        with zipfile.ZipFile(io.BytesIO(to_docx(plan_letter, "en", draft=False))) as archive:
            picture = archive.read("word/media/image1.png")
        header(document).paragraphs[0].add_run().add_picture(io.BytesIO(picture), width=Mm(20))
        document.element.body.insert(0, new_paragraph("Old words"))

    made = to_docx(plan_letter, "en", draft=False, house=edited(plain_house(), edit))
    section = Document(io.BytesIO(made)).sections[0]
    assert section.header._element.xpath(".//a:blip/@r:embed")
    assert b"Old words" not in everything_in(made)
