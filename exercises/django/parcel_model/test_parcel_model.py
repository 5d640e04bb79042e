from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.forms import modelform_factory
from parcel_model import Customer, Parcel


@pytest.fixture(autouse=True)
def clean_database():
    """Undo after each test what it wrote."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def mei():
    return Customer.objects.create(name="Mei")


def test_stores_a_parcel(mei):
    Parcel.objects.create(code="P-1001", customer=mei, grams=800)
    stored = Parcel.objects.get(code="P-1001")
    assert (stored.customer, stored.grams) == (mei, 800)


def test_a_new_parcel_is_packed_and_not_delivered(mei):
    parcel = Parcel.objects.create(code="P-1001", customer=mei, grams=800)
    assert parcel.status == "packed"
    assert parcel.delivered_on is None


def test_keeps_the_day_of_delivery(mei):
    Parcel.objects.create(
        code="P-1001",
        customer=mei,
        grams=800,
        status="there",
        delivered_on=date(2025, 3, 4),
    )
    stored = Parcel.objects.get(code="P-1001")
    assert (stored.status, stored.delivered_on) == ("there", date(2025, 3, 4))


def test_two_parcels_cannot_have_the_same_code(mei):
    Parcel.objects.create(code="P-1001", customer=mei, grams=800)
    tomas = Customer.objects.create(name="Tomás")
    for customer, status in ((mei, "packed"), (tomas, "sent")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Parcel.objects.create(code="P-1001", customer=customer, grams=50, status=status)
    assert Parcel.objects.get().grams == 800


def test_a_code_has_at_most_10_characters(mei):
    Parcel(code="P-10000001", customer=mei, grams=800).full_clean()
    with pytest.raises(ValidationError, match="at most 10 characters"):
        Parcel(code="P-100000001", customer=mei, grams=800).full_clean()


def test_code_and_grams_have_to_be_filled_in(mei):
    with pytest.raises(ValidationError) as missing:
        Parcel(customer=mei).full_clean()
    assert sorted(missing.value.message_dict) == ["code", "grams"]


@pytest.mark.parametrize("missing", ["code", "grams", "status"])
def test_the_table_refuses_a_parcel_with_something_missing(mei, missing):
    fields = {"code": "P-1", "grams": 800, "status": "sent"}
    Parcel.objects.create(customer=mei, **fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        Parcel.objects.create(customer=mei, **{**fields, "code": "P-2", missing: None})


def test_a_form_asks_for_all_fields():
    form = modelform_factory(Parcel, fields="__all__")()
    assert {"code", "customer", "grams", "status", "delivered_on"} <= set(form.fields)


def test_a_parcel_may_be_heavy(mei):
    Parcel(code="P-1", customer=mei, grams=900_000).full_clean()
    assert mei.parcels.create(code="P-1", grams=900_000).grams == 900_000


def test_grams_are_a_whole_number(mei):
    Parcel(code="P-1", customer=mei, grams="2").full_clean()
    with pytest.raises(ValidationError):
        Parcel(code="P-1", customer=mei, grams="2.5").full_clean()


def test_a_parcel_belongs_to_somebody(mei):
    with pytest.raises(IntegrityError), transaction.atomic():
        Parcel.objects.create(code="P-1", grams=800)
    with pytest.raises(ValidationError):
        Parcel(code="P-1", grams=800).full_clean()
    assert list(mei.parcels.all()) == []


def test_a_status_has_at_most_20_characters(mei):
    Parcel(code="P-1", customer=mei, grams=800, status="s" * 20).full_clean()
    with pytest.raises(ValidationError, match="at most 20 characters"):
        Parcel(
            code="P-1", customer=mei, grams=800, status="s" * 21
        ).full_clean()


def test_a_form_may_leave_the_day_of_delivery_empty(mei):
    parcel = Parcel(code="P-1001", customer=mei, grams=800, delivered_on="")
    parcel.full_clean()
    assert parcel.grams == 800
    assert Parcel._meta.get_field("delivered_on").blank is True


def test_leads_from_a_customer_to_the_parcels(mei):
    tomas = Customer.objects.create(name="Tomás")
    parcel = Parcel.objects.create(code="P-1001", customer=mei, grams=800)
    assert list(mei.parcels.all()) == [parcel]
    assert list(tomas.parcels.all()) == []


def test_a_customer_with_parcels_cannot_be_deleted(mei):
    Parcel.objects.create(code="P-1001", customer=mei, grams=800)
    with pytest.raises(ProtectedError):
        mei.delete()
    assert Parcel.objects.count() == 1


def test_a_customer_without_parcels_can_be_deleted(mei):
    Parcel.objects.create(
        code="P-1001",
        customer=Customer.objects.create(name="Tomás"),
        grams=800,
    )
    mei.delete()
    assert [customer.name for customer in Customer.objects.all()] == ["Tomás"]


def test_parcels_come_by_code(mei):
    tomas = Customer.objects.create(name="Tomás")
    rows = (("P-1003", mei, 1, "here"), ("P-1001", tomas, 3, "there"), ("P-1002", mei, 2, "sent"))
    for code, customer, grams, status in rows:
        Parcel.objects.create(code=code, customer=customer, grams=grams, status=status)
    assert [parcel.code for parcel in Parcel.objects.all()] == [
        "P-1001",
        "P-1002",
        "P-1003",
    ]


def test_shows_itself_with_code_customer_and_status(mei):
    parcel = Parcel(code="P-1001", customer=mei, grams=800)
    assert str(parcel) == "P-1001 for Mei (packed)"
    for status in ("sent", "there"):
        parcel.status = status
        assert str(parcel) == f"P-1001 for Mei ({status})"


def test_a_name_of_a_customer_has_at_most_80_characters():
    Customer(name="n" * 80).full_clean()
    with pytest.raises(ValidationError, match="at most 80 characters"):
        Customer(name="n" * 81).full_clean()
