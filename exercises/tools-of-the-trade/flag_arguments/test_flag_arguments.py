from flag_arguments import customs_label, gift_label, shipping_label


def parcel(**changes):
    return {
        "to": "Amira Haddad",
        "address": "Rua do Porto 7",
        "country": "Portugal",
        "grams": 1250,
        "cents": 1890,
        **changes,
    }


def test_a_shipping_label_has_name_address_and_grams():
    assert shipping_label(parcel()) == ["Amira Haddad", "Rua do Porto 7", "1250 g"]
    at_home = {"to": "Mei", "address": "Rua do Sol 2", "grams": 80}
    assert shipping_label(at_home) == ["Mei", "Rua do Sol 2", "80 g"]


def test_a_parcel_of_exactly_2000_grams_is_not_heavy():
    assert shipping_label(parcel(grams=2000)) == ["Amira Haddad", "Rua do Porto 7", "2000 g"]


def test_a_parcel_of_2001_grams_is_heavy():
    assert shipping_label(parcel(grams=2001))[2:] == ["2001 g", "HEAVY"]


def test_a_gift_label_has_the_greeting():
    label = gift_label(parcel(greeting="From Jonas"))
    assert label == ["Amira Haddad", "Rua do Porto 7", "From Jonas"]


def test_a_gift_without_a_greeting_gets_one():
    assert gift_label(parcel())[2] == "A gift for you"


def test_an_empty_greeting_counts_as_none():
    assert gift_label(parcel(greeting=""))[2] == "A gift for you"


def test_a_gift_label_never_says_that_it_is_heavy():
    assert gift_label(parcel(grams=9000))[2:] == ["A gift for you"]


def test_a_customs_label_has_country_kilograms_and_value():
    assert customs_label(parcel()) == [
        "Amira Haddad",
        "RUA DO PORTO 7",
        "PORTUGAL",
        "1.25 kg",
        "Value 18.90",
    ]


def test_a_heavy_parcel_abroad_says_so_in_its_last_line():
    assert customs_label(parcel(grams=2001))[-1] == "HEAVY"
    assert "HEAVY" not in customs_label(parcel(grams=2000))


def test_a_customs_label_takes_no_notice_of_greetings():
    assert "From Jonas" not in customs_label(parcel(greeting="From Jonas"))


def test_kilograms_have_two_places():
    assert customs_label(parcel(grams=19994))[3] == "19.99 kg"
    assert customs_label(parcel(grams=19996))[3] == "20.00 kg"


def test_the_parcel_stays_as_it_is():
    gift = parcel(greeting="From Jonas")
    gift_label(gift)
    shipping_label(gift)
    customs_label(gift)
    assert gift == parcel(greeting="From Jonas")
