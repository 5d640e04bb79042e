import smtplib
import unittest
from unittest import mock

import mailer


def waiting(code):
    return {"code": code, "email": f"{code}@post.example", "status": "waiting"}


class Notify(unittest.TestCase):
    def setUp(self):
        patcher = mock.patch.object(mailer.smtplib, "SMTP")
        self.smtp = patcher.start()
        self.addCleanup(patcher.stop)
        self.connection = self.smtp.return_value
        self.server = self.connection.__enter__.return_value
        self.connection.__exit__.return_value = False

    def test_sent(self):
        sent_away = {"code": "X", "email": "x@post.example", "status": "sent"}
        self.assertEqual(mailer.notify([waiting("K-1"), sent_away, waiting("K-2")]), [])
        self.assertEqual(self.smtp.mock_calls[0], mock.call(mailer.SERVER, timeout=10))
        self.assertEqual(self.smtp.call_count, 1)
        self.assertEqual(self.connection.__exit__.call_count, 1)
        sent = [call.args[0] for call in self.server.send_message.call_args_list]
        self.assertEqual([it["To"] for it in sent], ["K-1@post.example", "K-2@post.example"])
        self.assertIn("K-1", sent[0]["Subject"])

    def test_nobody(self):
        self.assertEqual(mailer.notify([]), [])
        sent_away = {"code": "X", "email": "x@post.example", "status": "sent"}
        self.assertEqual(mailer.notify([sent_away]), [])
        self.assertFalse(self.smtp.called)

    def test_refused(self):
        errors = [smtplib.SMTPRecipientsRefused({}), None, smtplib.SMTPRecipientsRefused({})]
        self.server.send_message.side_effect = errors
        self.assertEqual(mailer.notify([waiting(it) for it in "abc"]), ["a", "c"])

    def test_broken(self):
        self.server.send_message.side_effect = smtplib.SMTPServerDisconnected
        self.assertRaises(smtplib.SMTPServerDisconnected, mailer.notify, [waiting("a")])
