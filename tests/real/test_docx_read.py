"""Documents that other programs write: python-docx from Word's own template, LibreOffice from a page."""

from __future__ import annotations

import io
import shutil
import subprocess

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX

from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised

PAGE = """\
<html><body><h1>Tea</h1>
<ol><li>What is tea?<ol type="a"><li><b>leaf</b></li><li>stone</li></ol></li>
<li>What is H<sub>2</sub>O?<ol type="a"><li>wool</li><li><b>water</b></li></ol></li></ol>
<table border="1"><tr><td>Question</td><td>A</td><td>B</td><td>Answer</td></tr>
<tr><td>Hot?</td><td>tea</td><td>ice</td><td>A</td></tr></table>
</body></html>
"""


def asked(data: bytes) -> list[tuple[str, str, list[str]]]:
    """Topic, prompt, and options with their signs, of the questions of a document."""
    found = named("docx").read(data, "a.docx", Report()).items
    return [
        (item.topic, item.prompt, [("+" if each.right else "-") + each.text for each in item.choices])
        for item in found
    ]


def test_lists_by_the_styles_of_words_own_template_are_counted():
    document = docx.Document()
    document.add_heading("Tea", 1)
    for prompt, options, right in (("What is tea?", "leaf stone", 0), ("And wool?", "leaf hair", 1)):
        document.add_paragraph(prompt, style="List Number")
        for at, text in enumerate(options.split()):
            run = document.add_paragraph(style="List Bullet 2").add_run(text)
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW if at == right else None
    document.add_paragraph("What is mate?", style="List Number")
    document.add_paragraph("Answers")
    document.add_paragraph("3. a drink")
    data = io.BytesIO()
    document.save(data)

    assert recognised(data.getvalue(), "a.docx").name == "docx"
    assert asked(data.getvalue()) == [
        ("Tea", "What is tea?", ["+leaf", "-stone"]),
        ("Tea", "And wool?", ["-leaf", "+hair"]),
        ("Tea", "What is mate?", []),
    ]


@pytest.mark.proof
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_what_libreoffice_writes_is_read(tmp_path):
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    how = [f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    command = ["soffice", *how, "docx:MS Word 2007 XML", "--outdir", str(tmp_path), str(tmp_path / "a.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    assert asked((tmp_path / "a.docx").read_bytes()) == [
        ("Tea", "What is tea?", ["+leaf", "-stone"]),
        ("Tea", "What is H₂O?", ["-wool", "+water"]),
        ("", "Hot?", ["+tea", "-ice"]),
    ]
