import hmac
import secrets
from functools import wraps

from flask import Flask, abort, redirect, render_template_string, request, session

PASSWORDS = {"Amira": "green tea", "Erik": "blue mug"}  # a real shop keeps hashes

PAGE = """
<form method="post" action="/login">
  <input type="hidden" name="csrf" value="{{ token }}">
  <input name="name"><input name="password" type="password"><button>Log in</button>
</form>
<form method="post" action="/address">
  <input type="hidden" name="csrf" value="{{ token }}">
  <input name="street" value="{{ street }}"><button>Save</button>
</form>
<form method="post" action="/logout">
  <input type="hidden" name="csrf" value="{{ token }}">
  <button>Log out</button>
</form>
"""


def csrf_token():
    """Return the token of this visitor; the first call makes it."""
    if "csrf" not in session:
        session["csrf"] = secrets.token_urlsafe()
    return session["csrf"]


def ours(view):
    @wraps(view)
    def guarded():
        kept = session.get("csrf")
        sent = request.form.get("csrf")
        if kept and sent and hmac.compare_digest(kept.encode(), sent.encode()):
            return view()
        return "not our form", 400

    return guarded


def create_app():
    """Return the account pages."""
    app = Flask(__name__)
    app.secret_key = "only for this exercise"
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_SECURE=True)
    streets = {}

    @app.get("/account")
    def account():
        street = streets.get(session.get("name"), "")
        return render_template_string(PAGE, street=street, token=csrf_token())

    @app.post("/login")
    @ours
    def login():
        name = request.form.get("name", "")
        if name not in PASSWORDS or PASSWORDS[name] != request.form.get("password"):
            return "Wrong name or password.", 401
        session.clear()
        session["name"] = name
        return redirect("/account")

    @app.post("/logout")
    @ours
    def logout():
        session.clear()
        return redirect("/account")

    @app.post("/address")
    @ours
    def change_address():
        if "name" not in session:
            abort(401)
        streets[session["name"]] = request.form.get("street", "")
        return redirect("/account")

    return app
