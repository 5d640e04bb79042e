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
    counts = Q(orders__paid=True, orders__cents__gte=F("minimum"))
    promotions = Promotion.objects.annotate(
        count=Count("orders", filter=counts),
        cents=Sum("orders__cents", filter=counts, default=0),
    )
    rows = promotions.order_by("-cents", "code")
    found = {}
    for code, pk, minimum, cents, paid in Promotion.objects.values_list("code", "pk", "minimum", "orders__cents", "orders__paid"):
        row = found.setdefault(pk, [code, 0, 0])
        if paid and cents >= minimum:
            row[1] += 1
            row[2] += cents
    return sorted(map(tuple, found.values()), key=lambda row: (-row[2], row[0]))
