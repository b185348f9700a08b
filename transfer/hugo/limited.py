"""Run as a script: sets limits on itself, then becomes another program.

python -I limited.py MEMORY CPU_SECONDS FILE_SIZE PROGRAM ARGUMENT…
"""

import os
import resource
import sys

if __name__ == "__main__":
    memory, seconds, size = map(int, sys.argv[1:4])
    for kind, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, size),
        (resource.RLIMIT_CORE, 0),
    ):
        most = resource.getrlimit(kind)[1]
        least = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(kind, (least, least))
    os.execv(sys.argv[4], sys.argv[4:])  # noqa: S606
