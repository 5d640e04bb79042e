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


class Parcel(models.Model): # whole
    """One parcel and where it stands."""

    id = models.BigAutoField(primary_key=True)
    code = models.SlugField(max_length=10, unique=True)
    customer = models.ForeignKey("Customer", related_name="parcels", on_delete=models.PROTECT)
    grams = models.IntegerField(help_text="weight in grams")
    status = models.CharField(default="packed", max_length=20)
    delivered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["code", "id"]

    def __str__(self):
        owner = self.customer
        return f"{self.code} for {owner.name} ({self.status})"


with connection.schema_editor() as editor:
    editor.create_model(Customer)
    editor.create_model(Parcel)
