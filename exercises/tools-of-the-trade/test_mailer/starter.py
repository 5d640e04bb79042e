from unittest.mock import patch

import pytest

from mailer import notify


@pytest.fixture
def smtp():
    """The stand-in for `smtplib.SMTP`: calling it opens a connection."""
    with patch("mailer.smtplib.SMTP", autospec=True) as smtp:
        yield smtp


@pytest.fixture
def server(smtp):
    """The stand-in for the connection, as `with smtplib.SMTP(...) as server` has it."""
    return smtp.return_value.__enter__.return_value


def test_a_customer_is_written_to(server):
    notify([{"code": "P-7", "email": "amira@post.example", "status": "waiting"}])
    server.send_message.assert_called_once()
