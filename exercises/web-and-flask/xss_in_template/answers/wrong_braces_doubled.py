from flask import Flask, render_template_string
from markupsafe import escape

app = Flask(__name__)


def review_page(author, text):
    lines = str(escape(text)).replace("{{", "").replace("}}", "").replace("\n", "<br>")
    with app.app_context():
        return render_template_string("<h2>{{ author }}</h2><p>" + lines + "</p>", author=author)
