"""`/low/` works, but `/low/?below=20` ends with a `TypeError`: what stands in the URL is text, and Python
does not compare text with a number. Make a number of it first."""

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
    below = request.GET.get("below", 5)
    return JsonResponse({"low": sorted(sku for sku in STOCK if STOCK[sku] < below)})


urlpatterns = [
    path("", home),
    path("stock/<sku>/", stock),
    path("low/", low),
]
