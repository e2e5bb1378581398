"""Makes data/misfit.json: misfits and adjoint sources of made-up traces, by the reference stack run as a black box.

    python make-misfit.py [first seed] [number of cases] [output]

It needs the reference stack (../shared/reference/README.md has the pins). The traces are formulas of a seed, written
once here and once in test/support/misfitCase.ts, so that only results are kept. Newer versions of scipy integrate an
even number of samples by another rule than the pinned one; the rule of these is put in its place, but for the integral
over frequencies, which with the pinned rule is the plain sum.
"""

import json
import logging
import math
import os
import sys
import warnings

import numpy as np

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import pyadjoint  # noqa: E402
from obspy import Trace  # noqa: E402

import newer_simpson  # noqa: E402, F401

SAMPLES = 24


class Random:
    """Linear congruential generator modulo 2^32 (Numerical Recipes, section 7.1)."""

    def __init__(self, seed):
        self.state = seed % 2**32
        for _ in range(4):
            self.next()

    def next(self):
        self.state = (1664525 * self.state + 1013904223) % 2**32
        return self.state / 2**32

    def between(self, low, high):
        return low + (high - low) * self.next()

    def choice(self, values):
        return values[int(self.next() * len(values))]


def wavelet(n, delta, amplitude, time, period, width, phase):
    t = np.arange(n) * delta - time
    return amplitude * np.exp(-((t / width) ** 2)) * np.cos(2 * math.pi * t / period + phase)


def traces(case):
    """Observed and synthetic of station A, then of B: the same wavelets, each station's observed shifted and scaled."""
    r = Random(case["seed"])
    n, delta, tmin = case["n"], case["delta"], case["minPeriod"]
    observed_a, synthetic_a, observed_b, synthetic_b = np.zeros((4, n))
    shift_a, shift_b, late = (tmin * r.between(-0.25, 0.25) * case["shift"] for _ in range(3))
    for _ in range(case["wavelets"]):
        amplitude, time = r.between(0.3, 1), r.between(0.2, 0.8) * n * delta
        period, phase = tmin * r.between(1.1, 3), r.between(0, 6)
        width = period * r.between(0.7, 2)
        vary = lambda: r.between(0.9, 1.1)
        synthetic_a += wavelet(n, delta, amplitude, time, period, width, phase)
        observed_a += wavelet(n, delta, 1.3 * amplitude * vary(), time + shift_a * vary(), period, width, phase)
        synthetic_b += wavelet(n, delta, 0.7 * amplitude * vary(), time + late, period, width, phase)
        observed_b += wavelet(n, delta, 0.8 * amplitude * vary(), time + late + shift_b * vary(), period, width, phase)
    for _ in range(3):
        time, period = r.between(0, 1) * n * delta, tmin * r.between(1.1, 2)
        observed_a += wavelet(n, delta, case["noise"], time, period, 3 * period, 0)
        observed_b += wavelet(n, delta, case["noise"], time, period, 2 * period, 1)
    return observed_a, synthetic_a, observed_b, synthetic_b


TYPES = ["multitaper", "multitaper_dd"] * 4 + [
    "waveform",
    "convolution",
    "exponentiated_phase",
    "cc_traveltime",
    "waveform_dd",
    "convolution_dd",
    "cc_traveltime_dd",
    "cc_traveltime_dd",
]


