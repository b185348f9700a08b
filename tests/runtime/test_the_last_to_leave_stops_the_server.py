from pathlib import Path

from . import processes


def test_a_second_user_finds_the_server_of_the_first(var: Path) -> None:
    with processes.user(var) as first, processes.user(var) as second:
        assert first == second


def test_the_server_outlives_the_one_who_started_it(var: Path) -> None:
    with processes.user(var) as server:
        late = processes.start_user(var)
        assert processes.server_of(late) == server
    assert server in processes.of(var)
    late.communicate(timeout=30)
    assert processes.of(var) == {}


def test_it_starts_again(var: Path) -> None:
    with processes.user(var) as first:
        pass
    assert processes.of(var) == {}
    with processes.user(var) as second:
        assert second != first


def test_many_that_start_together_have_one_server(var: Path) -> None:
    users = [processes.start_user(var) for _ in range(5)]
    servers = {processes.server_of(user) for user in users}
    for user in users:
        user.communicate(timeout=30)
    assert len(servers) == 1
    assert processes.of(var) == {}
