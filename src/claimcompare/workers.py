"""Work in batches over processes: the same results in the same order as in one process, a few batches at a time."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from claimcompare.errors import WorkerError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

_KILLED = "a worker process was killed, perhaps for want of memory; use fewer processes"
_UNGUARDED = 'or, in a script, guard its start with `if __name__ == "__main__":`'
_AHEAD = 3  # batches a process that wait or are done, so that none has to wait for the slowest


def batches_of(items: Iterable[Item], size: Callable[[Item], int], largest: int) -> Iterator[list[Item]]:
    """The items in order, as many together as are not over ``largest`` in size, and at least one."""
    batch: list[Item] = []
    total = 0
    for item in items:
        if batch and total + size(item) > largest:
            yield batch
            batch, total = [], 0
        batch.append(item)
        total += size(item)
    if batch:
        yield batch


def usable_cores() -> int:
    """How many cores this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def mapped(work: Callable[[Item], Result], batches: Iterable[Sequence[Item]], jobs: int) -> Iterator[Result]:
    """``work`` done on every item, in order, in as many processes as ``jobs`` says.

    With more than one, ``work`` and what it takes and gives have to be picklable, and only so many batches are under
    way that memory does not grow with their number.

    Raises:
        WorkerError: a process ended before its work was done.
    """
    if jobs == 1:
        yield from (work(item) for batch in batches for item in batch)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - one process does not need it
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # Spawned on every platform: a fork would take along whatever threads the caller runs.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ready_to_work)
    started = False
    try:
        for results in _in_order(pool, partial(_all_done, work), iter(batches), _AHEAD * jobs):
            started = True
            yield from results
    except BaseException as error:
        _end(pool)
        if isinstance(error, BrokenProcessPool):
            raise WorkerError(_KILLED if started else f"{_KILLED}, {_UNGUARDED}") from None
        raise
    pool.shutdown()


def _in_order(
    pool: ProcessPoolExecutor, work: Callable[[Sequence[Item]], Result], batches: Iterator[Sequence[Item]], ahead: int
) -> Iterator[Result]:
    """The results of the batches in their order, at most ``ahead`` of them under way at a time."""
    waiting: deque[Future[Result]] = deque(_submitted(pool, work, batch) for batch in islice(batches, ahead))
    while waiting:
        result = waiting.popleft().result()
        waiting.extend(_submitted(pool, work, batch) for batch in islice(batches, 1))
        yield result


def _submitted(
    pool: ProcessPoolExecutor, work: Callable[[Sequence[Item]], Result], batch: Sequence[Item]
) -> Future[Result]:
    """The result to come. A process may be started for it, and one that is half started would be ended by nobody."""
    with _interrupts_held():
        return pool.submit(work, batch)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until the block is done; outside of the main thread none comes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)  # None: one that Python did not set
    if held:
        signal.raise_signal(signal.SIGINT)


def _all_done(work: Callable[[Item], Result], batch: Sequence[Item]) -> list[Result]:
    return [work(item) for item in batch]


def _ready_to_work() -> None:
    """Ctrl-C reaches every process of a terminal, and the caller alone says what becomes of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    threading.Thread(target=_end_with_caller, daemon=True).start()


def _end_with_caller() -> None:
    """Ends this process when the one that started it is gone, however it went: nobody would take its results."""
    from multiprocessing import parent_process  # noqa: PLC0415 - as above

    if caller := parent_process():
        caller.join()
        os._exit(1)


def collect_seldom() -> None:
    """For a process of our own: records make no circles, and looking for some takes a twentieth of the time."""
    gc.set_threshold(50_000, 20, 20)


def _end(pool: ProcessPoolExecutor) -> None:
    """Ends the processes, whatever they are at work on."""
    for process in list((pool._processes or {}).values()):  # 3.14 has terminate_workers() for it
        process.terminate()
    pool.shutdown(cancel_futures=True)
