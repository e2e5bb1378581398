"""Makes data/fixed.json: windows that Pyatoa, run as a black box, takes from an earlier evaluation, on traces of a formula (see `traces`).

In a virtual environment as of make-reference.py:

    python test/reference/make-fixed.py
"""

import json
import logging
import pathlib
import tempfile
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import numpy as np  # noqa: E402
from obspy import Stream, Trace, UTCDateTime  # noqa: E402
from pyasdf import ASDFDataSet  # noqa: E402
from pyatoa import Config, Manager  # noqa: E402

OUT = pathlib.Path(__file__).parent / "data" / "fixed.json"
N, DELTA = 3000, 0.1
# Of each component: time, period, width and amplitude of its wavelets, s.
WAVELETS = {
    "E": [(90, 14, 12, 1), (170, 18, 20, 0.6)],
    "N": [(80, 12, 9, 0.7), (150, 16, 18, 1), (225, 20, 16, 0.4)],
    "Z": [(70, 13, 10, 1), (200, 22, 25, 0.8)],
}
# Of each step: how much later the synthetics are than those of step 0, s, and how much larger.
STEPS = [(0, 1), (1.5, 1.2), (4, 0.8)]


def sides(step):
    late, scale = STEPS[step]
    start = UTCDateTime("2020-01-01T00:00:00Z")
    observed, synthetic = Stream(), Stream()
    for component, wavelets in WAVELETS.items():
        t = np.arange(N) * DELTA
        pulse = lambda at, period, width, amplitude: amplitude * np.exp(-(((t - at) / width) ** 2)) * np.cos(2 * np.pi * (t - at) / period)
        s = scale * sum(pulse(at + late, *rest) for at, *rest in wavelets)
        d = sum((1 + 0.1 * k) * pulse(at + 1 + 0.9 * k, *rest) for k, (at, *rest) in enumerate(wavelets))
        d += 0.02 * np.cos(2 * np.pi * t / 15)
        header = dict(network="XX", station="A", location="", delta=DELTA, starttime=start)
        observed.append(Trace(d, dict(header, channel="HH" + component)))
        synthetic.append(Trace(s, dict(header, channel="BX" + component)))
    return observed, synthetic


def manager(step, ds=None, **parameters):
    observed, synthetic = sides(step)
    config = Config(iteration=1, step_count=step, min_period=10, max_period=60, st_obs_type="syn", pyflex_parameters=parameters)
    return Manager(config=config, st_obs=observed, st_syn=synthetic, ds=ds)


def noted(mgmt):
    windows = {
        c: [[int(w.left), int(w.right), int(w.center), float(w.max_cc_value), float(w.cc_shift_in_seconds), float(w.dlnA), float(w.weight)] for w in ws]
        for c, ws in mgmt.windows.items()
    }
    return {"windows": windows, "misfit": {c: float(a.misfit) for c, a in (mgmt.adjsrcs or {}).items()}}


def evaluations(folder):
    """Step 0 selects; the others take its windows, with and without revalidation."""
    file = f"{folder}/fixed.h5"
    cases = []
    with ASDFDataSet(file) as ds:
        mgmt = manager(0, ds)
        mgmt.flow()
        mgmt.write_to_dataset()
        cases.append({"step": 0, "revalidate": False, "parameters": {}, **noted(mgmt)})
    strict = {"tshift_acceptance_level": 2.2, "dlna_acceptance_level": 0.4, "cc_acceptance_level": 0.85}
    for step in (1, 2):
        for revalidate, parameters in ((False, {}), (False, strict), (True, {}), (True, strict)):
            with ASDFDataSet(file) as ds:
                mgmt = manager(step, ds, **parameters)
                mgmt.standardize()
                mgmt.preprocess()
                mgmt.retrieve_windows_from_dataset(iteration=1, step_count=0, revalidate=revalidate)
                if any(mgmt.windows.values()):
                    mgmt.measure()
                cases.append({"step": step, "revalidate": revalidate, "parameters": parameters, **noted(mgmt)})
    return cases


with tempfile.TemporaryDirectory() as folder:
    result = {"n": N, "delta": DELTA, "wavelets": WAVELETS, "steps": STEPS, "evaluations": evaluations(folder)}
OUT.write_text(json.dumps(result, separators=(",", ":")).replace('{"step"', '\n{"step"') + "\n")
