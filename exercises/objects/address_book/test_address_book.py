from dataclasses import FrozenInstanceError

import pytest
from address_book import Address, AddressBook


def address_in(town):
    """An address in that town."""
    return Address("Rua Nova 5", "4000-123", town)


def book_with(name, address):
    """Mei's book with one entry."""
    book = AddressBook("Mei")
    book.add(name, address)
    return book


def test_an_address_has_four_fields():
    home = Address("Karl Johans gate 1", "0154", "Oslo", "Norway")
    assert (home.street, home.postcode) == ("Karl Johans gate 1", "0154")
    assert (home.town, home.country) == ("Oslo", "Norway")


def test_the_country_is_portugal_unless_given():
    assert address_in("Porto").country == "Portugal"


def test_an_address_shows_its_fields():
    shown = "Address(street='a', postcode='b', town='c', country='Portugal')"
    assert repr(Address("a", "b", "c")) == shown


def test_addresses_with_the_same_fields_are_equal():
    assert (address_in("Porto") == address_in("Porto")) is True
    assert (address_in("Porto") == address_in("Lisbon")) is False


def test_an_address_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        address_in("Porto").town = "Lisbon"


def test_an_address_can_be_a_key():
    assert len({address_in("Porto"), address_in("Porto"), address_in("Faro")}) == 2


@pytest.mark.parametrize("fields", [("", "b", "c"), ("a", "", "c"), ("a", "b", "")])
def test_an_empty_part_is_an_error(fields):
    with pytest.raises(ValueError):
        Address(*fields)


@pytest.mark.parametrize("fields", [("   ", "b", "c"), ("a", "   ", "c"), ("a", "b", "   ")])
def test_a_part_of_only_spaces_is_an_error(fields):
    with pytest.raises(ValueError):
        Address(*fields)


def test_an_address_can_be_read_from_a_text():
    assert Address.from_text("a;b;c;Norway") == Address("a", "b", "c", "Norway")


def test_the_country_may_be_left_out_of_the_text():
    assert Address.from_text("a;b;c") == Address("a", "b", "c", "Portugal")


def test_spaces_around_the_parts_are_dropped():
    read = Address.from_text(" Karl Johans gate 1 ; 0154 ;Oslo ; Norway ")
    assert read == Address("Karl Johans gate 1", "0154", "Oslo", "Norway")


def test_a_new_book_knows_its_owner_and_is_empty():
    book = AddressBook("Mei")
    assert book.owner == "Mei"
    assert book.entries == {}


def test_an_address_is_found_by_its_name():
    assert book_with("Tomás", address_in("Porto")).find("Tomás") == address_in("Porto")


def test_a_name_that_is_not_there_gives_none():
    assert book_with("Tomás", address_in("Porto")).find("Amira") is None


def test_two_books_have_their_own_entries():
    book_with("Tomás", address_in("Porto"))
    assert AddressBook("Jonas").entries == {}


def test_moving_changes_the_named_fields_only():
    book = book_with("Tomás", address_in("Porto"))
    book.moved("Tomás", town="Faro", postcode="8000-001")
    assert book.find("Tomás") == Address("Rua Nova 5", "8000-001", "Faro")


def test_moving_leaves_the_old_address_as_it_was():
    home = address_in("Porto")
    book_with("Tomás", home).moved("Tomás", town="Faro")
    assert home.town == "Porto"


def test_moving_somebody_unknown_is_an_error():
    with pytest.raises(KeyError):
        AddressBook("Mei").moved("Tomás", town="Faro")


def test_adding_a_name_again_stores_the_new_address():
    book = book_with("Tomás", address_in("Porto"))
    book.add("Tomás", address_in("Faro"))
    assert book.find("Tomás") == address_in("Faro")


def test_a_move_to_a_street_of_only_spaces_changes_nothing():
    book = book_with("Tomás", address_in("Porto"))
    with pytest.raises(ValueError):
        book.moved("Tomás", street=" ")
    assert book.find("Tomás") == address_in("Porto")
