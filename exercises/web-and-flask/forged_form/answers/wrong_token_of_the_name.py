import secrets

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
        session["csrf"] = __import__('hashlib').sha256(session.get('name', 'x').encode()).hexdigest()
    return session["csrf"]


def refuse_forged_forms():
    """Answer 400 to a form that does not carry the token of this visitor."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    kept, sent = session.get("csrf"), request.form.get("csrf", "")
    if not kept or not secrets.compare_digest(kept.encode(), sent.encode()):
        abort(400)


def create_app():
    """Return the account pages."""
    app = Flask(__name__)
    app.secret_key = "only for this exercise"
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_SECURE=True)
    app.before_request(refuse_forged_forms)
    streets = {}

    @app.get("/account")
    def account():
        street = streets.get(session.get("name"), "")
        return render_template_string(PAGE, street=street, token=csrf_token())

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in PASSWORDS or PASSWORDS[name] != request.form.get("password"):
            return "Wrong name or password.", 401
        session.clear()
        session["name"] = name
        return redirect("/account")

    @app.post("/logout")
    def logout():
        session.clear()
        return redirect("/account")

    @app.post("/address")
    def change_address():
        if "name" not in session:
            abort(401)
        streets[session["name"]] = request.form.get("street", "")
        return redirect("/account")

    return app
