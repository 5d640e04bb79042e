"""Clients for trying the API: of somebody who is logged in, or of nobody."""


def client_of(name=None):
    """Return a client; with a name, it is logged in as that user."""
    from django.contrib.auth.models import User
    from rest_framework.test import APIClient

    client = APIClient()
    if name is not None:
        user, _ = User.objects.get_or_create(username=name)
        client.force_authenticate(user)
    return client
