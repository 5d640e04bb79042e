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
    class Meta:
        model = Ticket
        exclude = ["answered"]

    def clean_subject(self):
        if len(self.cleaned_data["subject"].replace(" ", "")) < 5:
            raise forms.ValidationError("too short")
        return self.cleaned_data["subject"]

    def clean_order_code(self):
        code = self.cleaned_data.get("order_code", "").upper()
        if code and code[:2] != "P-":
            raise forms.ValidationError("P-")
        return code

    def clean(self):
        super().clean()
        data = self.cleaned_data
        if data.get("wants_refund") and "order_code" not in self.errors and not data.get("order_code"):
            self.add_error("order_code", "which?")
        return data
