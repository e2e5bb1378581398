"""Random pairs through the reference stack, run as a black box: what random.test.ts compares Atoa with, live.

    python make-random.py FOLDER [first seed] [number of pairs]

It needs the reference stack (make-reference.py has the versions). FOLDER gets `pairs.json` and `arrays.f64`, which holds
all arrays of it one after another, as float64. A seed makes a whole pair: traces, metadata and parameters.
"""

import io
import json
import logging
import pathlib
import signal
import sys
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import numpy as np  # noqa: E402
from obspy import Stream, Trace  # noqa: E402
from obspy.core.event import Event, Origin  # noqa: E402
from obspy.core.inventory import Inventory, Network, Site, Station  # noqa: E402
from pyatoa import Config, Manager  # noqa: E402

import newer_simpson  # noqa: E402, F401
from random_pairs import random_pair  # noqa: E402
from windows_told import bounds, window  # noqa: E402

# Beyond this many seconds a pair is left out: the number of candidate windows grows with the cube of the maxima.
PATIENCE = 20


def stream(traces):
    out = Stream()
    for each in traces:
        header = {"network": "XX", "station": "AAA", "location": each["location"], "channel": each["channel"]}
        header.update({"starttime": each["start"], "delta": each["delta"]})
        out += Trace(data=each["data"].copy(), header=header)
    return out


def catalogue_event(pair):
    if pair["event"] is None:
        return None
    latitude, longitude, depth = pair["event"]
    origin = Origin(time=pair["origin"], latitude=latitude, longitude=longitude, depth=depth)
    event = Event(origins=[origin])
    event.preferred_origin_id = origin.resource_id
    return event


def plain_inventory(place):
    station = Station("AAA", *place, 10.0, channels=[], site=Site(name="A"))
    return Inventory([Network("XX", [station])], source="made up")


def levels(parameters, n):
    """Limits per sample stand in a case as their first and last value."""
    ramp = lambda a, b: a + (b - a) * np.arange(n) / (n - 1)
    return {k: ramp(*v["ramp"]) if isinstance(v, dict) else v for k, v in parameters.items()}


def manager(pair):
    settings = pair["set"]
    names = ["min_period", "max_period", "unit_output", "rotate_to_rtz", "component_list", "st_obs_type", "st_syn_type", "win_amp_ratio"]
    target = settings["preprocess"].get("standardize_to", "syn")
    config = Config(
        **{name: settings[name] for name in names if name in settings},
        adj_src_type=settings["adj_src_type"],
        pyflex_parameters=levels(settings["pyflex_parameters"], len(pair["streams"][target][0]["data"])),
        pyadjoint_parameters=dict(settings["pyadjoint_parameters"]),
    )
    inv = pair["inventory"] or (plain_inventory(pair["station"]) if pair["station"] else None)
    sides = {f"st_{side}": stream(traces) for side, traces in pair["streams"].items()}
    return Manager(config=config, event=catalogue_event(pair), inv=inv, **sides)


def preprocess_arguments(settings):
    given = dict(settings["preprocess"])
    given.pop("standardize_to", None)
    given.pop("period_bands", None)
    if "filter" in given:
        given["filter_"] = given.pop("filter")
    if given.get("remove_response"):
        # Pyatoa itself does not pass Config.unit_output on (docs/conventions.md).
        given["output"] = settings["unit_output"]
    return given


class Store:
    """Arrays one after another; what stands for one is its offset and length."""

    def __init__(self, path):
        self.file = open(path, "wb")
        self.offset = 0

    def put(self, x):
        x = np.ascontiguousarray(x, dtype=np.float64)
        self.file.write(x.tobytes())
        self.offset += len(x)
        return [self.offset - len(x), len(x)]


STATISTICS = ["tshift", "dlna", "sigma_dt", "sigma_dlna"]


