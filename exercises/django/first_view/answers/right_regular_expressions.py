from django.conf import settings

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__)

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import path
from django.urls import re_path

STOCK = {"TEA-01": 12, "MUG-02": 4, "BOX-04": 20, "CUP-03": 0, "PEN-05": 61}


def home(request):
    """Say which site this is."""
    return HttpResponse("Harbour warehouse")


def stock(request, sku):
    """How many pieces of one product there are."""
    if sku not in STOCK:
        raise Http404
    return JsonResponse({"sku": sku, "count": STOCK[sku]})


def low(request):
    """The SKUs of which few pieces are left."""
    try:
        border = int(request.GET["below"]) if "below" in request.GET else 5
    except ValueError:
        return JsonResponse({"error": "below is a whole number"}, status=400)
    found = [sku for sku, count in sorted(STOCK.items()) if count < border]
    return JsonResponse({"low": found})


urlpatterns = [
    re_path(r"^$", home),
    re_path(r"^stock/(?P<sku>[^/]+)/$", stock),
    re_path(r"^low/$", low),
]
