from flask import Flask, abort, redirect, render_template_string, request, session

PASSWORDS = {"Amira": "green tea", "Erik": "blue mug"}  # a real shop keeps hashes

PAGE = """
<form method="post" action="/login">
  <input name="name"><input name="password" type="password"><button>Log in</button>
</form>
<form method="post" action="/address">
  <input name="street" value="{{ street }}"><button>Save</button>
</form>
<a href="/logout">Log out</a>
"""


def create_app():
    """Return the account pages."""
    app = Flask(__name__)
    app.secret_key = "only for this exercise"
    streets = {}

    @app.get("/account")
    def account():
        street = streets.get(session.get("name"), "")
        return render_template_string(PAGE, street=street)

    @app.post("/login")
    def login():
        name = request.form.get("name", "")
        if name not in PASSWORDS or PASSWORDS[name] != request.form.get("password"):
            return "Wrong name or password.", 401
        session["name"] = name
        return redirect("/account")

    @app.get("/logout")
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
