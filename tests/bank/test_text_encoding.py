"""A file that does not say how it is encoded is read as whoever wrote it sees it."""

from __future__ import annotations

import pytest

from quizmill.bank.text_encoding import decoded

GERMAN = "Frage;Antwort\nWelche Größe hat die Straße?;groß\nWas heißt „süß“ …?;Süßes\n"
FRENCH = "Question;Réponse\nQui a créé l’œuvre ?;Zoë – née à Évian\n"
SPANISH = "Pregunta;Respuesta\n¿Qué año?;el año «2004»\n"
CHINESE = "题目,答案\n谁创办了小米？,雷军\n朱镕基是谁？,“总理”\nKing 的意思,国王\n"


@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH, "Größe\n", "straße;naïve\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_what_the_west_writes(text, encoding):
    assert decoded(text.encode(encoding)) == (text, encoding if encoding != "utf-8" else "utf-8-sig")


@pytest.mark.parametrize("text", [CHINESE, "小米\n", "一,二\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gbk", "gb18030"])
def test_what_china_writes(text, encoding):
    found = decoded(text.encode(encoding))

    assert found
    assert found[0] == text


@pytest.mark.parametrize("data", [b"\0\1\2", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xfe\0"])
def test_what_is_no_text(data):
    assert decoded(data) is None
