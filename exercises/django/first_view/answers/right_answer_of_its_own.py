from django.conf import settings

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__)

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import path

STOCK = {"TEA-01": 12, "MUG-02": 4, "BOX-04": 20, "CUP-03": 0, "PEN-05": 61}


def home(request):
    """Say which site this is."""
    return HttpResponse("Harbour warehouse")


def stock(request, sku):
    """How many pieces of one product there are."""
    try:
        return JsonResponse({"sku": sku, "count": STOCK[sku]})
    except KeyError:
        return JsonResponse({"error": "no such product"}, status=404)


def low(request):
    """The SKUs of which few pieces are left."""
    try:
        below = int(request.GET.get("below", 5))
    except ValueError:
        return HttpResponse("below is a whole number", status=400)
    return JsonResponse({"low": sorted(sku for sku in STOCK if STOCK[sku] < below)})


urlpatterns = [
    path("", home),
    path("stock/<path:sku>/", stock),
    path("low/", low),
]
