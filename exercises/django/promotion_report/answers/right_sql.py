import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if not settings.configured:
    settings.configure(INSTALLED_APPS=[__name__], DATABASES={"default": DB})
    django.setup()

from django.db import connection, models
from django.db.models import Count, F, Q, Sum


class Promotion(models.Model):
    """A code for a discount, for orders from `minimum` cents on."""

    code = models.CharField(max_length=20)
    minimum = models.IntegerField()


class Order(models.Model):
    """An order that used a promotion's code."""

    promotion = models.ForeignKey(
        Promotion, on_delete=models.CASCADE, related_name="orders"
    )
    cents = models.IntegerField()
    paid = models.BooleanField()


with connection.schema_editor() as editor:
    editor.create_model(Promotion)
    editor.create_model(Order)


def promotion_report():
    """Return (code, orders that count, their cents) of each promotion."""
    p, o = Promotion._meta.db_table, Order._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT p.code, COUNT(o.id), COALESCE(SUM(o.cents), 0) AS total FROM "{p}" p LEFT JOIN "{o}" o ON o.promotion_id = p.id AND o.paid AND o.cents >= p.minimum GROUP BY p.id ORDER BY total DESC, p.code')
        return cursor.fetchall()
