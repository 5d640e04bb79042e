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

from django.core.paginator import Paginator
from django.db import connection, models
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse

PAGE_SIZE = 5


class Parcel(models.Model):
    """A parcel and where it stands."""

    code = models.CharField(max_length=10)
    status = models.CharField(max_length=20)


with connection.schema_editor() as editor:
    editor.create_model(Parcel)


def parcel_list(request):
    """A page of the parcels by code, with links."""
    total = Parcel.objects.count()
    pages = max(1, -(-total // PAGE_SIZE))
    try:
        number = int(request.GET.get("page", 1))
    except ValueError:
        number = 1
    if not 1 <= number <= pages:
        number = pages
    start = (number - 1) * PAGE_SIZE
    here = Parcel.objects.order_by("code")[start : start + PAGE_SIZE]
    following = reverse("parcel-list") + f"?page={number + 1}" if number < pages else None
    shown = [{"code": it.code, "url": reverse("parcel", kwargs={"code": it.code})} for it in here]
    return JsonResponse({"parcels": shown, "page": number, "pages": pages, "next": following})


def parcel_page(request, code):
    """One parcel."""
    parcel = get_object_or_404(Parcel, code=code)
    return JsonResponse({"code": parcel.code, "status": parcel.status})


urlpatterns = [
    path("parcels/", parcel_list, name="parcel-list"),
    path("parcels/<code>/", parcel_page, name="parcel"),
]
