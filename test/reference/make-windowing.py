"""Makes data/windowing.json: windows and rejections of made-up traces, by the reference stack run as a black box.

    python make-windowing.py [first seed] [number of cases] [output]

It needs the reference stack (../shared/reference/README.md has the pins). The traces are formulas of a seed, written
once here and once in windowing.test.ts, so that only results are kept.
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

import pyflex  # noqa: E402
from obspy import Trace, UTCDateTime  # noqa: E402
from obspy.geodetics import gps2dist_azimuth  # noqa: E402

ORIGIN = UTCDateTime(2020, 1, 1)


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
    """Observed and synthetic: the same wavelets, shifted and scaled a little in the observed, and some of its own."""
    r = Random(case["seed"])
    n, delta, tmin = case["n"], case["delta"], case["minPeriod"]
    observed, synthetic = np.zeros(n), np.zeros(n)
    for _ in range(case["wavelets"]):
        amplitude, time = r.between(0.05, 1), r.between(0.1, 0.9) * n * delta
        period, phase = tmin * r.between(1.1, 3), r.between(0, 6)
        width = period * r.between(0.5, 2)
        shift, scale = tmin * r.between(-0.4, 0.4), r.between(0.6, 1.6)
        synthetic += wavelet(n, delta, amplitude, time, period, width, phase)
        observed += wavelet(n, delta, amplitude * scale, time + shift, period, width, phase)
    for _ in range(3):
        time, period = r.between(0, 1) * n * delta, tmin * r.between(1.1, 2)
        observed += wavelet(n, delta, case["noise"], time, period, 3 * period, 0)
    return observed, synthetic


def ramp(n, first, last):
    return first + (last - first) * np.arange(n) / (n - 1)


def random_case(seed):
    r = Random(7919 * seed + 17)
    parameters = {}
    vary = lambda name, chance, value: parameters.update({name: value}) if r.next() < chance else None
    ramps = lambda low, high: {"ramp": [round(r.between(low, high), 3), round(r.between(low, high), 3)]}
    vary("stalta_waterlevel", 0.6, round(r.between(0.02, 0.3), 3))
    vary("stalta_waterlevel", 0.15, ramps(0.02, 0.3))
    vary("tshift_acceptance_level", 0.3, round(r.between(0.2, 6), 2))
    vary("tshift_acceptance_level", 0.15, ramps(0.2, 6))
    vary("tshift_reference", 0.2, round(r.between(-1, 1), 2))
    vary("dlna_acceptance_level", 0.3, round(r.between(0.1, 1), 2))
    vary("dlna_acceptance_level", 0.15, ramps(0.1, 1))
    vary("dlna_reference", 0.2, round(r.between(-0.3, 0.3), 2))
    vary("cc_acceptance_level", 0.4, round(r.between(0.5, 0.97), 3))
    vary("cc_acceptance_level", 0.15, ramps(0.5, 0.97))
    vary("s2n_limit", 0.4, round(r.between(1, 20), 2))
    vary("s2n_limit", 0.15, ramps(1, 20))
    vary("c_0", 0.4, round(r.between(0.3, 1.3), 2))
    vary("c_1", 0.5, round(r.between(0.5, 4), 2))
    vary("c_2", 0.5, round(r.between(0, 0.7), 2))
    vary("c_3a", 0.5, round(r.between(0.8, 4), 2))
    vary("c_3b", 0.5, round(r.between(0.5, 3), 2))
    vary("c_4a", 0.5, round(r.between(0.3, 3), 2))
    vary("c_4b", 0.5, round(r.between(0.5, 8), 2))
    vary("window_signal_to_noise_type", 0.3, "energy")
    vary("resolution_strategy", 0.25, "merge")
    vary("min_surface_wave_velocity", 0.3, round(r.between(1.5, 4), 2))
    vary("max_time_before_first_arrival", 0.4, round(r.between(0, 60), 1))
    delta = r.choice([0.05, 0.1, 0.06, 0.03, 0.2, 0.5])
    n = r.choice([1200, 2000, 2500])
    case = {
        "seed": seed,
        "n": n,
        "delta": delta,
        "minPeriod": round(n * delta / r.between(12, 70), 2),
        "maxPeriod": round(n * delta / r.between(2, 8), 2),
        "wavelets": int(r.between(3, 14)),
        "noise": round(r.choice([0, 0.01, 0.03, 0.2]), 3),
        "parameters": parameters,
        "context": None,
    }
    if r.next() < 0.6:
        duration = n * delta
        offset = round(-r.between(0, 0.3) * duration, 2) if r.next() < 0.7 else 0
        longitude = round(max(0.05, r.between(0.2, 0.7) * duration * 3 / 111), 3)
        first = round(max(0.2, r.between(0.05, 0.4) * duration), 2)
        case["context"] = {
            "originOffset": offset,
            "longitude": longitude,
            "distanceKm": gps2dist_azimuth(0, 0, 0, longitude)[0] / 1000,
            "arrivals": [first, round(first * 1.3, 2), round(first * 1.74, 2)],
        }
    bounded = case["context"] is not None
    if bounded or r.next() < 0.3:
        vary("check_global_data_quality", 0.4, True)
        vary("snr_integrate_base", 0.4, round(r.between(0.5, 20), 2))
        vary("snr_max_base", 0.4, round(r.between(0.5, 10), 2))
        vary("noise_start_index", 0.3, int(r.between(0, 60)))
        vary("noise_end_index", 0.4 if bounded else 1, int(r.between(70, 200)))
        vary("signal_start_index", 0.3, int(r.between(100, 400)))
        vary("signal_end_index", 0.3, int(r.between(600, 1000)))
    return case


def bounds(windows):
    return [[int(w.left), int(w.right), int(w.center)] for w in windows]


def checksum(rows):
    """Depends on the values and their order."""
    total = 0
    for row in rows:
        for value in row:
            total = (total * 31 + value) % 1000003
    return total


def run(case, whole=False):
    observed, synthetic = (Trace(data=x) for x in traces(case))
    context = case["context"]
    start = ORIGIN + (context["originOffset"] if context else 0)
    for trace in (observed, synthetic):
        trace.stats.update(
            {"delta": case["delta"], "starttime": start, "network": "XX", "station": "A", "channel": "BXZ"}
        )
    levels = {
        name: ramp(case["n"], *value["ramp"]) if isinstance(value, dict) else value
        for name, value in case["parameters"].items()
    }
    config = pyflex.Config(min_period=case["minPeriod"], max_period=case["maxPeriod"], **levels)
    event = station = None
    if context:
        event = pyflex.Event(0.0, 0.0, 10000.0, ORIGIN)
        station = pyflex.Station(0.0, context["longitude"])
    selector = pyflex.WindowSelector(observed, synthetic, config, event=event, station=station)
    if context:
        times = [{"name": "P", "time": t} for t in context["arrivals"]]
        selector.calculate_ttimes = lambda: setattr(selector, "ttimes", times)
    try:
        windows = selector.select_windows()
    except Exception:
        return None
    rejected = {name: bounds(rows) for name, rows in selector.rejects.items() if rows}
    if not whole:
        rejected = {name: [len(rows), checksum(rows)] for name, rows in rejected.items()}
    return {
        "windows": [
            {
                "bounds": bounds([w])[0],
                "cc": float(w.max_cc_value),
                "shift": int(w.cc_shift),
                "dlnA": float(w.dlnA),
                "weight": float(w.weight),
                "phases": len(w.phase_arrivals),
            }
            for w in windows
        ],
        "rejected": rejected,
        "peaks": len(selector.peaks),
        "troughs": len(selector.troughs),
    }


if __name__ == "__main__":
    first, count = (int(a) for a in (sys.argv[1:3] or (1, 120)))
    output = sys.argv[3] if len(sys.argv) > 3 else os.path.join(os.path.dirname(__file__), "data", "windowing.json")
    cases = []
    for seed in range(first, first + count):
        case = random_case(seed)
        result = run(case, whole="--whole" in sys.argv)
        if result is not None:
            cases.append({**case, "expected": result})
    with open(output, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
    print(f"{len(cases)} of {count} cases, {sum(len(c['expected']['windows']) for c in cases)} windows")
