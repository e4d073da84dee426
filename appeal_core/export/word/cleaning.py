"""A header or footer of somebody else's file, freed of what reaches out of it or runs: links, fields, objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = ("{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}")
_SAFE_FIELDS = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "TITLE", "SUBJECT"}
_REMOVED = (
    "w:object | w:control | w:subDoc | w:altChunk | w:contentPart | w:del | w:moveFrom | w:commentRangeStart | "
    "w:commentRangeEnd | w:commentReference | w:footnoteReference | w:endnoteReference | w:sdtPr | w:sdtEndPr | w:ffData"
)
_UNWRAPPED = "w:sdt | w:sdtContent | w:hyperlink | w:ins | w:moveTo | w:customXml | w:smartTag"


def clean_part(part: Any) -> tuple[bool, bool]:
    """Cleans a header or footer in place; its own pictures and text stay.

    Tells whether links to other places were cut, and whether objects or fields were taken out.
    """
    root = part._element
    objects = _remove(root) + _plain_fields(root)
    for element in _each(root, _UNWRAPPED):
        _unwrap(element)
    links = _cut_relations(part)
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith(_VML):
            for name in [n for n in element.attrib if n.rsplit("}")[-1] in ("href", "src")]:
                del element.attrib[name]
                links += 1
    _without_dangling(root, set(part.rels))
    return links > 0, objects > 0


def _each(root: Any, tags: str) -> list[Any]:
    return list(root.xpath(" | ".join(f".//{tag.strip()}" for tag in tags.split("|"))))


def _remove(root: Any) -> int:
    objects = 0
    for element in _each(root, _REMOVED):
        objects += element.tag in {qn(f"w:{t}") for t in ("object", "control", "subDoc", "altChunk")}
        if element.getparent() is not None:
            element.getparent().remove(element)
    return objects


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    for child in list(element):
        element.addprevious(child)
    parent.remove(element)


def _cut_relations(part: Any) -> int:
    """Keeps relations to pictures within the file; tells how many others there were."""
    cut = 0
    for key, relation in list(part.rels.items()):
        if (
            relation.is_external
            or not relation.reltype.endswith("/image")
            or not _picture(relation.target_part)
        ):
            del part.rels[key]
            cut += 1
    return cut


def _picture(part: Any) -> bool:
    kind = str(part.content_type)
    return kind.startswith("image/") and "svg" not in kind


def _without_dangling(root: Any, known: set[str]) -> None:
    """Takes out whatever asked for a relation that is gone: a whole picture, or an extension of one."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        wanted = {v for n, v in element.attrib.items() if n.startswith(_RELATIONS) and v}
        if wanted <= known:
            continue
        holder = next((a for a in _upwards(element) if a.tag in _HOLDERS), element)
        if holder.getparent() is not None:
            holder.getparent().remove(holder)


_HOLDERS = {
    "{http://schemas.openxmlformats.org/drawingml/2006/main}ext",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkHover",
    qn("w:drawing"),
    qn("w:pict"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
}


def _upwards(element: Any) -> Iterator[Any]:
    yield element
    yield from element.iterancestors()


def _plain_fields(root: Any) -> int:
    """Fields that fetch, ask or tell something become the words that they show."""
    plain = 0
    for element in _each(root, "w:fldSimple"):
        if _name(element.get(qn("w:instr"), "")) not in _SAFE_FIELDS:
            plain += 1
            _unwrap(element)
    open_fields: list[list[Any]] = []
    for element in _each(root, "w:fldChar | w:instrText"):
        if element.tag == qn("w:fldChar") and element.get(qn("w:fldCharType")) == "begin":
            open_fields.append([])
        if open_fields:
            open_fields[-1].append(element)
        if element.tag == qn("w:fldChar") and element.get(qn("w:fldCharType")) == "end" and open_fields:
            plain += _ended(open_fields.pop())
    for leftover in open_fields:
        plain += _ended(leftover, broken=True)
    return plain


def _ended(field: list[Any], *, broken: bool = False) -> int:
    words = "".join(e.text or "" for e in field if e.tag == qn("w:instrText"))
    if not broken and _name(words) in _SAFE_FIELDS:
        return 0
    for element in field:
        element.getparent().remove(element)
    return 1


def _name(instruction: str) -> str:
    match = re.match(r"\s*([A-Za-z]+)", instruction)
    return match[1].upper() if match else ""
