"""Explanations: what a learner is told about a report. The door is `Explainer`."""
