import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if not settings.configured:
    settings.configure(INSTALLED_APPS=[__name__], DATABASES={"default": DB})
    django.setup()

from django import forms
from django.db import connection, models


class Ticket(models.Model):
    """What a customer wrote to support."""

    email = models.EmailField()
    order_code = models.CharField(max_length=10, blank=True)
    subject = models.CharField(max_length=60)
    text = models.TextField()
    wants_refund = models.BooleanField(default=False)
    answered = models.BooleanField(default=False)


with connection.schema_editor() as editor:
    editor.create_model(Ticket)


class TicketForm(forms.ModelForm): # whole
    """A new ticket, as the customer types it."""

    subject = forms.CharField(min_length=5, max_length=60)

    class Meta:
        model = Ticket
        exclude = ["answered"]

    def clean(self):
        """The code in capitals; a refund needs one."""
        data = super().clean()
        if "order_code" in data:
            data["order_code"] = data["order_code"].upper()
            if data["order_code"] and data["order_code"][:2] != "P-":
                self.add_error("order_code", "A code begins with P-.")
            elif data.get("wants_refund") and not data["order_code"]:
                self.add_error("order_code", "Which order is it?")
        return data
