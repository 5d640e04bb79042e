import pytest
from format_address import format_address


def test_an_inland_address_has_three_lines():
    address = format_address("Mei Lin", "Rua Nova 3", "Porto")
    assert isinstance(address, str)
    assert address == "Mei Lin\nRua Nova 3\nPorto"


def test_a_company_comes_first():
    address = format_address("Mei Lin", "Rua Nova 3", "Porto", company="Tea Ltd")
    assert address == "Tea Ltd\nMei Lin\nRua Nova 3\nPorto"


def test_another_country_comes_last():
    address = format_address("Erik", "Kai 7", "Kiel", country="Germany")
    assert address == "Erik\nKai 7\nKiel\nGermany"
    address = format_address("Ewa", "Rynek 1", "Gdynia", country="Poland")
    assert address == "Ewa\nRynek 1\nGdynia\nPoland"


def test_portugal_is_left_out_even_when_it_is_named():
    address = format_address("Mei Lin", "Rua Nova 3", "Porto", country="Portugal")
    assert address == "Mei Lin\nRua Nova 3\nPorto"


def test_a_separator_goes_between_the_parts():
    address = format_address("Mei Lin", "Rua Nova 3", "Porto", separator=", ")
    assert address == "Mei Lin, Rua Nova 3, Porto"


def test_a_separator_may_be_empty():
    address = format_address("Mei Lin", "Rua Nova 3", "Porto", separator="")
    assert address == "Mei LinRua Nova 3Porto"


def test_all_options_together():
    address = format_address(
        "Erik", "Kai 7", "Kiel", separator=" / ", country="Germany", company="Fjord GmbH"
    )
    assert address == "Fjord GmbH / Erik / Kai 7 / Kiel / Germany"


def test_what_looks_like_a_separator_in_a_part_stays():
    address = format_address("Ana", "E Street 4", "Washington D.C.", country="U.S.", separator=". ")
    assert address == "Ana. E Street 4. Washington D.C.. U.S."


def test_the_options_cannot_be_passed_by_position():
    with pytest.raises(TypeError):
        format_address("Mei Lin", "Rua Nova 3", "Porto", "Tea Ltd")


def test_a_misspelt_option_is_an_error():
    with pytest.raises(TypeError):
        format_address("Mei Lin", "Rua Nova 3", "Porto", contry="Germany")
