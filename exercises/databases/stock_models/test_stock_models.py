import pytest
from sqlalchemy import event, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from stock_models import Movement, Product, book, new_engine, stock


@pytest.fixture
def engine():
    engine = new_engine()
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine):
    with Session(engine) as session:
        session.add_all([Product(sku="TEA", name="tea"), Product(sku="MUG", name="mug")])
        session.commit()
        yield session


@pytest.fixture
def statements(engine):
    sent = []
    event.listen(engine, "before_cursor_execute", lambda *told: sent.append(told[2]))
    return sent


def nullable(engine, table):
    return {column["name"]: column["nullable"] for column in inspect(engine).get_columns(table)}


def test_the_columns_of_the_tables(engine):
    assert nullable(engine, "products") == {"sku": False, "name": False}
    assert nullable(engine, "movements") == {
        "id": False,
        "sku": False,
        "count": False,
        "reason": True,
    }


def test_a_movement_points_to_its_product(engine):
    (key,) = inspect(engine).get_foreign_keys("movements")
    assert (key["constrained_columns"], key["referred_table"]) == (["sku"], "products")


@pytest.mark.parametrize("reason", [None, "counted"])
def test_a_movement_of_zero_is_refused(session, reason):
    session.add(Movement(sku="TEA", count=0, reason=reason))
    with pytest.raises(IntegrityError):
        session.commit()


def test_a_product_knows_its_movements_and_they_know_it(session):
    tea = session.get(Product, "TEA")
    tea.movements.append(Movement(count=5, reason="delivery"))
    session.commit()
    movement = session.scalars(select(Movement)).one()
    assert (movement.sku, movement.product.name) == ("TEA", "tea")


def test_movements_go_with_their_product(session):
    tea, mug = session.get(Product, "TEA"), session.get(Product, "MUG")
    tea.movements.append(Movement(count=5))
    mug.movements.append(Movement(count=3))
    session.commit()
    session.delete(tea)
    session.commit()
    assert session.scalars(select(Movement.sku)).all() == ["MUG"]


def test_booking_adds_a_movement(session):
    book(session, "TEA", 5, "delivery")
    movement = session.scalars(select(Movement)).one()
    assert (movement.sku, movement.count, movement.reason) == ("TEA", 5, "delivery")


def test_a_reason_may_be_left_out(session):
    book(session, "TEA", 5)
    assert session.scalars(select(Movement.reason)).all() == [None]


def test_booking_leaves_the_commit_to_the_caller(session):
    book(session, "TEA", 5)
    session.rollback()
    assert stock(session) == {"TEA": 0, "MUG": 0}


def test_changes_of_the_caller_are_not_committed(session):
    session.add(Product(sku="vase", name="vase"))
    book(session, "vase", 5)
    assert stock(session)["vase"] == 5
    session.rollback()
    assert stock(session) == {"TEA": 0, "MUG": 0}


def test_a_booking_that_is_refused_leaves_earlier_ones_alone(session):
    book(session, "TEA", 5)
    with pytest.raises(LookupError):
        book(session, "VASE", 5)
    with pytest.raises(ValueError):
        book(session, "TEA", -6)
    session.commit()
    assert stock(session)["TEA"] == 5


def test_a_negative_stock_is_returned_as_it_is(session):
    session.add(Movement(sku="TEA", count=-2))
    session.commit()
    assert stock(session)["TEA"] == -2


def test_an_unknown_product_cannot_be_booked(session):
    with pytest.raises(LookupError):
        book(session, "VASE", 5)
    with pytest.raises(LookupError):
        book(session, "VASE", -5)
    with pytest.raises(LookupError):
        book(session, "VASE", 0)
    assert session.scalars(select(Movement)).all() == []


def test_more_than_there_is_cannot_go_out(session):
    book(session, "MUG", 9)
    book(session, "TEA", 5)
    with pytest.raises(ValueError):
        book(session, "TEA", -6)
    assert stock(session) == {"TEA": 5, "MUG": 9}


def test_the_last_piece_can_go_out(session):
    book(session, "TEA", 5)
    book(session, "TEA", -2)
    book(session, "TEA", -3)
    assert stock(session)["TEA"] == 0


def test_what_was_booked_a_moment_ago_counts(session):
    tea = session.get(Product, "TEA")
    book(session, "TEA", 5)
    book(session, "TEA", -4)
    with pytest.raises(ValueError):
        book(session, "TEA", -2)
    assert tea in session
    book(session, tea.sku, -1)
    assert stock(session)["TEA"] == 0


def test_nothing_can_go_out_of_an_empty_shelf(session):
    with pytest.raises(ValueError):
        book(session, "TEA", -1)


def test_the_stock_is_the_sum_of_all_movements(session):
    for sku, count in [("TEA", 5), ("MUG", 2), ("TEA", 7), ("MUG", -1)]:
        book(session, sku, count)
    assert stock(session) == {"TEA": 12, "MUG": 1}


def test_a_product_without_movements_has_a_stock_of_zero(session):
    assert stock(session) == {"TEA": 0, "MUG": 0}


def test_the_stock_of_many_products_is_one_statement(session, statements):
    session.add_all([Product(sku=f"P{n}", name="cup") for n in range(30)])
    session.commit()
    session.add_all([Movement(sku=f"P{n}", count=n) for n in range(1, 30)])
    session.commit()
    statements.clear()
    assert stock(session)["P29"] == 29
    assert len(statements) == 1


def test_booking_does_not_load_all_movements(session, statements):
    for _ in range(5):
        book(session, "TEA", 1)
    session.commit()
    session.expunge_all()
    loaded = []
    event.listen(Movement, "load", lambda *told: loaded.append(told))
    book(session, "TEA", -5)
    session.commit()
    assert loaded == []
    assert stock(session)["TEA"] == 0
