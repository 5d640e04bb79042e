from django.test import TestCase

from tickets import Ticket, TicketForm


def typed(**changes):
    """What a customer types into the form, with some fields different."""
    return {"email": "mei@example.com", "subject": "Broken mug", **changes}


class TicketFormTests(TestCase):
    def test_a_full_ticket_is_valid(self):
        form = TicketForm(typed(order_code="P-1001"))
        assert form.is_valid()


class NewTicketTests(TestCase):
    def test_a_ticket_is_stored(self):
        self.client.post("/tickets/new/", typed())
        assert Ticket.objects.get().subject == "Broken mug"
