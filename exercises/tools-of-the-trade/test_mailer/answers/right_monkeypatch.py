import smtplib

import pytest

from mailer import notify


class FakeSMTP:
    opened = []
    trouble = {}

    def __init__(self, host, timeout=None):
        self.asked = (host, timeout)
        self.sent = []
        self.closed = False
        FakeSMTP.opened.append(self)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.closed = True

    def send_message(self, message):
        if message["To"] in FakeSMTP.trouble:
            raise FakeSMTP.trouble[message["To"]]
        self.sent.append(message)


@pytest.fixture(autouse=True)
def fake(monkeypatch):
    monkeypatch.setattr(FakeSMTP, "opened", [])
    monkeypatch.setattr(FakeSMTP, "trouble", {})
    monkeypatch.setattr(smtplib, "SMTP", FakeSMTP)


def parcel(name, status="waiting"):
    return {"code": name.upper(), "email": f"{name}@post.example", "status": status}


def test_one_connection_for_the_waiting_ones():
    assert notify([parcel("a"), parcel("b", "delivered"), parcel("c")]) == []
    [one] = FakeSMTP.opened
    assert one.asked == ("mail.harbour.example", 10)
    assert one.closed
    assert [message["To"] for message in one.sent] == ["a@post.example", "c@post.example"]
    assert "A" in one.sent[0]["Subject"]
    assert one.sent[0]["From"] == "counter@harbour.example"


def test_the_code_is_in_the_subject():
    notify([parcel("q-42")])
    assert "Q-42" in FakeSMTP.opened[0].sent[0]["Subject"]


def test_nobody_waits():
    assert notify([]) == []
    assert notify([parcel("a", "delivered")]) == []
    assert not FakeSMTP.opened


def test_refused():
    FakeSMTP.trouble["a@post.example"] = smtplib.SMTPRecipientsRefused({})
    assert notify([parcel("a"), parcel("b")]) == ["A"]
    assert len(FakeSMTP.opened[0].sent) == 1


def test_other_trouble_is_raised():
    FakeSMTP.trouble["a@post.example"] = smtplib.SMTPServerDisconnected()
    with pytest.raises(smtplib.SMTPServerDisconnected):
        notify([parcel("a")])
