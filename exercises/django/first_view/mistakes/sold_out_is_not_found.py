"""A product with 0 pieces is still a product, but your view answers 404 for it. `not STOCK.get(sku)` is
true for a missing SKU *and* for a count of 0. Ask whether the SKU is in the dictionary."""

from django.conf import settings

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__)

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import path

STOCK = {"TEA-01": 12, "MUG-02": 4, "BOX-04": 20, "CUP-03": 0, "PEN-05": 61}


def home(request):
    return HttpResponse("Harbour warehouse")


def stock(request, sku):
    if not STOCK.get(sku):
        raise Http404
    return JsonResponse({"sku": sku, "count": STOCK[sku]})


def low(request):
    try:
        below = int(request.GET.get("below", 5))
    except ValueError:
        return HttpResponse("below is a whole number", status=400)
    return JsonResponse({"low": sorted(sku for sku in STOCK if STOCK[sku] < below)})


urlpatterns = [
    path("", home),
    path("stock/<sku>/", stock),
    path("low/", low),
]
