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
    fits = Order.objects.filter(promotion=models.OuterRef("pk"), paid=True, cents__gte=models.OuterRef("minimum")).order_by().values("promotion")
    zero = models.Value(0)
    from django.db.models.functions import Coalesce
    rows = Promotion.objects.annotate(
        many=Coalesce(models.Subquery(fits.annotate(n=Count("*")).values("n")), zero),
        total=Coalesce(models.Subquery(fits.annotate(n=Sum("cents")).values("n")), zero),
    )
    return [(one.code, one.many, one.total) for one in rows.order_by(F("total").desc(), "code")]
