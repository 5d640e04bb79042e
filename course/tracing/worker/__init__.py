"""What records beside the learner's code: standard library and pytest, as in `checking.worker`."""
