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
from django.core.paginator import EmptyPage, PageNotAnInteger

PAGE_SIZE = 5


class Parcel(models.Model):
    """A parcel and where it stands."""

    code = models.CharField(max_length=10)
    status = models.CharField(max_length=20)


with connection.schema_editor() as editor:
    editor.create_model(Parcel)


def parcel_list(request):
    """A page of the parcels by code, with links."""
    paginator = Paginator(Parcel.objects.all().order_by("code"), per_page=PAGE_SIZE)
    try:
        page = paginator.page(request.GET.get("page", "1"))
    except PageNotAnInteger:
        page = paginator.page(1)
    except EmptyPage:
        page = paginator.page(paginator.num_pages)
    start = reverse("parcel-list")
    return JsonResponse(
        {
            "parcels": [
                {"code": code, "url": reverse("parcel", args=(code,))}
                for code in page.object_list.values_list("code", flat=True)
            ],
            "page": page.number,
            "pages": paginator.num_pages,
            "next": f"{start}?page={page.number + 1}" if page.has_next() else None,
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
