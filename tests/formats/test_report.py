"""What a report says when all is told."""

from __future__ import annotations

from quizmill.formats.report import Harm, Loss, Report


def test_of_a_lost_question_only_its_loss_is_told():
    report = Report()
    report.lost("ship", "tags", "there is no place for it", "sea")
    report.lost("ship", "question", "it takes 120 characters of a question", "Which ship …")
    report.changed("tea", "prompt", "marks are left out")
    report.note("", "question", "nothing is updated")

    assert [(loss.id, loss.field) for loss in report.losses] == [
        ("ship", "question"),
        ("tea", "prompt"),
        ("", "question"),
    ]


def test_a_note_is_no_loss():
    report = Report()
    report.note("tea", "explanation", "kept as a draft")

    assert report.is_whole
    assert report.losses == (Loss(id="tea", field="explanation", rule="kept as a draft", severity=Harm.NOTE),)
