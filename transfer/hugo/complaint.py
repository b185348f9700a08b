"""What Hugo complains of, in one line each."""

import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from .sandbox import Ended

_LONGEST: Final = 600
_LONGEST_READ: Final = 4_000
_MODULES_HINT: Final = (
    " — nothing is fetched here: bring them into the site with “hugo mod vendor” or"
    " “git submodule update --init”."
)
# A page is rendered because the overlay asks for its content, which is nobody's concern.
_FROM_OVERLAY: Final = re.compile(
    r".*newsroom-export/single\.\w+\" at <[^>]*>: (?:error calling \w+: )?", re.DOTALL
)
_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")
_POLICY: Final = re.compile(r"; the current security configuration is:.*", re.DOTALL)
_BEGINS: Final = ("Error: ", "ERROR ", "panic: ", "fatal error: ")
# Hugo's last word where templates complained and everything was written all the same.
_COUNTED: Final = re.compile(r"(?:error building site: )?logged \d+ error\(s\)")


def complaint(ended: Ended, site: Path) -> str:
    """Why Hugo gave up, in its own words."""
    found = list(complaints(ended, site))
    said = found[0] if found else _ending(ended.status)
    hint = _MODULES_HINT if said.startswith("failed to load modules") else ""
    return f"Hugo refuses the site: {said}{hint}"


def complaints(ended: Ended, site: Path) -> Iterator[str]:
    """Each error that was logged; paths are those below the site."""
    for text in (ended.errors, ended.output):
        for line in _COLOUR.sub("", text).splitlines():
            begin = next((word for word in _BEGINS if line.startswith(word)), None)
            if begin is None:
                continue
            # What calls itself without end is told as often, in one line of megabytes.
            said = _shortened(line.removeprefix(begin), _LONGEST_READ)
            said = _FROM_OVERLAY.sub("", _POLICY.sub("", said))
            said = said.replace(f"{site}/", "").replace(str(site), "the site").strip()
            if not _COUNTED.fullmatch(said):
                yield _shortened(said, _LONGEST)


def _ending(status: int) -> str:
    if status < 0:
        return f"it was ended by {signal.Signals(-status).name}"
    return f"it ended with status {status}"


def _shortened(said: str, longest: int) -> str:
    """Where it happened stands at the beginning, what happened at the end."""
    half = longest // 2
    return said if len(said) <= longest else f"{said[:half]} … {said[-half:]}"


def was_written_all_the_same(ended: Ended) -> bool:
    """Whether it got to the end, but for errors that templates logged."""
    lines = _COLOUR.sub("", f"{ended.errors}\n{ended.output}").splitlines()
    last = [line.removeprefix("Error: ") for line in lines if line.startswith("Error: ")]
    return bool(last) and all(_COUNTED.fullmatch(line.strip()) for line in last)
