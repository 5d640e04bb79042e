from unittest.mock import patch

import mailer


def test_notify():
    with patch("mailer.notify", return_value=["P-7"]) as notify:
        assert mailer.notify([{"code": "P-7"}]) == ["P-7"]
        notify.assert_called_once_with([{"code": "P-7"}])


def test_letter():
    parcel = {"code": "P-7", "email": "amira@post.example", "status": "waiting"}
    message = mailer.letter(parcel)
    assert message["To"] == "amira@post.example"
    assert "P-7" in message["Subject"]