def source(a, store):
    """An adjoint source; the reference stack keeps it in reverse time."""
    statistics = [{k: float(w[k]) for k in STATISTICS if w.get(k) is not None} for w in a.window_stats]
    return {"misfit": float(a.misfit), "adjoint": store.put(a.adjoint_source[::-1]), "windows": statistics}


def run(pair, store):
    """The workflow of one pair, and what it leaves after each stage."""
    settings = pair["set"]
    steps = settings.get("executive", {}).get("steps", ["standardize", "preprocess", "window"])
    arguments = preprocess_arguments(settings)
    bands = settings["preprocess"].get("period_bands")
    result = {"stages": {}, "error": None}
    arrays = lambda st: {trace.stats.channel[-1]: store.put(trace.data) for trace in st}
    both = lambda mgmt: {"obs": arrays(mgmt.st_obs), "syn": arrays(mgmt.st_syn)}
    stage = "standardize"
    try:
        mgmt = manager(pair)
        if bands:
            stage = "bands"
            mgmt.flow_multiband(periods=[tuple(band) for band in bands], **arguments)
        else:
            mgmt.standardize(standardize_to=settings["preprocess"].get("standardize_to", "syn"))
            result["stages"]["standardize"] = both(mgmt)
            result["geometry"] = [mgmt.stats.time_offset_sec, mgmt.gcd, mgmt.baz]
            if "preprocess" in steps:
                stage = "preprocess"
                mgmt.preprocess(**arguments)
                result["stages"]["preprocess"] = both(mgmt)
            if "window" in steps:
                stage = "window"
                mgmt.window(force="preprocess" not in steps)
                result["stages"]["stalta"] = {"": {c: store.put(x) for c, x in mgmt.staltas.items()}}
                note_windows(result, mgmt)
            if "window" not in steps or any(mgmt.windows.values()):
                stage = "measure"
                mgmt.measure(force="preprocess" not in steps)
        if bands:
            note_windows(result, mgmt)
            # Pyatoa keeps those of the last band only.
            del result["rejected"]
        result["sources"] = {c: source(a, store) for c, a in (mgmt.adjsrcs or {}).items()}
    except Patience:
        return None
    except Exception as error:
        cause = error.__context__ or error
        result["error"] = {"stage": stage, "message": f"{error}", "cause": f"{type(cause).__name__}: {cause}"}
    return result


def note_windows(result, mgmt):
    result["windows"] = {c: [window(w) for w in ws] for c, ws in mgmt.windows.items()}
    result["rejected"] = {
        c: {name: [bounds(w) for w in ws] for name, ws in lists.items() if ws} for c, lists in mgmt.rejwins.items()
    }


class Patience(BaseException):
    """Takes too long."""


def give_up(*_):
    raise Patience


def xml(inv):
    if inv is None:
        return None
    out = io.BytesIO()
    inv.write(out, format="STATIONXML")
    return out.getvalue().decode()


def described(pair, store):
    """The input as Atoa takes it."""
    side = lambda traces: [
        {**each, "start": str(each["start"].ns), "data": store.put(each["data"])} for each in traces
    ]
    return {
        "seed": pair["seed"],
        "set": pair["set"],
        "origin": str(pair["origin"].ns),
        "event": pair["event"],
        "station": pair["station"],
        "inventory": xml(pair["inventory"]),
        "streams": {name: side(traces) for name, traces in pair["streams"].items()},
    }


def main():
    folder = pathlib.Path(sys.argv[1])
    first, count = (int(a) for a in (sys.argv[2:4] or (1, 40)))
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(folder / "arrays.f64")
    signal.signal(signal.SIGALRM, give_up)
    pairs, slow = [], []
    for seed in range(first, first + count):
        pair = random_pair(seed)
        signal.alarm(PATIENCE)
        result = run(pair, store)
        signal.alarm(0)
        if result is None:
            slow.append(seed)
        else:
            pairs.append({**described(pair, store), "expected": result})
    store.file.close()
    (folder / "pairs.json").write_text(json.dumps({"pairs": pairs, "slow": slow}))


if __name__ == "__main__":
    main()
