"""Work over processes: the same results in the same order, and a clear end where a process dies."""

from __future__ import annotations

import multiprocessing
import signal

import pytest

from claimcompare import workers
from claimcompare.errors import WorkerError
from claimcompare.workers import batches_of, mapped

# Work is given as expressions for ``eval``: a worker cannot import what a test file defines.
SQUARES = [["1", "2**2"], ["3**2"], ["4**2", "5**2", "6**2"], ["7**2"], ["8**2", "9**2"], ["10**2"]]
KILLED = [*SQUARES[:3], ["__import__('os').kill(__import__('os').getpid(), 9)"], *SQUARES[4:]]
REFUSED = [["1"], ["1 / 0"], ["3"]]


def test_items_go_into_batches_in_order_and_none_over_the_largest_size() -> None:
    sizes = [3, 3, 9, 1, 1, 1, 12, 2]
    batches = list(batches_of(sizes, lambda size: size, largest=6))
    assert [size for batch in batches for size in batch] == sizes
    assert all(sum(batch) <= 6 or len(batch) == 1 for batch in batches)
    assert len(batches) == 5


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(mapped(eval, SQUARES, jobs)) == [number**2 for number in range(1, 11)]


def test_a_worker_that_is_killed_is_told_and_leaves_no_process_behind() -> None:
    with pytest.raises(WorkerError, match="was killed"):
        list(mapped(eval, KILLED, 2))
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_the_work_is_that_error(jobs: int) -> None:
    with pytest.raises(ZeroDivisionError):
        list(mapped(eval, REFUSED, jobs))


def test_who_stops_listening_leaves_no_process_behind() -> None:
    results = mapped(eval, SQUARES, 2)
    assert next(results) == 1
    results.close()  # type: ignore[attr-defined]  # an iterator that is a generator
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_waits_until_a_process_is_started() -> None:
    done = []

    def start() -> None:
        with workers._interrupts_held():
            signal.raise_signal(signal.SIGINT)
            done.append("started")

    with pytest.raises(KeyboardInterrupt):
        start()
    assert done == ["started"]
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
