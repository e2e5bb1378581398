"""Writes configurations as Pyatoa's Config.write makes them, for src/core/config/pyatoa.test.ts.

    python test/reference/make-config.py test/reference/data/config

Needs the reference stack in a virtual environment: pyatoa 0.4.2.
"""

import sys
from pathlib import Path

import numpy as np
from pyatoa import Config

CASES = {
    "defaults": {},
    "multitaper": dict(
        event_id="2018p130600",
        iteration=1,
        step_count=0,
        min_period=8,
        max_period=20,
        rotate_to_rtz=True,
        unit_output="VEL",
        win_amp_ratio=0.1,
        adj_src_type="multitaper",
        pyflex_parameters=dict(c_0=0.7, stalta_waterlevel=0.1, noise_end_index=40),
        pyadjoint_parameters=dict(taper_percentage=0.2, num_taper=3),
    ),
    "double-difference": dict(
        iteration=2, adj_src_type="waveform_dd", component_list=["Z"], st_obs_type="syn", synthetic_tag="mine"
    ),
    "numpy": dict(
        min_period=np.float64(8),
        pyflex_parameters=dict(
            c_0=np.float64(0.7),
            noise_end_index=np.int64(3),
            s2n_limit=np.linspace(1, 2, 4),
            cc_acceptance_level=np.ones(4, dtype="f4"),
        ),
    ),
}

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, options in CASES.items():
    Config(**options).write(write_to=str(folder / f"{name}.yaml"))
