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
    if sku not in STOCK:
        raise Http404
    return JsonResponse({"sku": sku, "count": STOCK[sku]})


def low(request):
    """The SKUs of which few pieces are left."""
    import re
    from django.http import HttpResponseBadRequest
    text = request.GET.get("below", "5")
    if not re.fullmatch(r"-?[0-9]+", text):
        return HttpResponseBadRequest()
    below = int(text)
    return JsonResponse({"low": sorted(sku for sku in STOCK if STOCK[sku] < below)})


urlpatterns = [
    path("", home),
    path("stock/<sku>/", stock),
    path("low/", low),
]
