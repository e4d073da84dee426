"""What leaves the program: a letter or a table ─► docx, pdf, txt, xlsx, csv, zip, ics; one file a format."""
