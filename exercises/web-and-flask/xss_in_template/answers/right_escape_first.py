from flask import Flask, render_template_string
from markupsafe import Markup, escape

app = Flask(__name__)


def review_page(author, text):
    safe = Markup(str(escape(text)).replace("\n", "<br>"))
    with app.app_context():
        return render_template_string("<h2>{{ a }}</h2><p>{{ t }}</p>", a=author, t=safe)
