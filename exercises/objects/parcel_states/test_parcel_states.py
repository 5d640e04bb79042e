import pytest
from parcel_states import Parcel


def parcel_that_was(*states):
    """A parcel that made these moves."""
    parcel = Parcel("HB-1")
    for state in states:
        parcel.move_to(state)
    return parcel


def test_a_new_parcel_is_packed():
    assert Parcel("HB-1").state() == "packed"


def test_a_packed_parcel_can_be_sent():
    assert parcel_that_was("sent").state() == "sent"


def test_a_sent_parcel_can_be_delivered():
    assert parcel_that_was("sent", "delivered").state() == "delivered"


def test_a_returned_parcel_can_be_sent_again():
    assert parcel_that_was("sent", "returned", "sent").state() == "sent"


def test_the_history_has_every_state_in_order():
    parcel = parcel_that_was("sent", "returned", "sent", "delivered")
    assert parcel.history() == ["packed", "sent", "returned", "sent", "delivered"]


def test_a_delivered_parcel_is_done():
    assert parcel_that_was("sent", "delivered").is_done() is True


@pytest.mark.parametrize("states", [[], ["sent"], ["sent", "returned"]])
def test_other_parcels_are_not_done(states):
    assert parcel_that_was(*states).is_done() is False


@pytest.mark.parametrize(
    ("states", "wrong"),
    [
        ([], "packed"),
        ([], "delivered"),
        ([], "returned"),
        (["sent"], "sent"),
        (["sent"], "packed"),
        (["sent", "returned"], "delivered"),
        (["sent", "returned"], "packed"),
        (["sent", "returned"], "returned"),
        (["sent", "delivered"], "packed"),
        (["sent", "delivered"], "delivered"),
        (["sent", "delivered"], "returned"),
        (["sent", "delivered"], "sent"),
        ([], "lost"),
    ],
)
def test_other_moves_are_errors(states, wrong):
    parcel = parcel_that_was(*states)
    with pytest.raises(ValueError, match="cannot become"):
        parcel.move_to(wrong)


def test_the_error_names_parcel_and_move():
    parcel = Parcel("HB-77")
    with pytest.raises(ValueError) as caught:
        parcel.move_to("delivered")
    assert str(caught.value) == "HB-77: packed cannot become delivered"


def test_a_wrong_move_changes_nothing():
    parcel = parcel_that_was("sent")
    with pytest.raises(ValueError):
        parcel.move_to("packed")
    assert parcel.state() == "sent"
    assert parcel.history() == ["packed", "sent"]


def test_changing_the_returned_history_does_not_change_the_parcel():
    parcel = Parcel("HB-1")
    parcel.history().append("delivered")
    assert parcel.state() == "packed"
    assert parcel.history() == ["packed"]


def test_two_parcels_have_two_states():
    first = Parcel("HB-1")
    second = Parcel("HB-2")
    first.move_to("sent")
    assert second.state() == "packed"


def test_a_parcel_may_be_returned_and_sent_again_and_again():
    parcel = parcel_that_was("sent", "returned", "sent", "returned", "sent", "returned", "sent")
    assert parcel.state() == "sent"
    assert parcel.is_done() is False


def test_a_long_history_is_whole():
    moves = ["sent", "returned"] * 8
    assert parcel_that_was(*moves).history() == ["packed", *moves]


def test_a_parcel_is_done_as_soon_as_it_is_delivered():
    parcel = parcel_that_was("sent")
    assert parcel.is_done() is False
    parcel.move_to("delivered")
    assert parcel.is_done() is True
