"""A short hand for the elements of WordprocessingML."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any  # an lxml element; python-docx has no types of its own for them


def el(tag: str, *children: Element, text: str | None = None, **attributes: Any) -> Element:
    """`<w:tag w:name="value">`: `tag` and the attributes' names stand without their prefix."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name.rstrip('_')}"), str(value))
    for child in children:
        if child is not None:
            element.append(child)
    if text is not None:
        element.text = text
        if text != text.strip():
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element
