from flask import Flask, abort, request


def make_app():
    """Return a new app without promotions."""
    return Flask(__name__)
