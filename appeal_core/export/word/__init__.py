"""The parts that a Word letter is made of: styles, numbering, text, tables, page furniture."""
