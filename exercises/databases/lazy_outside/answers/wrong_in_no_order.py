from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session
from sqlalchemy.orm import mapped_column, relationship, selectinload


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer: Mapped[str]
    status: Mapped[str] = mapped_column(default="new")
    lines: Mapped[list["Line"]] = relationship(order_by="Line.id")


class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    sku: Mapped[str]


def new_engine(url="sqlite://"):
    """Return the engine of a new database with all the tables."""
    engine = create_engine(url)
    Base.metadata.create_all(engine)
    return engine


def place_order(engine, customer, skus):
    """Store an order; return its id."""
    with Session(engine) as session:
        order = Order(customer=customer, lines=[Line(sku=sku) for sku in skus])
        session.add(order)
        session.commit()
        return order.id


def orders_of(engine, customer):
    """Return the orders of a customer by id, ready to be shown."""
    query = select(Order).where(Order.customer == customer).options(selectinload(Order.lines))
    with Session(engine) as session:
        return session.scalars(query).all()


def mark_sent(engine, order_id):
    """Set the status of an order to `sent`; return it, ready to be shown."""
    with Session(engine) as session:
        order = session.get(Order, order_id)
        order.status = "sent"
        session.commit()
        session.refresh(order, ["id", "status", "customer", "lines"])
        return order


def shown(order):
    """Return the line of an order on the page."""
    return f"{order.id} {order.status}: {', '.join(line.sku for line in order.lines)}"
