from django.test import TestCase

from tickets import Ticket, TicketForm

GOOD = {"email": "mei@example.com", "subject": "Spoon"}
CASES = [
    ({}, []),
    ({"subject": "Mugs"}, ["subject"]),
    ({"subject": ""}, ["subject"]),
    ({"email": ""}, ["email"]),
    ({"order_code": "P-1"}, []),
    ({"order_code": "p-1"}, []),
    ({"order_code": "X-1"}, ["order_code"]),
    ({"order_code": "1P-"}, ["order_code"]),
    ({"order_code": "P1"}, ["order_code"]),
    ({"wants_refund": "on"}, ["order_code"]),
    ({"wants_refund": "on", "order_code": "P-1"}, []),
    ({"wants_refund": "on", "order_code": "X-1"}, ["order_code"]),
]


class FormTests(TestCase):
    def test_cases(self):
        for changes, wrong in CASES:
            with self.subTest(changes):
                self.assertEqual(list(TicketForm({**GOOD, **changes}).errors), wrong)

    def test_capitals(self):
        ticket = TicketForm({**GOOD, "order_code": "p-1a"}).save()
        self.assertEqual(ticket.order_code, "P-1A")

    def test_view(self):
        answer = self.client.post("/tickets/new/", {**GOOD, "answered": "on"})
        self.assertRedirects(answer, "/tickets/thanks/", fetch_redirect_response=False)
        self.assertFalse(Ticket.objects.get(subject="Spoon").answered)
        answer = self.client.post("/tickets/new/", {**GOOD, "subject": "Mugs"})
        self.assertEqual(answer.status_code, 422)
        self.assertEqual(list(answer.json()["errors"]), ["subject"])
        self.assertEqual(Ticket.objects.count(), 1)
