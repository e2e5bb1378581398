"""Makes data/agreement: what the reference stack, run as a black box, makes of a project that `atoa demo` generates.

    npm run build
    python test/reference/make-reference.py [--only PART_OF_A_CASE_NAME] [--from CASE_NAME]

In a virtual environment of Python 3.11:

    pip install "numpy==1.24.2" "scipy==1.11.4" pyatoa==0.4.2 pyflex pyadjoint==0.2.3 pyasdf==0.8.2 obspy==1.5.1 pysep-adjtomo

scipy 1.11 is the first to integrate an even number of samples by the rule that Atoa has; 1.10 averages two rules.
Of arrays only a signature is kept (see `signature`), so that the numbers stay small; agreement.test.ts makes the same
project in memory, knows by digests whether it is the one the numbers are of, and makes the same signatures.
"""

import argparse
import hashlib
import json
import logging
import pathlib
import subprocess
import tempfile
import warnings
from importlib.metadata import version

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import numpy as np  # noqa: E402
import pyadjoint  # noqa: E402
from obspy import Stream, read, read_events, read_inventory  # noqa: E402
from pyatoa import Config, Manager  # noqa: E402
from pysep.utils.io import read_sem  # noqa: E402

from agreement_cases import CASES, EVENTS, SEED, STATIONS  # noqa: E402
from windows_told import bounds, window  # noqa: E402

HERE = pathlib.Path(__file__).parent
OUT = HERE / "data" / "agreement"
STEPS = ["standardize", "preprocess", "window"]
SAMPLES = 8
STATISTICS = ["tshift", "dlna", "sigma_dt", "sigma_dlna"]


