import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if not settings.configured:
    settings.configure(INSTALLED_APPS=[__name__], DATABASES={"default": DB})
    django.setup()

from django.db import connection, models


class Customer(models.Model):
    """Somebody who gets parcels."""

    name = models.CharField(max_length=80)


class Parcel(models.Model):
    """One parcel and where it stands."""

    code = models.CharField(max_length=10, unique=True)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="parcels")
    grams = models.IntegerField(null=True)
    status = models.CharField(max_length=20, default="packed")
    delivered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return f"{self.code} for {self.customer.name} ({self.status})"


with connection.schema_editor() as editor:
    editor.create_model(Customer)
    editor.create_model(Parcel)
