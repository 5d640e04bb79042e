import smtplib
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


def parcel(code, status="waiting"):
    return {"code": code, "email": f"{code.lower()}@post.example", "status": status}


def sent(server):
    return [call.args[0] for call in server.send_message.call_args_list]


def test_to(server):
    notify([parcel("P-7"), parcel("P-8")])
    assert [message["To"] for message in sent(server)] == ["p-7@post.example", "p-8@post.example"]


def test_subject(server):
    notify([parcel("P-7"), parcel("P-8")])
    assert ["P-7" in sent(server)[0]["Subject"], "P-8" in sent(server)[1]["Subject"]] == [True, True]


def test_others(server):
    notify([parcel("P-1", "sent"), parcel("P-7"), parcel("P-2", "delivered")])
    assert [message["To"] for message in sent(server)] == ["p-7@post.example"]


def test_one(smtp, server):
    notify([parcel("P-7"), parcel("P-8")])
    smtp.assert_called_once()


def test_host(smtp):
    notify([parcel("P-7")])
    smtp.assert_called_with("mail.harbour.example", timeout=10)


def test_closed(smtp, server):
    notify([parcel("P-7")])
    smtp.return_value.__exit__.assert_called_once()


def test_nothing(smtp):
    assert notify([]) == []
    smtp.assert_not_called()


def test_refused(server):
    server.send_message.side_effect = [None, smtplib.SMTPRecipientsRefused({}), None]
    assert notify([parcel("P-6"), parcel("P-7"), parcel("P-8")]) == ["P-7"]
    assert len(sent(server)) == 3


def test_two_refused(server):
    server.send_message.side_effect = smtplib.SMTPRecipientsRefused({})
    assert notify([parcel("P-7"), parcel("P-8")]) == ["P-7", "P-8"]


def test_other(server):
    server.send_message.side_effect = smtplib.SMTPServerDisconnected("gone")
    with pytest.raises(smtplib.SMTPServerDisconnected):
        notify([parcel("P-7")])


def test_none_refused(server):
    assert notify([parcel("P-7")]) == []

