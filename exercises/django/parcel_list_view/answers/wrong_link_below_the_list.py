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
    page = Paginator(Parcel.objects.order_by("code").only("code"), PAGE_SIZE).get_page(request.GET.get("page"))
    following = f"{reverse('parcel-list')}?page={page.number + 1}" if page.has_next() else None
    return JsonResponse({
        "parcels": [{"code": one.code, "url": f"{reverse('parcel-list')}{one.code}/"} for one in page.object_list],
        "page": page.number,
        "pages": page.paginator.num_pages,
        "next": following,
    })


def parcel(request, code):
    return JsonResponse(get_object_or_404(Parcel.objects.values("code", "status"), code=code))


urlpatterns = [
    path("parcels/", parcel_list, name="parcel-list"),
    path("parcels/<str:code>/", parcel, name="parcel"),
]
