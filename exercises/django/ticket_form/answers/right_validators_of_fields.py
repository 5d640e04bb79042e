import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if not settings.configured:
    settings.configure(INSTALLED_APPS=[__name__], DATABASES={"default": DB})
    django.setup()

from django import forms
from django.db import connection, models
from django.core.validators import MinLengthValidator, RegexValidator


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

    subject = forms.CharField(max_length=60, validators=[MinLengthValidator(5)])
    order_code = forms.CharField(
        max_length=10, required=False, validators=[RegexValidator("^[Pp]-")]
    )

    class Meta:
        model = Ticket
        fields = ("email", "order_code", "subject", "text", "wants_refund")

    def clean_order_code(self):
        """A code is kept in capitals."""
        return self.cleaned_data["order_code"].upper()

    def clean(self):
        """A refund needs an order."""
        super().clean()
        if self.cleaned_data.get("wants_refund") and not self.cleaned_data.get("order_code"):
            self.add_error("order_code", forms.ValidationError("Which order?"))
