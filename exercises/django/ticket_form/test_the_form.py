import pytest
from django.db import transaction
from ticket_form import Ticket, TicketForm


@pytest.fixture(autouse=True)
def clean_database():
    """Undo after each test what it wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def filled_in(**changes):
    """A form that is right, with some fields typed differently."""
    typed = {
        "email": "mei@example.com",
        "subject": "Broken mug",
        "text": "It came in two.",
    }
    return TicketForm({**typed, **changes})


def wrong_fields(form):
    return sorted(form.errors)


def test_a_ticket_without_an_order_is_fine():
    form = filled_in()
    assert wrong_fields(form) == []
    assert form.cleaned_data["order_code"] == ""
    assert form.cleaned_data["subject"] == "Broken mug"


def test_save_stores_what_was_typed():
    filled_in(order_code="P-1001", wants_refund="on").save()
    ticket = Ticket.objects.get()
    assert (ticket.email, ticket.order_code) == ("mei@example.com", "P-1001")
    assert (ticket.subject, ticket.text) == ("Broken mug", "It came in two.")
    assert (ticket.wants_refund, ticket.answered) == (True, False)


def test_a_ticket_asks_for_no_refund_unless_it_says_so():
    filled_in().save()
    assert Ticket.objects.get().wants_refund is False


def test_email_subject_and_text_must_be_there():
    assert wrong_fields(TicketForm({})) == ["email", "subject", "text"]


def test_a_visitor_cannot_mark_a_ticket_as_answered():
    filled_in(answered="on").save()
    assert Ticket.objects.get().answered is False
    assert "answered" not in TicketForm().fields


def test_email_and_text_are_kept_as_they_were_typed():
    filled_in(email="Mei.Lin@example.com", text="Hi.\n\nIt  came in two.").save()
    ticket = Ticket.objects.get()
    assert (ticket.email, ticket.text) == ("Mei.Lin@example.com", "Hi.\n\nIt  came in two.")


def test_a_text_may_be_short():
    assert wrong_fields(filled_in(text="Hi")) == []


def test_an_address_is_checked():
    assert wrong_fields(filled_in(email="mei")) == ["email"]


def test_a_customer_may_have_two_tickets():
    for _ in range(2):
        filled_in().save()
    assert Ticket.objects.count() == 2


def test_a_subject_of_5_characters_is_enough():
    assert wrong_fields(filled_in(subject="Spoon")) == []


def test_a_subject_is_kept_as_it_was_typed():
    form = filled_in(subject="a 2 B")
    assert wrong_fields(form) == []
    assert form.cleaned_data["subject"] == "a 2 B"


def test_a_subject_of_4_characters_is_too_short():
    assert wrong_fields(filled_in(subject="Mugs")) == ["subject"]
    assert wrong_fields(filled_in(subject="Müll")) == ["subject"]


def test_spaces_do_not_make_a_subject_longer():
    assert wrong_fields(filled_in(subject=" Mugs  ")) == ["subject"]


def test_a_subject_of_more_than_60_characters_is_too_long():
    assert wrong_fields(filled_in(subject="s" * 60)) == []
    assert wrong_fields(filled_in(subject="s" * 61)) == ["subject"]


def test_the_order_code_is_kept_in_capitals():
    form = filled_in(order_code="p-10aB")
    assert wrong_fields(form) == []
    assert form.cleaned_data["order_code"] == "P-10AB"
    assert form.save().order_code == "P-10AB"


def test_an_order_code_begins_with_p_and_a_hyphen():
    assert wrong_fields(filled_in(order_code="X-1001")) == ["order_code"]
    assert wrong_fields(filled_in(order_code="P1001")) == ["order_code"]
    assert wrong_fields(filled_in(order_code="XP-1001")) == ["order_code"]


def test_an_order_code_has_at_most_10_characters():
    assert wrong_fields(filled_in(order_code="P-12345678")) == []
    assert wrong_fields(filled_in(order_code="P-123456789")) == ["order_code"]


def test_a_refund_with_an_order_code_is_fine():
    assert (
        wrong_fields(filled_in(order_code="P-1001", wants_refund="on")) == []
    )


def test_a_refund_needs_an_order_code():
    assert wrong_fields(filled_in(wants_refund="on")) == ["order_code"]
    assert wrong_fields(filled_in(wants_refund="true")) == ["order_code"]


@pytest.mark.parametrize("code", ["", "   "])
def test_an_order_code_that_was_left_empty_is_none_for_a_refund(code):
    assert wrong_fields(filled_in(order_code=code, wants_refund="on")) == ["order_code"]


def test_without_a_refund_no_order_code_is_needed():
    assert wrong_fields(filled_in(wants_refund="false")) == []


def test_a_missing_order_code_is_reported_with_other_errors():
    assert wrong_fields(filled_in(wants_refund="on", subject="Mug")) == ["order_code", "subject"]


def test_a_refund_with_a_wrong_order_code_is_an_error_and_no_crash():
    assert wrong_fields(filled_in(order_code="X-1", wants_refund="on")) == [
        "order_code"
    ]
