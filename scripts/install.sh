#!/bin/sh
# Runs install.py with whatever Python 3 there is. Each is tried by running it: a pyenv shim stands on
# PATH even when no version stands behind it, and an interpreter of .venv may have been removed.
for python in .venv/bin/python python3 python3.14 python3.13 python3.12 /usr/bin/python3 python; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null; then
        exec "$python" scripts/install.py "$@"
    fi
done
echo "Error: no Python 3 found. On Debian and Ubuntu: apt install python3 python3-venv" >&2
exit 1
