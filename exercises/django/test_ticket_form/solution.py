from django.test import TestCase

from tickets import Ticket, TicketForm


def typed(**changes):
    """What a customer types into the form, with some fields different."""
    return {"email": "mei@example.com", "subject": "Broken mug", **changes}


def wrong_fields(**changes):
    """The names of the fields that the form complains about."""
    return sorted(TicketForm(typed(**changes)).errors)


class TicketFormTests(TestCase):
    def test_a_ticket_without_an_order_is_valid(self):
        assert wrong_fields() == []

    def test_email_and_subject_must_be_there(self):
        assert sorted(TicketForm({}).errors) == ["email", "subject"]

    def test_a_subject_of_5_characters_is_enough(self):
        assert wrong_fields(subject="Spoon") == []

    def test_a_subject_of_4_characters_is_too_short(self):
        assert wrong_fields(subject="Mugs") == ["subject"]

    def test_a_subject_has_at_most_60_characters(self):
        assert wrong_fields(subject="s" * 60) == []
        assert wrong_fields(subject="s" * 61) == ["subject"]

    def test_a_code_has_at_most_10_characters(self):
        assert wrong_fields(order_code="P-12345678") == []
        assert wrong_fields(order_code="P-123456789") == ["order_code"]

    def test_a_code_in_small_letters_is_kept_in_capitals(self):
        form = TicketForm(typed(order_code="p-1001"))
        assert form.is_valid()
        assert form.cleaned_data["order_code"] == "P-1001"

    def test_a_code_begins_with_p_and_a_hyphen(self):
        assert wrong_fields(order_code="X-1001") == ["order_code"]
        assert wrong_fields(order_code="XP-1001") == ["order_code"]
        assert wrong_fields(order_code="P1001") == ["order_code"]

    def test_a_refund_with_a_code_is_valid(self):
        assert wrong_fields(order_code="P-1001", wants_refund="on") == []

    def test_a_refund_needs_a_code(self):
        assert wrong_fields(wants_refund="on") == ["order_code"]

    def test_a_refund_with_a_wrong_code_is_one_error_of_the_code(self):
        assert wrong_fields(order_code="X-1", wants_refund="on") == [
            "order_code"
        ]


class NewTicketTests(TestCase):
    def test_a_ticket_is_stored_and_the_customer_thanked(self):
        response = self.client.post(
            "/tickets/new/", typed(order_code="p-7", wants_refund="on")
        )
        ticket = Ticket.objects.get()
        assert (ticket.email, ticket.subject) == (
            "mei@example.com",
            "Broken mug",
        )
        assert (ticket.order_code, ticket.wants_refund) == ("P-7", True)
        assert (response.status_code, response.url) == (
            302,
            "/tickets/thanks/",
        )

    def test_a_new_ticket_is_not_answered_whatever_is_sent(self):
        self.client.post("/tickets/new/", typed(answered="on"))
        assert Ticket.objects.get().answered is False

    def test_a_wrong_ticket_is_told_and_not_stored(self):
        response = self.client.post("/tickets/new/", typed(subject="Mugs"))
        assert response.status_code == 422
        assert list(response.json()["errors"]) == ["subject"]
        assert Ticket.objects.count() == 0

    def test_the_page_takes_only_posts(self):
        assert self.client.get("/tickets/new/").status_code == 405
