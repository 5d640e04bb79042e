from hmac import compare_digest
from secrets import token_hex

from flask import Flask, abort, redirect, render_template_string, request, session

PASSWORDS = {"Amira": "green tea", "Erik": "blue mug"}  # a real shop keeps hashes

PAGE = """
{% macro field() %}<input type="hidden" name="token" value="{{ token() }}">{% endmacro %}
<form method="post" action="/login">{{ field() }}
  <input name="name"><input name="password" type="password"><button>Log in</button>
</form>
<form method="post" action="/address">{{ field() }}
  <input name="street" value="{{ street }}"><button>Save</button>
</form>
<form method="post" action="/logout">{{ field() }}<button>Log out</button></form>
"""


def token():
    """Return the token of this visitor."""
    if "token" not in session:
        session["token"] = token_hex(16)
    return session["token"]


def check_token():
    """Refuse a form from elsewhere."""
    if request.method != "POST":
        return
    sent = request.form.get("token", "")
    if "token" not in session or not compare_digest(
        sent.encode(), session["token"].encode()
    ):
        abort(400)


def create_app():
    """Return the account pages."""
    app = Flask(__name__)
    app.secret_key = "only for this exercise"
    app.config["SESSION_COOKIE_SECURE"] = True
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    app.before_request(check_token)
    app.jinja_env.globals["token"] = token
    streets = {}

    @app.get("/account")
    def account():
        street = streets.get(session.get("name"), "")
        return render_template_string(PAGE, street=street)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        session.clear()
        if name not in PASSWORDS or PASSWORDS[name] != request.form.get("password"):
            return "Wrong name or password.", 401
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
