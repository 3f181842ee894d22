"""What a program does with a policy: the work of each command, as functions and types.

The names in ``prevent.__all__`` are stable. The modules here hold them, and what else the
commands call. Nothing is imported before it is asked for.
"""