class Demo:
    """The demo project on disk."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        options = {"--events": EVENTS, "--stations": STATIONS, "--seed": SEED}
        arguments = [str(x) for option in options.items() for x in option]
        atoa = str(HERE.parent.parent / "bin" / "atoa.mjs")
        subprocess.run(["node", atoa, "demo", folder, *arguments], check=True, stdout=subprocess.DEVNULL)
        events = sorted(f.stem for f in (self.folder / "events").iterdir())
        stations = sorted(f.stem for f in (self.folder / "stations").iterdir())
        self.pairs = [(event, station) for event in events for station in stations]

    def digest(self, event, station):
        """Of all files of a pair, in the order of their paths."""
        total = hashlib.sha256()
        patterns = [f"events/{event}.xml", f"stations/{station}.xml", f"observed/{event}/{station}.*", f"synthetics/{event}/{station}.*"]
        for path in sorted(p for pattern in patterns for p in self.folder.glob(pattern)):
            total.update(path.read_bytes())
        return total.hexdigest()[:16]

    def event(self, event):
        return read_events(str(self.folder / "events" / f"{event}.xml"))[0]

    def inventory(self, station):
        return read_inventory(str(self.folder / "stations" / f"{station}.xml"))

    def streams(self, event, station):
        origin = self.event(event).preferred_origin().time
        record, synthetic = Stream(), Stream()
        for c in "ENZ":
            record += read(str(self.folder / "observed" / event / f"{station}.00.BH{c}.mseed"))
            synthetic += read_sem(str(self.folder / "synthetics" / event / f"{station}.BX{c}.semd"), origintime=origin)
        return {"record": record, "synthetic": synthetic, "echo": echo(synthetic)}


def echo(synthetic):
    """A made-up observed side: later by 9 samples, larger by 1.3, with a quarter of the next component."""
    out = synthetic.copy()
    for i, trace in enumerate(out):
        trace.data = 1.3 * np.roll(synthetic[i].data, 9) + 0.25 * synthetic[(i + 1) % 3].data
    return out


def signs(n, seed, known={}):
    """Plus and minus one, from a linear congruential generator modulo 2^32 (Numerical Recipes, section 7.1)."""
    if (n, seed) not in known:
        out, state = np.empty(n), seed
        for i in range(n):
            state = (1664525 * state + 1013904223) % 2**32
            out[i] = 1 if state >= 2**31 else -1
        known[n, seed] = out
    return known[n, seed]


def signature(x):
    """[length, largest absolute value, two sums with signs over all samples, samples in between]."""
    x = np.asarray(x, float)
    n = len(x)
    sums = [float(np.dot(x, signs(n, seed))) for seed in (1, 2)]
    at = [int((k + 0.5) * n / SAMPLES) for k in range(SAMPLES)]
    return [n, float(np.abs(x).max()), *sums, *(float(x[i]) for i in at)]


def checksum(rows):
    """Depends on the values and their order."""
    total = 0
    for row in rows:
        for value in row:
            total = (total * 31 + value) % 1000003
    return total


def levels(parameters, n):
    """Limits per sample stand in a case as their first and last value."""
    ramp = lambda a, b: a + (b - a) * np.arange(n) / (n - 1)
    return {k: ramp(*v["ramp"]) if isinstance(v, dict) else v for k, v in parameters.items()}


def configuration(settings, n):
    names = ["min_period", "max_period", "unit_output", "rotate_to_rtz", "component_list", "st_obs_type", "st_syn_type", "win_amp_ratio"]
    given = {name: settings[name] for name in names if name in settings}
    kind = settings.get("adj_src_type", "cc_traveltime")
    return Config(
        **given,
        adj_src_type="cc_traveltime" if kind.endswith("_dd") else kind,
        pyflex_parameters=levels(settings.get("pyflex_parameters", {}), n),
        pyadjoint_parameters={} if kind.endswith("_dd") else settings.get("pyadjoint_parameters", {}),
    )


def preprocess_arguments(settings):
    given = dict(settings["preprocess"])
    given.pop("standardize_to", None)
    given.pop("period_bands", None)
    if "filter" in given:
        given["filter_"] = given.pop("filter")
    if given["remove_response"]:
        # Pyatoa itself does not pass Config.unit_output on (docs/conventions.md).
        given["output"] = settings.get("unit_output", "DISP")
    else:
        given.pop("water_level", None)
    return given


def manager(case, demo, event, station):
    streams = demo.streams(event, station)
    obs, syn = streams[case["obs"]].copy(), streams[case["syn"]].copy()
    for trace in obs:
        trace.stats.starttime += case["shift"]
        if case["late"] is not None:
            trace.stats.starttime = syn[0].stats.starttime + case["late"]
        trace.data = trace.data[case["cut"] : len(trace.data) - case["drop"]]
    return Manager(
        config=configuration(case["set"], len(syn[0].data)),
        st_obs=obs,
        st_syn=syn,
        event=demo.event(event) if case["event"] else None,
        inv=demo.inventory(station) if case["station"] else None,
    )


def arrays(stream):
    return {trace.stats.channel[-1]: signature(trace.data) for trace in stream}


def run(case, demo, event, station):
    """The workflow of one pair, and what it leaves after each stage."""
    settings = case["set"]
    steps = settings.get("executive", {}).get("steps", STEPS)
    arguments = preprocess_arguments(settings)
    bands = settings["preprocess"].get("period_bands")
    mgmt = manager(case, demo, event, station)
    result = {"stages": {}}
    if bands:
        standardize(mgmt, settings)
        copy = manager(case, demo, event, station)
        try:
            copy.flow_multiband(periods=[tuple(band) for band in bands], **arguments)
        except KeyError:
            # It wants every component to have windows in the same bands as the others.
            return None, mgmt
        mgmt.windows, mgmt.rejwins, mgmt.adjsrcs = copy.windows, copy.rejwins, copy.adjsrcs
        note(result, mgmt, steps)
        # Pyatoa keeps those of the last band only.
        del result["rejected"]
        return result, mgmt
    standardize(mgmt, settings)
    result["stages"]["standardize"] = {"obs": arrays(mgmt.st_obs), "syn": arrays(mgmt.st_syn)}
    result["geometry"] = [mgmt.stats.time_offset_sec, mgmt.gcd, mgmt.baz]
    if "preprocess" in steps:
        mgmt.preprocess(**arguments)
        result["stages"]["preprocess"] = {"obs": arrays(mgmt.st_obs), "syn": arrays(mgmt.st_syn)}
    if "window" in steps:
        mgmt.window(force="preprocess" not in steps)
        result["stages"]["stalta"] = {"": {c: signature(x) for c, x in mgmt.staltas.items()}}
    if case["name"].startswith("response") or "Nyquist" in case["name"]:
        return result, mgmt
    if "window" not in steps or mgmt.windows:
        mgmt.measure(force="preprocess" not in steps)
    note(result, mgmt, steps)
    return result, mgmt


def standardize(mgmt, settings):
    mgmt.standardize(standardize_to=settings["preprocess"].get("standardize_to", "syn"))


def note(result, mgmt, steps):
    """Windows, rejections, measurements."""
    if "window" in steps:
        result["windows"] = {c: [window(w) for w in ws] for c, ws in mgmt.windows.items()}
        result["rejected"] = {
            c: {name: [len(ws), checksum([bounds(w) for w in ws])] for name, ws in lists.items() if ws}
            for c, lists in mgmt.rejwins.items()
        }
    result["sources"] = {c: source(a) for c, a in (mgmt.adjsrcs or {}).items()}


def source(a):
    """An adjoint source; the reference stack keeps it in reverse time."""
    statistics = [{k: float(w[k]) for k in STATISTICS if w.get(k) is not None} for w in a.window_stats]
    return {"misfit": float(a.misfit), "adjoint": signature(a.adjoint_source[::-1]), "windows": statistics}


def double_difference(case, demo, pair, second):
    """Two stations of an event; on each component as many windows as both have, in their order."""
    settings = case["set"]
    first, other = run(case, demo, *pair)[1], run(case, demo, *second)[1]
    config = pyadjoint.get_config(
        settings["adj_src_type"], settings["min_period"], settings["max_period"], **settings.get("pyadjoint_parameters", {})
    )
    sources = {}
    for c in "ENZ":
        count = min(len(m.windows.get(c, [])) for m in (first, other))
        if count == 0:
            continue
        spans = paired(first.windows[c][:count], other.windows[c][:count], len(first.st_syn[0].data))
        traces = [s.select(component=c)[0] for m in (first, other) for s in (m.st_obs, m.st_syn)]
        pair_of_sources = pyadjoint.calculate_adjoint_source(
            traces[0], traces[1], config, spans[0], observed_2=traces[2], synthetic_2=traces[3], windows_2=spans[1]
        )
        sources[c] = {"spans": spans, "sources": [source(a) for a in pair_of_sources]}
    return {"stages": {}, "second": list(second), "double": sources}


def paired(a, b, n):
    """Windows in s; the reference stack wants those of the second station as long as those of the first."""
    dt = a[0].dt
    spans = [[w.left * dt, w.right * dt] for w in a]
    return spans, [second_span(span, w.left, w.dt, n) for span, w in zip(spans, b)]


def second_span(first, left, dt, n):
    """A window at `left` or a few samples before it, as long as the first once seconds are samples again."""
    samples = lambda span: int((span[1] - span[0]) / dt) + 1
    length = samples(first)
    left = min(left, n - length - 2)
    spans = ([k * dt, (k + length + more) * dt] for k in range(left, left - 20, -1) for more in (-1, 0))
    return next(span for span in spans if samples(span) == length)


def versions():
    return {name: version(name) for name in ("pyatoa", "pyflex", "pyadjoint", "obspy", "numpy", "scipy")}


def write(path, head, rows):
    """One row a line, so that a change of a number is a change of a line."""
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    path.write_text(f'{{"case":{json.dumps(head)},\n"pairs":[\n{lines}\n]}}\n')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--from", dest="first", default=CASES[0]["name"])
    arguments = parser.parse_args()
    names = [case["name"] for case in CASES]
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo(folder)
        for case in CASES[names.index(arguments.first) :]:
            if arguments.only not in case["name"]:
                continue
            rows = []
            for index in case["pairs"]:
                pair = demo.pairs[index]
                if case["second"]:
                    other = index - 1 if (index + 1) % STATIONS == 0 else index + 1
                    row = double_difference(case, demo, pair, demo.pairs[other])
                else:
                    row = run(case, demo, *pair)[0]
                if row is None:
                    print(f"{case['name']}: the reference stack fails at {pair}", flush=True)
                else:
                    rows.append({"pair": list(pair), **row})
            name = case["name"].replace(",", "").replace(" ", "-")
            write(OUT / f"{name}.json", {k: v for k, v in case.items() if k != "pairs"}, rows)
            print(name, len(rows), flush=True)
        digests = {f"{event}/{station}": demo.digest(event, station) for event, station in demo.pairs}
        head = {"versions": versions(), "demo": {"events": EVENTS, "stations": STATIONS, "seed": SEED}, "digests": digests}
        (OUT / "project.json").write_text(json.dumps(head, indent=1) + "\n")


if __name__ == "__main__":
    main()
