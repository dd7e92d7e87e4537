"""Processes that end with the one that started them, however that one ends."""

import os
import threading
from multiprocessing import parent_process


def end_with_parent() -> None:
    """Let this process end when its parent is gone: killed, it could not tell anybody to stop."""
    threading.Thread(target=_wait_and_end, daemon=True).start()


def _wait_and_end() -> None:
    """Wait for the parent to be gone, then end at once, whatever is being done."""
    parent_process().join()
    os._exit(1)
