"""No line is counted twice or lost: half lines, rotation, copies, two readers."""

import shutil

import pytest

from edge.access_log.follow import read_log
from feeds.models import DailyPolls

from .conftest import POLLS, line

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("publication")]


def polls():
    return sum(DailyPolls.objects.values_list("polls", flat=True))


def test_no_log_yet(log):
    assert read_log(log.path).lines == 0
    log.path.touch()
    assert read_log(log.path).lines == 0


def test_new_lines_alone_are_read(log):
    log.write(line(), line())
    assert read_log(log.path).counted[POLLS] == 2
    assert read_log(log.path).lines == 0
    log.write(line())
    assert read_log(log.path).counted[POLLS] == 1
    assert polls() == 3


def test_a_line_without_its_end_waits(log):
    whole = line()
    log.write(whole, whole[:40], end="")
    assert read_log(log.path).lines == 1
    log.write(whole[40:])
    assert read_log(log.path).counted[POLLS] == 1
    assert polls() == 2


def test_even_the_first_line_may_be_half(log):
    log.write(line()[:30], end="")
    assert read_log(log.path).lines == 0
    log.write(line()[30:])
    assert read_log(log.path).counted[POLLS] == 1


def test_a_rotated_log_is_read_to_its_end(log):
    log.write(line(micros=1))
    read_log(log.path)
    log.write(line(micros=2), line(micros=3))
    log.path.rename(f"{log.path}.1")
    log.write(line(micros=4))
    assert read_log(log.path).counted[POLLS] == 3
    with open(f"{log.path}.1", "a") as late:
        late.write(line() + "\n")
    assert read_log(log.path).counted[POLLS] == 1
    assert polls() == 5


def test_a_copy_is_not_read_again(log, tmp_path):
    log.write(line(micros=1), line(micros=2))
    read_log(log.path)
    copy = shutil.copy(log.path, tmp_path / "copy.log")
    assert read_log(tmp_path / "copy.log").lines == 0
    assert copy.exists()


def test_a_log_that_was_emptied_begins_anew(log):
    log.write(line(micros=1), line(micros=2))
    read_log(log.path)
    log.path.write_text("")
    log.write(line(micros=3))
    assert read_log(log.path).counted[POLLS] == 1


def test_a_long_log_is_read_in_steps(log, monkeypatch):
    monkeypatch.setattr("edge.access_log.follow._STEP", 500)
    log.write(*(line(micros=number) for number in range(50)))
    assert read_log(log.path).counted[POLLS] == 50
    log.path.write_bytes(b"x" * 2000 + b"\n" + line().encode() + b"\n")
    assert read_log(log.path).counted[POLLS] == 1


def test_bytes_that_are_no_text(log):
    log.path.write_bytes(b"\xff\x00\n" + line(agent="Re\u00e4der").encode("latin-1") + b"\n")
    read = read_log(log.path)
    assert (read.lines, read.understood, read.counted[POLLS]) == (2, 1, 1)
