"""The same two simulations on PolicyEngine's core, a fork of OpenFisca's with its names."""

import importlib
import runpy
import sys
from pathlib import Path

PARTS = (
    "",
    ".entities",
    ".periods",
    ".reforms",
    ".simulations",
    ".taxbenefitsystems",
    ".variables",
)

for part in PARTS:
    sys.modules[f"openfisca_core{part}"] = importlib.import_module(f"policyengine_core{part}")
runpy.run_path(str(Path(__file__).with_name("two_simulations.py")), run_name="__main__")
