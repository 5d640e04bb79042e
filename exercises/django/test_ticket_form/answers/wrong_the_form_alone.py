from django.test import TestCase
from tickets import TicketForm


class FormTests(TestCase):
    def test_fields(self):
        good = {"email": "mei@example.com", "subject": "Spoon"}
        assert TicketForm(good).is_valid()
        assert not TicketForm({**good, "subject": "Mugs"}).is_valid()
        assert not TicketForm({**good, "order_code": "X-1"}).is_valid()
        assert TicketForm({**good, "order_code": "p-1"}).is_valid()
        assert not TicketForm({**good, "wants_refund": "on"}).is_valid()
