from django.conf import settings

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__)

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import path

STOCK = {"TEA-01": 12, "MUG-02": 4, "BOX-04": 20, "CUP-03": 0, "PEN-05": 61}


from django.views import View


class Home(View):
    def get(self, request):
        return HttpResponse("Harbour warehouse")


def stock(request, sku):
    try:
        return JsonResponse({"sku": sku, "count": STOCK[sku]})
    except KeyError:
        raise Http404 from None


def low(request):
    text = request.GET.get("below", "5")
    try:
        if not text.isdigit():
            raise ValueError
        below = int(text)
    except ValueError:
        return JsonResponse({"error": "no whole number"}, status=400)
    return JsonResponse({"low": [sku for sku in sorted(STOCK) if STOCK[sku] < below]})


urlpatterns = [path("", Home.as_view()), path("stock/<sku>/", stock), path("low/", low)]
