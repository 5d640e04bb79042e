from django.conf import settings

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__)

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import path

STOCK = {"TEA-01": 12, "MUG-02": 4, "BOX-04": 20, "CUP-03": 0, "PEN-05": 61}


def home(request):
    return HttpResponse("Harbour warehouse")


def stock(request, sku):
    sku = sku.upper()
    try:
        return JsonResponse({"sku": sku, "count": STOCK[sku]})
    except KeyError:
        raise Http404 from None


def low(request):
    try:
        below = int(request.GET.get("below", 5))
    except ValueError:
        return HttpResponse("below?", status=400)
    return JsonResponse({"low": sorted(sku for sku in STOCK if STOCK[sku] < below)})


urlpatterns = [path("", home), path("stock/<str:sku>/", stock), path("low/", low)]
