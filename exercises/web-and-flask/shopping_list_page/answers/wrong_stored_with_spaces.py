from flask import Flask, redirect, render_template_string, request

PAGE = "<ul>{% for item in items %}<li>{{ item }}</li>{% endfor %}</ul>"


def make_app():
    """Return a new app with an empty shopping list."""
    app = Flask(__name__)
    items = []

    @app.get("/list")
    def show():
        return render_template_string(PAGE, items=items)

    @app.post("/list")
    def add():
        item = request.form.get("item", "").strip()
        if not item:
            return "Please write an item.", 400
        items.append(request.form['item'])
        return redirect("/list")

    return app
