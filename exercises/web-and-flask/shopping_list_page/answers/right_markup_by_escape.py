from markupsafe import escape
from flask import Flask, redirect, render_template_string, request

PAGE = "<ul>{% for item in items %}<li>{{ item }}</li>{% endfor %}</ul>"


def make_app():
    """Return a new app with an empty shopping list."""
    app = Flask(__name__)
    items = []

    @app.get("/list")
    def show():
        return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"

    @app.post("/list")
    def add():
        item = request.form.get("item", "").strip()
        if not item:
            return "Please write an item.", 400
        items.append(item)
        return redirect("/list")

    return app
