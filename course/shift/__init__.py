"""A working day that is simulated: a real service in a sandbox, customers, events, evidence.

A scenario is data. The world carries it out minute by minute and notes all that happens as
events; what is shown, continued after a kill, scored and reported comes from those events.
"""
