from shared_class_list import Parcel


def test_a_new_parcel_has_no_news():
    assert Parcel("HB-1").last() == "no news"


def test_the_second_parcel_does_not_get_the_events_of_the_first():
    first = Parcel("HB-1")
    second = Parcel("HB-2")
    first.log("delivered")
    assert second.last() == "no news"


def test_a_parcel_that_is_made_later_begins_without_events():
    first = Parcel("HB-1")
    first.log("delivered")
    assert list(Parcel("HB-2").events) == []


def test_a_new_parcel_takes_nothing_from_the_others():
    first = Parcel("HB-1")
    first.log("packed")
    Parcel("HB-2")
    assert first.events == ["packed"]


def test_events_stay_in_order():
    parcel = Parcel("HB-1")
    parcel.log("packed")
    parcel.log("sent")
    assert parcel.events == ["packed", "sent"]


def test_the_same_event_may_come_twice():
    parcel = Parcel("HB-1")
    for event in ("sent", "returned", "sent"):
        parcel.log(event)
    assert parcel.events == ["sent", "returned", "sent"]


def test_the_last_event_is_the_latest():
    parcel = Parcel("HB-1")
    parcel.log("packed")
    parcel.log("sent")
    assert parcel.last() == "sent"


def test_a_parcel_knows_its_number():
    assert Parcel("HB-7").number == "HB-7"


def test_the_carrier_is_still_the_same_for_all():
    assert Parcel.carrier == "Harbour Post"
    assert Parcel("HB-1").carrier == "Harbour Post"


def test_a_new_carrier_is_the_carrier_of_all(monkeypatch):
    parcel = Parcel("HB-1")
    monkeypatch.setattr(Parcel, "carrier", "Gull Express")
    assert (parcel.carrier, Parcel("HB-2").carrier) == ("Gull Express", "Gull Express")


def test_asking_for_the_last_event_changes_nothing():
    parcel = Parcel("HB-1")
    parcel.log("packed")
    parcel.log("sent")
    assert parcel.last() == "sent"
    assert parcel.last() == "sent"
    assert list(parcel.events) == ["packed", "sent"]


def test_an_event_stays_as_it_was_logged():
    parcel = Parcel("HB-1")
    parcel.log("Arrived in Porto ")
    assert parcel.last() == "Arrived in Porto "


def test_each_further_event_becomes_the_last():
    parcel = Parcel("HB-1")
    assert parcel.last() == "no news"
    parcel.log("packed")
    assert parcel.last() == "packed"
    parcel.log("sent")
    assert parcel.last() == "sent"
