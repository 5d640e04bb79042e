"""Everybody is greeted in English. The language stands behind the question mark of the URL; read it
from the request."""

from flask import Flask, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


@app.get("/")
def home():
    return "Harbour is open"


@app.get("/hello/<name>")
def hello(name):
    return {"greeting": f"Hello, {name}"}
