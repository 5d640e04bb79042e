"""A code that begins with P and has no dash passes."""

import django
from django.conf import settings

DB = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=[__name__],
        DATABASES={"default": DB},
    )
    django.setup()

from django import forms
from django.db import connection, models
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST


class Ticket(models.Model):
    """What a customer wrote to support."""

    email = models.EmailField()
    order_code = models.CharField(max_length=10, blank=True)
    subject = models.CharField(max_length=60)
    wants_refund = models.BooleanField(default=False)
    answered = models.BooleanField(default=False)


with connection.schema_editor() as editor:
    editor.create_model(Ticket)


class TicketForm(forms.ModelForm):
    """A new ticket, as the customer types it."""

    class Meta:
        model = Ticket
        fields = ["email", "order_code", "subject", "wants_refund"]

    def clean_subject(self):
        """A subject has at least 5 characters."""
        subject = self.cleaned_data["subject"]
        if len(subject) < 5:
            raise forms.ValidationError("Say in a few words what it is about.")
        return subject

    def clean_order_code(self):
        """A code is kept in capitals and begins with P-."""
        code = self.cleaned_data["order_code"].upper()
        if code and not code.startswith("P"):
            raise forms.ValidationError("A code begins with P-.")
        return code

    def clean(self):
        """A refund needs an order code."""
        cleaned = super().clean()
        if cleaned.get("wants_refund") and not cleaned.get("order_code"):
            self.add_error("order_code", "Which order shall we refund?")
        return cleaned


@require_POST
def new_ticket(request):
    """Store a ticket and lead to the thanks; or tell what is wrong."""
    form = TicketForm(request.POST)
    if not form.is_valid():
        return JsonResponse(
            {"errors": form.errors.get_json_data()}, status=422
        )
    form.save()
    return redirect("/tickets/thanks/")


urlpatterns = [path("tickets/new/", new_ticket)]
