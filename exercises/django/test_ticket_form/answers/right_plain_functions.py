import pytest
from django.db import transaction
from django.test import Client

from tickets import Ticket, TicketForm


@pytest.fixture(autouse=True)
def nothing_stays():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def form(**changes):
    return TicketForm({"email": "a@example.com", "subject": "Hello", **changes})


def test_subject():
    assert form().is_valid()
    assert not form(subject="Hell").is_valid()
    assert not form(subject="").is_valid()
    assert "email" in form(email="").errors


@pytest.mark.parametrize("refund", [{}, {"wants_refund": "on"}])
def test_code(refund):
    assert form(order_code="P-77", **refund).is_valid()
    assert "order_code" in form(order_code="Q-77", **refund).errors
    assert "order_code" in form(order_code="QP-77", **refund).errors
    assert "order_code" in form(order_code="P77", **refund).errors
    low = form(order_code="p-77", **refund)
    assert low.is_valid() and low.cleaned_data["order_code"] == "P-77"
    assert list(form(**refund).errors) == (["order_code"] if refund else [])


def test_the_page():
    good = {"email": "a@example.com", "subject": "Hello", "answered": "true"}
    response = Client().post("/tickets/new/", good)
    assert response.headers["Location"] == "/tickets/thanks/"
    assert [it.answered for it in Ticket.objects.all()] == [False]
    response = Client().post("/tickets/new/", {"email": "a@example.com", "subject": "Hey"})
    assert response.status_code == 422 and "subject" in response.json()["errors"]
    assert Ticket.objects.count() == 1
