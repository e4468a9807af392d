"""Small DOCX, XLSX, ODS and PDF files, made by hand where a library would not make them so."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body: str, before: str = "", **others: str | bytes) -> bytes:
    """A DOCX with this body; `others` are further parts by the names that their folders and endings leave out."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"{before}<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    for name, content in others.items():
        ending = "bin" if isinstance(content, bytes) else "xml"
        parts[f"word/{name}.{ending}"] = content
    return zipped(parts)


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(content: str, properties: str = "") -> str:
    """A cell; text becomes a paragraph."""
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells, or of texts."""
    inner = "".join(each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def spreadsheet(rows: list[list[str]]) -> bytes:
    """An ODS with one sheet of texts and numbers; `Tên|2` is a cell over two rows, and `|` one that it covers."""

    def written(text: str) -> str:
        if text == "|":
            return "<table:covered-table-cell/>"
        if "|" in text:
            text, _, down = text.partition("|")
            spans = f'table:number-rows-spanned="{down}" table:number-columns-spanned="1"'
            return f'<table:table-cell {spans} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        if text.replace(".", "").isdecimal():
            return f'<table:table-cell office:value-type="float" office:value="{text}"/>'
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'

    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    inner = "".join(f"<table:table-row>{''.join(map(written, each))}</table:table-row>" for each in rows)
    content = (
        f"<office:document-content {namespaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Bang">{inner}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def printed(markup: str) -> bytes:
    """The PDF of typst markup, in a font that the library brings."""
    import typst

    head = '#set page("a4", margin: 2cm)\n#set text(font: "Libertinus Serif", lang: "vi", hyphenate: false)\n'
    return bytes(typst.compile((head + markup).encode(), ignore_system_fonts=True))


def locked_pdf() -> bytes:
    """A PDF whose password nobody knows."""
    secret = "00" * 32
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        f"<</Filter/Standard/V 1/R 2/O<{secret}>/U<{secret}>/P -4>>",
    ]
    return _pdf(objects, "/Encrypt 4 0 R/ID[<00><00>]")


def pictured_pdf() -> bytes:
    """A PDF of one page that holds a drawing and no text."""
    stream = "0 0 5 5 re f"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
    ]
    return _pdf(objects, "")


def _pdf(objects: list[str], trailer: str) -> bytes:
    out = "%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"trailer\n<</Root 1 0 R/Size {len(objects) + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")
