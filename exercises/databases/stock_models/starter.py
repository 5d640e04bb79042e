from sqlalchemy import CheckConstraint, ForeignKey, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Product(Base):
    """Something that is sold."""

    __tablename__ = "products"
    sku: Mapped[str] = mapped_column(primary_key=True)


class Movement(Base):
    """Pieces that came in (above 0) or went out (below 0)."""

    __tablename__ = "movements"
    id: Mapped[int] = mapped_column(primary_key=True)


def new_engine():
    """Return the engine of a new database with all the tables."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    return engine


def book(session, sku, count, reason=None):
    """Add a movement of a product, in the caller's transaction."""


def stock(session):
    """Return how many pieces there are of each product, from SKU to number."""
