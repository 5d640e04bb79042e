from unittest.mock import patch

import pytest

from mailer import notify


@pytest.fixture
def smtp():
    with patch("mailer.smtplib.SMTP", autospec=True) as smtp:
        yield smtp


@pytest.fixture
def server(smtp):
    return smtp.return_value.__enter__.return_value


def waiting(code):
    return {"code": code, "email": f"{code}@post.example", "status": "waiting"}


def test_counts(smtp, server):
    assert notify([waiting("a"), waiting("b")]) == []
    assert server.send_message.call_count == 2
    assert smtp.call_count == 1


def test_nobody(smtp, server):
    assert notify([]) == []
    assert not smtp.called
