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


class TicketForm(forms.ModelForm):
    """A new ticket, as the customer types it."""

    class Meta:
        model = Ticket
        fields = ["email", "order_code", "subject", "text", "wants_refund"]

    def clean_subject(self):
        subject = self.cleaned_data["subject"]
        if len(subject) < 5:
            raise forms.ValidationError("Too short.")
        return subject

    def clean_order_code(self):
        code = self.cleaned_data["order_code"].upper()
        if code and not code.startswith("P-"):
            raise forms.ValidationError("A code begins with P-.")
        return code

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("wants_refund") and "order_code" not in self.data and "order_code" not in self.errors:
            self.add_error("order_code", "Which order?")
        return cleaned
