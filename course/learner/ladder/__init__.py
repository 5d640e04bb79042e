"""The ladder: what helps a learner who is stuck, one rung after another, up to a pass."""
