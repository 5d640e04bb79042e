from flask import Flask, redirect, render_template_string, request

PAGE = "<ul></ul>"


def make_app():
    """Return a new app with an empty shopping list."""
    return Flask(__name__)
