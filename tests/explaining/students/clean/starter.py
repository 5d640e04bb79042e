"""Yours to write."""
