import pytest
from lazy_outside import mark_sent, new_engine, orders_of, place_order, shown
from sqlalchemy import event, inspect
from sqlalchemy.orm import Session


@pytest.fixture
def engine(tmp_path):
    engine = new_engine(f"sqlite:///{tmp_path / 'shop.db'}")
    yield engine
    engine.dispose()


@pytest.fixture
def statements(engine):
    sent = []
    event.listen(engine, "before_cursor_execute", lambda *told: sent.append(told[2]))
    return sent


def test_the_page_shows_the_orders_with_their_lines(engine):
    place_order(engine, "Amira", ["TEA", "MUG"])
    place_order(engine, "Erik", ["BAG"])
    place_order(engine, "Amira", ["VASE"])
    orders = orders_of(engine, "Amira")
    assert [shown(order) for order in orders] == ["1 new: TEA, MUG", "3 new: VASE"]


def test_an_order_without_lines_can_be_shown(engine):
    place_order(engine, "Amira", [])
    assert [shown(order) for order in orders_of(engine, "Amira")] == ["1 new: "]


def test_orders_come_by_id_with_and_without_lines(engine):
    for skus in ([], ["TEA"], [], ["MUG", "BAG"]):
        place_order(engine, "Amira", skus)
    assert [order.id for order in orders_of(engine, "Amira")] == [1, 2, 3, 4]


def test_orders_come_by_id_whatever_their_status(engine):
    for _ in range(3):
        place_order(engine, "Amira", ["TEA"])
    mark_sent(engine, 1)
    assert [order.id for order in orders_of(engine, "Amira")] == [1, 2, 3]


def test_orders_come_by_id_because_the_query_says_so(engine):
    for _ in range(3):
        place_order(engine, "Amira", ["TEA"])
    # Without ORDER BY, SQLite gives the rows the other way round.
    event.listen(
        engine,
        "connect",
        lambda connection, *told: connection.execute("PRAGMA reverse_unordered_selects = ON"),
    )
    engine.dispose()
    assert [order.id for order in orders_of(engine, "Amira")] == [1, 2, 3]


def test_a_customer_has_exactly_that_name(engine):
    place_order(engine, "Amira", ["TEA"])
    assert list(orders_of(engine, "amira")) == list(orders_of(engine, "%")) == []


def test_a_long_page_is_whole(engine):
    for _ in range(30):
        place_order(engine, "Amira", ["TEA"])
    assert len(orders_of(engine, "Amira")) == 30


def test_nobody_with_that_name_has_no_orders(engine):
    place_order(engine, "Amira", ["TEA"])
    assert list(orders_of(engine, "Kofi")) == []


def test_the_number_of_statements_does_not_depend_on_the_orders(engine, statements):
    for _ in range(12):
        place_order(engine, "Amira", ["TEA", "MUG"])
    statements.clear()
    pages = [shown(order) for order in orders_of(engine, "Amira")]
    assert len(pages) == 12
    assert len(statements) <= 2


def test_showing_asks_nothing_more(engine, statements):
    place_order(engine, "Amira", ["TEA"])
    orders = orders_of(engine, "Amira")
    statements.clear()
    assert [shown(order) for order in orders] == ["1 new: TEA"]
    assert statements == []


def test_an_order_that_was_sent_can_be_shown(engine):
    place_order(engine, "Amira", ["TEA"])
    order_id = place_order(engine, "Amira", ["TEA", "MUG"])
    assert shown(mark_sent(engine, order_id)) == "2 sent: TEA, MUG"


def test_the_new_status_is_stored_for_that_order_only(engine):
    place_order(engine, "Amira", ["TEA"])
    mark_sent(engine, place_order(engine, "Amira", ["MUG"]))
    assert [order.status for order in orders_of(engine, "Amira")] == ["new", "sent"]


def test_the_session_has_ended(engine):
    order_id = place_order(engine, "Amira", ["TEA"])
    sessions = []  # a session that is held here does not end because nobody holds it
    event.listen(Session, "after_begin", lambda session, *told: sessions.append(session))
    kept = [*orders_of(engine, "Amira"), mark_sent(engine, order_id)]
    assert [inspect(order).session for order in kept] == [None, None]
    assert engine.pool.checkedout() == 0
