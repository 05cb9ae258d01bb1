"""The command `./course`: sets the course up and runs its parts.

Python's standard library only: it runs before anything is installed.
"""
