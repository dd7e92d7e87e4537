"""Answers that take their time, each in a process of its own, so that they can be given up."""

import threading
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from selaras.bound import end_with_parent
from selaras.errors import ExitCode, Refusal

_SPAWN = get_context("spawn")


class Aside:
    """Runs work aside, one for each name; a new one ends the one before it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[str, tuple[str, BaseProcess]] = {}

    def give_up(self, name: str, but_of: str | None = None) -> None:
        """End the work of a name, if there is any, unless it is of this text."""
        with self._lock:
            if name in self._running and self._running[name][0] != but_of:
                self._end(name)

    def answer(
        self, name: str, work: Callable[..., object], *given: object, text: str = ""
    ) -> object:
        """What work on a text returns; None where it was given up, a Refusal where it refused."""
        heard, said = _SPAWN.Pipe(duplex=False)
        process = _SPAWN.Process(target=_run, args=(said, work, given), daemon=True)
        with self._lock:
            self._end(name)
            process.start()
            self._running[name] = text, process
        said.close()
        try:
            result, sentence = heard.recv()
        except EOFError:
            process.join()
            if process.exitcode and process.exitcode > 0:
                raise RuntimeError(f"{work.__name__} broke off, see above") from None
            return None
        finally:
            heard.close()
        process.join()
        if sentence:
            raise Refusal(ExitCode.INPUT_REFUSED, "workbench.refused", sentence=sentence)
        return result

    def _end(self, name: str) -> None:
        """End the work of a name; the lock is held."""
        if name in self._running:
            self._running.pop(name)[1].kill()


def _run(said: Connection, work: Callable[..., object], given: tuple[object, ...]) -> None:
    """Do the work in the new process and say what came of it."""
    end_with_parent()
    try:
        told = (work(*given), "")
    except Refusal as refusal:
        told = (None, str(refusal))
    said.send(told)
