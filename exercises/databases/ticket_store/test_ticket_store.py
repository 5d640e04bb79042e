import sqlite3

from ticket_store import TicketStore, new_store


def rows_after(path, steps):
    """Do `steps` with a store in a file; return what another program finds in it afterwards."""
    connection = sqlite3.connect(path)
    steps(TicketStore(connection))
    connection.close()
    other = sqlite3.connect(path)
    rows = other.execute("SELECT customer, open FROM tickets").fetchall()
    other.close()
    return rows


def test_a_new_ticket_gets_an_id():
    assert new_store().add("Amira", "Where is my tea?") == 1


def test_the_second_ticket_gets_the_next_id():
    store = new_store()
    store.add("Amira", "Where is my tea?")
    assert store.add("Mei", "A mug is broken.") == 2


def test_finds_a_ticket_as_a_dictionary():
    store = new_store()
    store.add("Amira", "late")
    store.add("Mei", "broken")
    assert store.find(2) == {"id": 2, "customer": "Mei", "text": "broken", "open": 1}
    assert type(store.find(2)) is dict


def test_finds_none_when_there_is_no_such_ticket():
    assert new_store().find(7) is None


def test_a_name_may_have_a_quote():
    store = new_store()
    store.add("O'Neill", "It's lost.")
    assert store.find(1)["customer"] == "O'Neill"
    assert store.find(1)["text"] == "It's lost."


def test_what_customers_write_is_a_value_and_no_part_of_the_sql():
    store = new_store()
    store.add('Mei "the cat" O\'Neill', '"); DROP TABLE tickets; --')
    assert store.find(1)["customer"] == 'Mei "the cat" O\'Neill'
    assert store.find(1)["text"] == '"); DROP TABLE tickets; --'
    assert store.find("2 OR 1 = 1") is None


def test_what_customers_write_is_stored_with_its_spaces():
    store = new_store()
    store.add(" Mei", "late\n")
    ticket = store.find(1)
    assert (ticket["customer"], ticket["text"]) == (" Mei", "late\n")


def test_a_closed_ticket_keeps_its_id():
    store = new_store()
    store.add("Amira", "late")
    store.close(1)
    assert store.add("Mei", "broken") == 2


def test_open_is_stored_as_1_or_0():
    store = new_store()
    store.add("Amira", "late")
    assert repr(store.find(1)["open"]) == "1"
    store.close(1)
    assert repr(store.find(1)["open"]) == "0"


def test_a_text_may_be_empty():
    store = new_store()
    store.add("", "")
    assert (store.find(1)["customer"], store.find(1)["text"]) == ("", "")


def test_closes_a_ticket():
    store = new_store()
    store.add("Amira", "late")
    assert store.close(1) is True
    assert store.find(1)["open"] == 0


def test_closing_leaves_the_others_open():
    store = new_store()
    store.add("Amira", "late")
    store.add("Mei", "broken")
    store.add("Amira", "late")
    store.close(1)
    assert [store.find(number)["open"] for number in (2, 3)] == [1, 1]


def test_a_new_ticket_is_still_there_after_a_restart(tmp_path):
    def steps(store):
        store.add("Amira", "late")

    assert rows_after(tmp_path / "support.db", steps) == [("Amira", 1)]


def test_a_closed_ticket_is_still_closed_after_a_restart(tmp_path):
    def steps(store):
        store.add("Amira", "late")
        store.close(1)

    assert rows_after(tmp_path / "support.db", steps) == [("Amira", 0)]


def test_a_closed_ticket_may_be_closed_again():
    store = new_store()
    store.add("Amira", "late")
    store.close(1)
    assert store.close(1) is True
    assert store.find(1)["open"] == 0


def test_cannot_close_a_ticket_that_is_not_there():
    assert new_store().close(9) is False


def test_lists_the_open_tickets_by_id():
    store = new_store()
    store.add("Mei", "late")
    store.add("Amira", "broken")
    store.add("Jonas", "dented")
    store.close(2)
    assert store.open_tickets() == [
        {"id": 1, "customer": "Mei", "text": "late", "open": 1},
        {"id": 3, "customer": "Jonas", "text": "dented", "open": 1},
    ]


def test_the_order_does_not_depend_on_how_the_table_is_kept():
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA reverse_unordered_selects = ON")
    store = TicketStore(connection)
    for customer in ("Mei", "Amira", "Jonas"):
        store.add(customer, "late")
    assert [ticket["id"] for ticket in store.open_tickets()] == [1, 2, 3]


def test_a_new_store_has_no_open_tickets():
    assert new_store().open_tickets() == []


def test_all_open_tickets_are_listed():
    store = new_store()
    added = [store.add("Amira", "late") for _ in range(60)]
    assert [ticket["id"] for ticket in store.open_tickets()] == added
