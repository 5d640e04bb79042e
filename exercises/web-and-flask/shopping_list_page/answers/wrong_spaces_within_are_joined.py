from flask import Flask, redirect, render_template_string, request

PAGE = "<ul>{% for item in items %}<li>{{ item }}</li>{% endfor %}</ul>"


def make_app():
    app = Flask(__name__)
    items = []

    @app.route("/list", methods=["GET", "POST"])
    def page():
        if request.method == "GET":
            return render_template_string(PAGE, items=items)
        item = " ".join(request.form.get("item", "").split())
        if not item:
            return "Please write an item.", 400
        items.append(item)
        return redirect("/list")

    return app
