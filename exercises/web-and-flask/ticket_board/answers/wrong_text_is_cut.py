import sqlite3

from flask import Flask, abort, current_app, g, redirect, render_template, request, url_for
from jinja2 import DictLoader

TEMPLATES = {
    "base.html": """<!doctype html>
<title>{% block title %}Harbour{% endblock %}</title>
<main>{% block main %}{% endblock %}</main>""",
    "board.html": """{% extends "base.html" %}
{% block title %}Open tickets: {{ tickets|length }}{% endblock %}
{% block main %}
<ul>
  {% for ticket in tickets %}
  <li><p>{{ ticket["text"] }}</p>
    <form method="post" action="{{ url_for('close_ticket', number=ticket['id']) }}">
      <button>Close</button>
    </form></li>
  {% endfor %}
</ul>
{% endblock %}""",
}


def get_db():
    """Return the connection of this request; the first call opens it."""
    if "db" not in g:
        g.db = sqlite3.connect(current_app.config["DATABASE"])
        g.db.row_factory = sqlite3.Row
    return g.db


def close_db(error=None):
    """Close the connection of this request, if there is one."""
    db = g.pop("db", None)
    if db is not None:
        db.close()


def board():
    """The page of the open tickets, the newest first."""
    query = "SELECT id, text FROM tickets WHERE open = 1 ORDER BY id DESC"
    return render_template("board.html", tickets=get_db().execute(query).fetchall())


def add_ticket():
    """Store what was typed, and go back to the board."""
    text = request.form.get("text", "").strip()
    if not text:
        abort(400)
    with get_db() as db:
        db.execute("INSERT INTO tickets (text, open) VALUES (?, 1)", (text[:100],))
    return redirect(url_for("board"))


def close_ticket(number):
    """Close a ticket, and go back to the board."""
    with get_db() as db:
        changed = db.execute("UPDATE tickets SET open = 0 WHERE id = ?", (number,))
    if changed.rowcount == 0:
        abort(404)
    return redirect(url_for("board"))


def create_app(database):
    """Return the app; its tickets are in that database file."""
    app = Flask(__name__)
    app.config["DATABASE"] = database
    app.jinja_loader = DictLoader(TEMPLATES)
    app.teardown_appcontext(close_db)
    app.get("/")(board)
    app.post("/tickets")(add_ticket)
    app.post("/tickets/<int:number>/close")(close_ticket)
    return app
