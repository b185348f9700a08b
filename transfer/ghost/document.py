"""A Ghost export, row by row: however large it is, one row of it is in memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import ijson

from .refusal import GhostError

# Exports of all versions have their tables at one of these.
_PLACES: Final = ("db.item.data", "data")
type Row = dict[str, Any]


def rows(file: Path, table: str) -> Iterator[Row]:
    """The rows of a table, in order; none where there is no such table. Raises GhostError."""
    for place in _PLACES:
        found = False
        for row in _items(file, f"{place}.{table}.item"):
            found = True
            if isinstance(row, dict):
                yield row
        if found:
            return


def is_export(file: Path) -> bool:
    """Whether the document has a table of posts, be it an empty one. Reads it to its end."""
    marks = {f"{place}.posts" for place in _PLACES}
    found = False
    for prefix, event, _value in _read(file):
        found = found or (event == "start_array" and prefix in marks)
    return found


def _items(file: Path, prefix: str) -> Iterator[Any]:
    try:
        with file.open("rb") as opened:
            yield from ijson.items(opened, prefix, use_float=True)
    except (ijson.JSONError, UnicodeDecodeError) as error:
        raise _broken(error) from error
    except OSError as error:
        raise GhostError(f"{file} cannot be read: {error.strerror}.") from error


def _read(file: Path) -> Iterator[tuple[str, str, Any]]:
    try:
        with file.open("rb") as opened:
            yield from ijson.parse(opened, use_float=True)
    except (ijson.JSONError, UnicodeDecodeError) as error:
        raise _broken(error) from error
    except OSError as error:
        raise GhostError(f"{file} cannot be read: {error.strerror}.") from error


def _broken(error: Exception) -> GhostError:
    message = " ".join(str(error).split())[:200]
    return GhostError(f"The file is no whole JSON document: {message}.")


def text(row: Row, name: str) -> str:
    """A column as text; "" where there is nothing, or something else."""
    value = row.get(name)
    return value if isinstance(value, str) else ""


def key(row: Row, name: str) -> str:
    """A column that names a row of a table: older versions count them, newer ones do not."""
    value = row.get(name)
    return str(value) if isinstance(value, str | int | float) and value != "" else ""
