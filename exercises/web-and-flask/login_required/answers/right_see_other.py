from functools import wraps

from flask import Flask, redirect, request, session
from werkzeug.security import check_password_hash, generate_password_hash

# Few rounds keep the tests fast; a real shop leaves the second argument out.
USERS = {"Mei": generate_password_hash("green tea", "pbkdf2:sha256:1000")}
NOBODY = generate_password_hash("nobody has this", "pbkdf2:sha256:1000")

app = Flask(__name__)
app.secret_key = "only for this exercise"


def login_required(view):
    """Let only those who logged in see the page; send the others to /login."""

    def guarded(*args, **kwargs):
        return view(*args, **kwargs) if session.get("name") else redirect("/login", 303)

    guarded.__name__ = view.__name__
    guarded.__doc__ = view.__doc__
    return guarded


@app.post("/login")
def login():
    """Log in with the fields name and password."""
    name = request.form.get("name")
    stored = USERS.get(name)
    if not check_password_hash(stored or NOBODY, request.form.get("password", "")) or not stored:
        return "Wrong name or password.", 401
    session.clear()
    session["name"] = name
    return redirect("/account")


@app.get("/account")
@login_required
def account():
    """A page for the one who logged in."""
    return f"Hello, {session['name']}"


@app.get("/orders/<int:number>")
@login_required
def order(number):
    """One order of the one who logged in."""
    return f"Order {number}"
