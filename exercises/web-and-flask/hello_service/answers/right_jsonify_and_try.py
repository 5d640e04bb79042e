from flask import Flask, request
from flask import jsonify

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)





def home():
    """Say that the service is there."""
    return "Harbour is open", 200, {"Content-Type": "text/plain; charset=utf-8"}


def hello(name):
    """Greet a person in the language of the query parameter `lang`."""
    language = request.args.get("lang", "en")
    try:
        word = GREETINGS[language]
    except KeyError:
        word = GREETINGS["en"]
    return jsonify(greeting=word + ", " + name)


app.add_url_rule("/", view_func=home)


app.add_url_rule("/hello/<string:name>", view_func=hello)
