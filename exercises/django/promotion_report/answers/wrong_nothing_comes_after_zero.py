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
    good = Q(orders__paid=True, orders__cents__gte=F("minimum"))
    rows = Promotion.objects.annotate(
        number=Count("orders", filter=good),
        total=Sum("orders__cents", filter=good, ),
    ).order_by(F("total").desc(nulls_last=True), "code")
    return [(c, n, t or 0) for c, n, t in rows.values_list("code", "number", "total")]
