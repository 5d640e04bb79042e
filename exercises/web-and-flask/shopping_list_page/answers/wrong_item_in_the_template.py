from markupsafe import escape
from flask import Flask, redirect, render_template_string, request

PAGE = """<ul>
{%- for item in items %}<li>{{ item }}</li>{% endfor -%}
</ul>"""


def make_app():
    """Return a new app with an empty shopping list."""
    app = Flask(__name__)
    items = []

    @app.route("/list", methods=["GET", "POST"])
    def show():
        if request.method == "GET":
            return render_template_string(PAGE.replace("{{ item }}", "{{ item }}").split("{%-")[0] + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")
        item = (request.form.get("item") or "").strip()
        if item:
            items.append(item)
            return redirect(request.path, 303)
        return "Please write an item.", 400

    return app
