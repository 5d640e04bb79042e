from django.test import TestCase

from tickets import Ticket, TicketForm


def typed(**changes):
    """What a customer types into the form, with some fields different."""
    return {"email": "mei@example.com", "subject": "Broken mug", **changes}


class TicketFormTests(TestCase):
    def test_a_full_ticket_is_valid(self):
        form = TicketForm(typed(order_code="P-1001"))
        assert form.is_valid()



    def test_email_must_be_there(self):
        assert list(TicketForm(typed(email="")).errors) == ["email"]

    def test_subject_must_be_there(self):
        assert list(TicketForm(typed(subject="")).errors) == ["subject"]

    def test_four_characters_are_too_few(self):
        assert "subject" in TicketForm(typed(subject="Mugs")).errors

    def test_five_characters_are_enough(self):
        assert TicketForm(typed(subject="Mugs!")).is_valid()

    def test_no_code_is_fine(self):
        form = TicketForm(typed(order_code=""))
        assert form.is_valid()
        assert form.cleaned_data["order_code"] == ""

    def test_code_in_capitals(self):
        form = TicketForm(typed(order_code="p-1001a"))
        assert form.is_valid()
        assert form.cleaned_data["order_code"] == "P-1001A"

    def test_code_begins_with_p(self):
        assert list(TicketForm(typed(order_code="X-1001")).errors) == ["order_code"]

    def test_code_with_p_inside(self):
        assert "order_code" in TicketForm(typed(order_code="XP-1")).errors

    def test_refund_without_code(self):
        assert list(TicketForm(typed(wants_refund="on")).errors) == ["order_code"]

    def test_refund_with_code(self):
        form = TicketForm(typed(wants_refund="on", order_code="p-1"))
        assert form.is_valid()
        assert form.save().wants_refund

    def test_refund_with_wrong_code(self):
        assert list(TicketForm(typed(wants_refund="on", order_code="Q-1")).errors) == ["order_code"]

    def test_answered_is_not_theirs(self):
        assert TicketForm(typed(answered="on")).save().answered is False


class NewTicketTests(TestCase):
    def test_a_ticket_is_stored(self):
        response = self.client.post("/tickets/new/", typed(order_code="p-7", wants_refund="on"))
        assert response.status_code == 302
        assert response.headers["Location"] == "/tickets/thanks/"
        ticket = Ticket.objects.get()
        assert (ticket.email, ticket.subject, ticket.order_code) == ("mei@example.com", "Broken mug", "P-7")
        assert ticket.wants_refund and not ticket.answered

    def test_a_wrong_ticket_is_not_stored(self):
        response = self.client.post("/tickets/new/", typed(subject="Mug"))
        assert response.status_code == 422
        assert "subject" in response.json()["errors"]
        assert not Ticket.objects.exists()

    def test_answered_cannot_be_posted(self):
        self.client.post("/tickets/new/", typed(answered="on"))
        assert not Ticket.objects.get().answered
