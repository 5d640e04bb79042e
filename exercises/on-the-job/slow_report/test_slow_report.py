from slow_report import Archive, report, zone

MEI = {"id": 7, "name": "Mei", "postcode": "1234"}
JONAS = {"id": 8, "name": "Jonas", "postcode": "0038"}


def order(number, customer):
    return {"id": f"O-{number}", "customer": customer}


def test_one_order():
    assert report([order(1, 7)], Archive([MEI])) == ["O-1: Mei, Z5, 1 orders"]


def test_orders_of_one_customer_are_counted():
    lines = report([order(1, 7), order(2, 7)], Archive([MEI]))
    assert lines == ["O-1: Mei, Z5, 2 orders", "O-2: Mei, Z5, 2 orders"]


def test_each_customer_has_their_own_count_and_the_order_stays():
    lines = report([order(3, 8), order(1, 7), order(2, 8)], Archive([MEI, JONAS]))
    assert lines == [
        "O-3: Jonas, Z0, 2 orders",
        "O-1: Mei, Z5, 1 orders",
        "O-2: Jonas, Z0, 2 orders",
    ]


def test_a_customer_who_is_not_in_the_archive():
    lines = report([order(1, 9), order(2, 7)], Archive([MEI]))
    assert lines == ["O-1: unknown, no zone, 1 orders", "O-2: Mei, Z5, 1 orders"]


def test_the_longest_beginning_decides_about_the_zone():
    assert zone("0034") == "islands"
    assert zone("0038") == "Z0"
    assert zone("1005") == "Z3"
    assert zone("9999") == "Z1"


def test_a_postcode_without_a_zone():
    assert zone("SW1A") == "no zone"


def test_a_customer_who_has_moved_is_shown_at_the_new_place():
    assert report([order(1, 7)], Archive([MEI])) == ["O-1: Mei, Z5, 1 orders"]
    moved = {"id": 7, "name": "Mei", "postcode": "0034"}
    assert report([order(1, 7)], Archive([moved])) == ["O-1: Mei, islands, 1 orders"]


class OtherArchive:
    """An archive that keeps its rows elsewhere, as the other team may do next month."""

    def customers(self, ids):
        return {7: MEI} if 7 in ids else {}


def test_the_archive_is_asked_through_its_method():
    assert report([order(1, 7), order(2, 9)], OtherArchive()) == [
        "O-1: Mei, Z5, 1 orders",
        "O-2: unknown, no zone, 1 orders",
    ]


def test_no_orders_make_no_lines():
    assert report([], Archive([MEI])) == []


def test_the_archive_knows_only_what_it_was_asked_for():
    assert Archive([MEI, JONAS]).customers([8, 9]) == {8: JONAS}
