from django.test import TestCase

from tickets import Ticket, TicketForm


def typed(**changes):
    """What a customer types into the form, with some fields different."""
    return {"email": "mei@example.com", "subject": "Broken mug", **changes}



class TicketFormTests(TestCase):
    def errors(self, **changes):
        return set(TicketForm(typed(**changes)).errors)

    def test_a_full_ticket_is_valid(self):
        form = TicketForm(typed(order_code="P-1001"))
        assert form.is_valid()

    def test_required(self):
        assert self.errors(email="") == {"email"}
        assert self.errors(subject="") == {"subject"}
        assert self.errors(email="mei") == {"email"}

    def test_subject_length(self):
        assert self.errors(subject="Mugs") == {"subject"}
        assert self.errors(subject="Mugs!") == set()
        assert self.errors(subject="   M  ") == {"subject"}

    def test_code(self):
        assert self.errors(order_code="") == set()
        assert self.errors(order_code="1001") == {"order_code"}
        assert self.errors(order_code="XP-1001") == {"order_code"}
        assert self.errors(order_code="P1001") == {"order_code"}
        form = TicketForm(typed(order_code="p-1001a"))
        assert form.is_valid()
        assert form.cleaned_data["order_code"] == "P-1001A"
        assert form.save().order_code == "P-1001A"

    def test_refund(self):
        assert self.errors(wants_refund="on") == {"order_code"}
        assert self.errors(wants_refund="on", order_code="1001") == {"order_code"}
        assert self.errors(wants_refund="on", order_code="P-1") == set()
        assert self.errors() == set()


class NewTicketTests(TestCase):
    def test_a_ticket_is_stored(self):
        response = self.client.post("/tickets/new/", typed(order_code="p-1", wants_refund="on", answered="on"))
        self.assertRedirects(response, "/tickets/thanks/", fetch_redirect_response=False)
        ticket = Ticket.objects.get()
        assert ticket.subject == "Broken mug"
        assert ticket.email == "mei@example.com"
        assert ticket.order_code == "P-1"
        assert not ticket.answered
        assert ticket.wants_refund

    def test_empty_code(self):
        self.client.post("/tickets/new/", typed())
        ticket = Ticket.objects.get()
        assert ticket.order_code == ""
        assert not ticket.wants_refund

    def test_wrong(self):
        response = self.client.post("/tickets/new/", typed(subject="Mug"))
        assert response.status_code == 422
        assert "subject" in response.content.decode()
