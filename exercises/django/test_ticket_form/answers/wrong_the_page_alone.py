from django.test import TestCase
from tickets import Ticket


class PageTests(TestCase):
    def test_good(self):
        sent = {"email": "mei@example.com", "subject": "Broken mug", "order_code": "P-1"}
        answer = self.client.post("/tickets/new/", sent)
        assert answer.status_code == 302
        assert Ticket.objects.count() == 1

    def test_wrong(self):
        answer = self.client.post("/tickets/new/", {"email": "mei"})
        assert answer.status_code == 422
        assert Ticket.objects.count() == 0
