"""The low products come in the order of the dictionary. The warehouse walks along its shelves: sort the SKUs."""

from django.conf import settings

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__)

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import path

STOCK = {"TEA-01": 12, "MUG-02": 4, "BOX-04": 20, "CUP-03": 0, "PEN-05": 61}


def home(request):
    return HttpResponse("Harbour warehouse")


def stock(request, sku):
    if sku not in STOCK:
        raise Http404
    return JsonResponse({"sku": sku, "count": STOCK[sku]})


def low(request):
    try:
        below = int(request.GET.get("below", 5))
    except ValueError:
        return HttpResponse("below is a whole number", status=400)
    return JsonResponse({"low": [sku for sku in STOCK if STOCK[sku] < below]})


urlpatterns = [
    path("", home),
    path("stock/<sku>/", stock),
    path("low/", low),
]
