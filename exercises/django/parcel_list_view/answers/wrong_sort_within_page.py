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
    pages = Paginator(Parcel.objects.order_by("id"), PAGE_SIZE)
    page = pages.get_page(request.GET.get("page"))
    following = None
    if page.has_next():
        following = f"{reverse('parcel-list')}?page={page.next_page_number()}"
    parcels = [
        {"code": parcel.code, "url": reverse("parcel", args=[parcel.code])}
        for parcel in sorted(page, key=lambda one: one.code)
    ]
    return JsonResponse(
        {
            "parcels": parcels,
            "page": page.number,
            "pages": pages.num_pages,
            "next": following,
        }
    )


def parcel_page(request, code):
    """One parcel."""
    parcel = get_object_or_404(Parcel, code=code)
    return JsonResponse({"code": parcel.code, "status": parcel.status})


urlpatterns = [
    path("parcels/", parcel_list, name="parcel-list"),
    path("parcels/<code>/", parcel_page, name="parcel"),
]
