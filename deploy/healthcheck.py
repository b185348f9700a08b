"""Exit status 0 when the web server in this container answers: for Docker's HEALTHCHECK."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from newsroom import environment, listening

sys.exit(0 if listening.answers(environment.port(), environment.probe_host()) else 1)
