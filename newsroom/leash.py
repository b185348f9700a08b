"""Runs a command that is asked to stop when the process that started it ends, even by `kill -9`.

    python newsroom/leash.py PARENT COMMAND [ARGUMENT …]

PARENT is the process id of the one who starts it. The request is a SIGTERM. Only Linux has this;
elsewhere the command runs unleashed. A program of its own: the standard library alone.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>; survives the exec


def main(parent: int, command: list[str]) -> None:
    """Becomes the command."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it ended before the call above
            sys.exit(1)
    os.execvp(command[0], command)  # noqa: S606


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
