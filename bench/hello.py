"""The least that a WSGI application can do: one answer, made before, of any status and size."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

_answer = json.loads(Path(os.environ["HELLO"]).read_text())
_status, _headers = _answer["status"], [tuple(header) for header in _answer["headers"]]
_body = [_answer["body"].encode("latin-1")]


def application(_environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Says it."""
    start_response(_status, _headers)
    return _body
