from sqlalchemy import CheckConstraint, ForeignKey, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Product(Base):
    """Something that is sold."""

    __tablename__ = "products"
    sku: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    movements: Mapped[list["Movement"]] = relationship(
        back_populates="product", cascade="all, delete-orphan"
    )


class Movement(Base):
    """Pieces that came in (above 0) or went out (below 0)."""

    __tablename__ = "movements"
    __table_args__ = (CheckConstraint("count <> 0"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    sku: Mapped[str] = mapped_column(ForeignKey("products.sku"))
    count: Mapped[int]
    reason: Mapped[str | None]
    product: Mapped[Product] = relationship(back_populates="movements")


def new_engine():
    """Return the engine of a new database with all the tables."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    return engine


def book(session, sku, count, reason=None):
    """Add a movement of a product, in the caller's transaction."""
    session.commit()
    if session.get(Product, sku) is None:
        raise LookupError(f"no product {sku}")
    there = session.scalar(select(func.sum(Movement.count)).where(Movement.sku == sku))
    if (there or 0) + count < 0:
        raise ValueError(f"only {there or 0} of {sku} are there")
    session.add(Movement(sku=sku, count=count, reason=reason))


def stock(session):
    """Return how many pieces there are of each product, from SKU to number."""
    query = (
        select(Product.sku, func.coalesce(func.sum(Movement.count), 0))
        .outerjoin(Movement)
        .group_by(Product.sku)
    )
    return {sku: count for sku, count in session.execute(query)}