def random_case(seed):
    r = Random(104729 * seed + 5)
    kind = TYPES[seed % len(TYPES)]
    parameters = {}
    vary = lambda name, chance, value: parameters.update({name: value}) if r.next() < chance else None
    vary("taper_type", 0.6, r.choice(["hamming", "cos", "cos_p10"]))
    vary("taper_percentage", 0.5, round(r.between(0.05, 1), 3))
    if "cc_" in kind or "multi" in kind:
        vary("measure_type", 0.35, "am")
        vary("use_cc_error", 0.5, False)
        vary("dt_sigma_min", 0.3, round(r.between(0.01, 0.3), 3))
        vary("dlna_sigma_min", 0.3, round(r.between(0.01, 0.3), 3))
    if "multi" in kind:
        vary("use_mt_error", 0.6, True)
        vary("lnpt", 0.3, r.choice([12, 13, 14, 16]))
        vary("transfunc_waterlevel", 0.3, r.choice([1e-3, 0.05, 0.3]))
        vary("water_threshold", 0.3, round(r.between(0.005, 0.2), 3))
        vary("ipower_costaper", 0.2, 4)
        vary("min_cycle_in_window", 0.3, round(r.between(0.3, 4), 2))
        vary("min_cycle_in_window", 0.05, 300)
        vary("mt_nw", 0.3, r.choice([2.0, 2.5, 3.0, 4.5]))
        vary("num_taper", 0.3, r.choice([1, 2, 3, 4, 7]))
        vary("phase_step", 0.3, round(r.between(0.5, 4), 2))
        vary("dt_fac", 0.5, round(r.between(0.7, 1.5), 2))
        vary("err_fac", 0.5, round(r.between(0.7, 2), 2))
        vary("dt_max_scale", 0.7, round(r.between(4, 20), 1))
    if kind == "exponentiated_phase":
        vary("wtr_env", 0.7, round(r.between(0, 0.6), 3))
    delta = r.choice([0.05, 0.1, 0.06, 0.03, 0.2])
    n = r.choice([1500, 2001, 2400])
    duration = n * delta
    tmin = round(duration / r.between(20, 60), 2)

    def window(first, last):
        left = round(duration * r.between(first, first + 0.1), 2)
        return [left, round(left + duration * r.between(0.15, last - first - 0.12), 3)]

    windows = [window(0.02, 0.5), window(0.5, 0.98)]
    if r.next() < 0.3:
        windows[1][0] = windows[0][1]
    moved = [r.between(-0.01, 0.02) * duration for _ in windows]
    cut = r.choice([0, 0, 0.1]) * duration if kind in ("waveform_dd", "convolution_dd", "multitaper_dd") else 0
    other = []
    for (left, right), move in zip(windows, moved):
        first = round(left / delta + move / delta) * delta
        other.append([first, first + (right - left) - cut])
    return {
        "seed": seed,
        "type": kind,
        "n": n,
        "delta": delta,
        "minPeriod": tmin,
        "maxPeriod": round(duration / r.between(2, 8), 2),
        "wavelets": int(r.between(4, 12)),
        "noise": r.choice([0, 0.01, 0.1]),
        "shift": r.choice([0.03, 1, 1, 1, 1]),
        "windows": windows,
        "windowsB": other if kind.endswith("_dd") else None,
        "parameters": parameters,
    }


def trace(data, delta):
    made = Trace(data=data)
    made.stats.delta = delta
    made.stats.channel = "BXZ"
    return made


def summary(source):
    """In forward time: the largest modulus, the sum of moduli, the moment of order one, and samples about its parts."""
    data = source[::-1]
    filled = np.nonzero(data)[0]
    first, last = (int(filled[0]), int(filled[-1])) if len(filled) else (0, 0)
    at = sorted({round(first + (last - first) * i / (SAMPLES - 1)) for i in range(SAMPLES)})
    return {
        "max": float(np.abs(data).max()),
        "sum": float(np.abs(data).sum()),
        "moment": float((np.arange(len(data)) * data).sum() / len(data)),
        "samples": [[i, float(data[i])] for i in at],
    }


def run(case):
    a, s, b, t = (trace(x, case["delta"]) for x in traces(case))
    kind = case["type"]
    config = pyadjoint.get_config(kind, case["minPeriod"], case["maxPeriod"], **case["parameters"])
    pair = case["windowsB"]
    second = {"observed_2": b, "synthetic_2": t, "windows_2": pair} if pair else {}
    result = pyadjoint.calculate_adjoint_source(a, s, config, case["windows"], **second)
    sources = result if isinstance(result, tuple) else (result,)
    statistics = []
    for window in sources[0].window_stats:
        shift = window.get("tshift", window.get("dt"))
        names = ("dlna", "sigma_dt", "sigma_dlna", "misfit_dt", "misfit_dlna")
        statistics.append([window["type"], shift, *(window.get(name) for name in names)])
    return {
        "misfit": float(sources[0].misfit),
        "windows": [[x if x is None or isinstance(x, str) else float(x) for x in row] for row in statistics],
        "sources": [summary(source.adjoint_source) for source in sources],
    }


if __name__ == "__main__":
    first, count = (int(a) for a in (sys.argv[1:3] or (1, 112)))
    output = sys.argv[3] if len(sys.argv) > 3 else os.path.join(os.path.dirname(__file__), "data", "misfit.json")
    cases, failed, kinds = [], [], {}
    for seed in range(first, first + count):
        case = random_case(seed)
        try:
            expected = run(case)
        except Exception as error:
            failed.append(f"{seed} {case['type']}: {error}")
            continue
        cases.append({**case, "expected": expected})
        for window in expected["windows"]:
            kinds[window[0]] = kinds.get(window[0], 0) + 1
    with open(output, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
    print(f"{len(cases)} of {count} cases, windows {kinds}", *failed, sep="\n")
