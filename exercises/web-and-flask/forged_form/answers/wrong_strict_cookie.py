import hmac
import secrets

from flask import Flask, abort, redirect, render_template_string, request, session

PASSWORDS = {"Amira": "green tea", "Erik": "blue mug"}  # a real shop keeps hashes

PAGE = """
<form method="post" action="/login">
  <input type="hidden" name="csrf" value="{{ csrf }}">
  <input name="name"><input name="password" type="password"><button>Log in</button>
</form>
<form method="post" action="/address">
  <input type="hidden" name="csrf" value="{{ csrf }}">
  <input name="street" value="{{ street }}"><button>Save</button>
</form>
<form method="post" action="/logout">
  <input type="hidden" name="csrf" value="{{ csrf }}">
  <button>Log out</button>
</form>
"""


def create_app():
    app = Flask(__name__)
    app.secret_key = "only for this exercise"
    app.config.update(SESSION_COOKIE_SECURE=True, SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Strict")
    streets = {}

    @app.before_request
    def check():
        if request.method == "POST":
            mine = session.get("csrf")
            sent = request.form.get("csrf")
            if not mine or not sent or not hmac.compare_digest(mine.encode(), sent.encode()):
                abort(400)

    @app.get("/account")
    def account():
        street = streets.get(session.get("name"), "")
        if "csrf" not in session:
            session["csrf"] = secrets.token_urlsafe()
        return render_template_string(PAGE, street=street, csrf=session["csrf"])

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in PASSWORDS or PASSWORDS[name] != request.form.get("password"):
            return "Wrong name or password.", 401
        session.clear()
        session["name"] = name
        session["csrf"] = secrets.token_urlsafe()
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
