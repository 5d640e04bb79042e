import sqlite3

from flask import Flask, abort, current_app, g, redirect, render_template, request, url_for
from jinja2 import DictLoader

TEMPLATES = {
    "base.html": """<!doctype html>
<title>{% block title %}Harbour{% endblock %}</title>
<main>{% block main %}{% endblock %}</main>""",
    "board.html": """{% extends "base.html" %}
{% block title %}Open tickets: {{ tickets|length }}{% endblock %}
{% block main %}<form method="post" action="{{ url_for('add') }}"><input name="text"><button>Add</button></form>
<ul>{% for id, text in tickets %}<li>{{ text }}
<form method="post" action="{{ url_for('close', number=id) }}"><button>Close</button></form></li>{% endfor %}</ul>{% endblock %}""",
}


def get_db():
    if "db" not in g:
        g.db = sqlite3.connect(current_app.config["DATABASE"])
    return g.db


def close_db(error=None):
    if "db" in g:
        g.pop("db").close()


def board():
    tickets = get_db().execute("SELECT id, text FROM tickets WHERE open = 1 ORDER BY id DESC LIMIT 10").fetchall()
    return render_template("board.html", tickets=tickets)


def add():
    text = request.form.get("text", "").strip()
    if not text:
        abort(400)
    with get_db() as db:
        db.execute("INSERT INTO tickets (text, open) VALUES (?, 1)", (text,))
    return redirect(url_for("board"))


def close(number):
    with get_db() as db:
        done = db.execute("UPDATE tickets SET open = 0 WHERE id = ?", (number,))
    if done.rowcount == 0:
        abort(404)
    return redirect(url_for("board"))


def create_app(database):
    app = Flask(__name__)
    app.config["DATABASE"] = database
    app.jinja_loader = DictLoader(TEMPLATES)
    app.teardown_appcontext(close_db)
    app.get("/")(board)
    app.post("/tickets")(add)
    app.post("/tickets/<int:number>/close")(close)
    return app
