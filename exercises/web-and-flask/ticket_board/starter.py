import sqlite3

from flask import Flask, abort, current_app, g, redirect, render_template, request, url_for
from jinja2 import DictLoader

TEMPLATES = {
    "base.html": """<!doctype html>
<title>{% block title %}Harbour{% endblock %}</title>
<main>{% block main %}{% endblock %}</main>""",
    "board.html": """{% extends "base.html" %}""",
}


def get_db():
    """Return the connection of this request; the first call opens it."""


def close_db(error=None):
    """Close the connection of this request, if there is one."""


def board():
    """The page of the open tickets, the newest first."""
    return render_template("board.html")


def create_app(database):
    """Return the app; its tickets are in that database file."""
    app = Flask(__name__)
    app.config["DATABASE"] = database
    app.jinja_loader = DictLoader(TEMPLATES)
    app.get("/")(board)
    return app
