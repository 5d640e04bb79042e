from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from unittest.mock import patch

import pytest

from mailer import notify

AMIRA = {"code": "P-7", "email": "amira@post.example", "status": "waiting"}
ERIK = {"code": "P-8", "email": "erik@post.example", "status": "waiting"}
OKAFOR = {"code": "P-9", "email": "okafor@post.example", "status": "delivered"}


@pytest.fixture
def smtp():
    """The stand-in for `smtplib.SMTP`: calling it opens a connection."""
    with patch("mailer.smtplib.SMTP", autospec=True) as smtp:
        yield smtp


@pytest.fixture
def server(smtp):
    """The stand-in for the connection, as `with smtplib.SMTP(...) as server` has it."""
    return smtp.return_value.__enter__.return_value


def messages(server):
    """Return the messages that were sent, in order."""
    return [call.args[0] for call in server.send_message.call_args_list]


def test_only_customers_of_waiting_parcels_are_written_to(server):
    notify([AMIRA, OKAFOR, ERIK])
    assert [message["To"] for message in messages(server)] == [AMIRA["email"], ERIK["email"]]


def test_a_message_names_the_parcel_and_the_counter(server):
    notify([AMIRA])
    [message] = messages(server)
    assert message["Subject"] == "Parcel P-7 is waiting for you"
    assert message["From"] == "counter@harbour.example"
    assert "seven days" in message.get_content()


def test_all_messages_go_through_one_connection(smtp, server):
    notify([AMIRA, ERIK])
    smtp.assert_called_once_with("mail.harbour.example", timeout=10)


def test_the_connection_is_closed(smtp, server):
    notify([AMIRA])
    smtp.return_value.__exit__.assert_called_once()


def test_no_connection_where_nobody_waits(smtp):
    assert notify([OKAFOR]) == []
    smtp.assert_not_called()


def test_nothing_is_refused_where_all_goes_well(server):
    assert notify([AMIRA, ERIK]) == []


def test_a_refused_address_does_not_stop_the_others(server):
    server.send_message.side_effect = [SMTPRecipientsRefused({}), None]
    assert notify([AMIRA, ERIK]) == ["P-7"]
    assert server.send_message.call_count == 2


def test_a_lost_connection_is_not_hidden(server):
    server.send_message.side_effect = SMTPServerDisconnected("gone")
    with pytest.raises(SMTPServerDisconnected):
        notify([AMIRA, ERIK])
