"""Random pairs through the reference stack, run as a black box: what random.test.ts compares Atoa with, live.

    python make-random.py FOLDER [first seed] [number of pairs]

It needs the reference stack (make-reference.py has the versions). FOLDER gets `pairs.json` and `arrays.f64`, which holds
all arrays of it one after another, as float64. A seed makes a whole pair: traces, metadata and parameters.
"""

import io
import json
import logging
import math
import pathlib
import signal
import sys
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import numpy as np  # noqa: E402
from obspy import Stream, Trace, UTCDateTime  # noqa: E402
from obspy.core.event import Event, Origin  # noqa: E402
from obspy.core.inventory import Channel, Inventory, Network, Response, Site, Station  # noqa: E402
from pyadjoint.adjoint_source_types import exponentiated_phase_misfit, waveform_misfit  # noqa: E402
from pyadjoint.utils import cctm  # noqa: E402
from pyatoa import Config, Manager  # noqa: E402

RATES = [1, 2, 4, 5, 10, 12.5, 20, 25, 30, 40, 50, 100]
TYPES = ["cc_traveltime", "waveform", "convolution", "multitaper", "exponentiated_phase"]
# Beyond this many seconds a pair is left out: the number of candidate windows grows with the cube of the maxima.
PATIENCE = 20


def simpson(y, dx=1.0, **_):
    """Composite Simpson rule; an even number of samples ends with a parabola's last interval (Cartwright 2017)."""
    y = np.asarray(y)
    n = len(y)
    if n == 2:
        return 0.5 * dx * (y[0] + y[1])
    odd = n if n % 2 else n - 1
    whole = dx / 3 * np.sum(y[0 : odd - 2 : 2] + 4 * y[1 : odd - 1 : 2] + y[2:odd:2])
    return whole if odd == n else whole + dx * (5 * y[-1] + 8 * y[-2] - y[-3]) / 12


# scipy before 1.11 has another rule for an even number of samples.
for module in (exponentiated_phase_misfit, waveform_misfit, cctm):
    module.simpson = simpson


class Random:
    def __init__(self, seed):
        self.numbers = np.random.RandomState(seed)

    def between(self, low, high, digits=None):
        value = self.numbers.uniform(low, high)
        return value if digits is None else round(value, digits)

    def logarithmic(self, low, high):
        return math.exp(self.between(math.log(low), math.log(high)))

    def chance(self, probability):
        return self.numbers.uniform() < probability

    def choice(self, values):
        return values[self.numbers.randint(len(values))]


def window_parameters(r):
    out = {}
    # Pairs with many odd parameters have few windows.
    boldness = r.choice([0.25, 0.25, 1])

    def vary(name, probability, low, high, per_sample=False):
        if r.chance(boldness * probability):
            out[name] = r.between(low, high, 3)
        if per_sample and r.chance(boldness * 0.1):
            out[name] = {"ramp": [r.between(low, high, 3), r.between(low, high, 3)]}

    vary("stalta_waterlevel", 0.6, 0.02, 0.12, True)
    vary("tshift_acceptance_level", 0.3, 1, 30, True)
    vary("tshift_reference", 0.2, -3, 3)
    vary("dlna_acceptance_level", 0.3, 0.4, 3, True)
    vary("dlna_reference", 0.2, -0.5, 0.5)
    vary("cc_acceptance_level", 0.6, 0.1, 0.95, True)
    vary("s2n_limit", 0.5, 0, 4, True)
    vary("min_surface_wave_velocity", 0.3, 1.5, 4.5)
    vary("max_time_before_first_arrival", 0.4, 0, 80)
    vary("c_0", 0.4, 0.2, 1.2)
    vary("c_1", 0.5, 0, 3)
    vary("c_2", 0.3, 0, 0.5)
    vary("c_3a", 0.4, 0.5, 4)
    vary("c_3b", 0.4, 0.5, 3)
    vary("c_4a", 0.4, 0.2, 3)
    vary("c_4b", 0.4, 0.2, 8)
    if r.chance(boldness * 0.2):
        out["check_global_data_quality"] = True
        vary("snr_integrate_base", 0.7, 0.5, 20)
        vary("snr_max_base", 0.7, 0.5, 10)
    if r.chance(0.3):
        out["window_signal_to_noise_type"] = "energy"
    if r.chance(0.1):
        out["resolution_strategy"] = "merge"
    if r.chance(0.2):
        out["earth_model"] = "iasp91"
    return out


def indices(r, n):
    """Noise and signal by sample indices, some from the end."""
    out = {"noise_end_index": int(n * r.between(0.02, 0.2))}
    if r.chance(0.5):
        out["noise_start_index"] = int(out["noise_end_index"] * r.between(0, 0.9))
    if r.chance(0.5):
        out["signal_start_index"] = int(n * r.between(0.2, 0.4))
    if r.chance(0.5):
        out["signal_end_index"] = -int(n * r.between(0, 0.3)) - 1
    return out


def misfit_parameters(r, kind):
    out = {}

    def put(name, probability, value):
        if r.chance(probability):
            out[name] = value

    put("taper_type", 0.5, r.choice(["hamming", "cos", "cos_p10"]))
    put("taper_percentage", 0.4, r.between(0, 1, 3))
    if kind in ("cc_traveltime", "multitaper"):
        put("measure_type", 0.35, "am")
        put("use_cc_error", 0.4, False)
        put("dt_sigma_min", 0.3, r.between(0.01, 2, 3))
        put("dlna_sigma_min", 0.3, r.between(0.01, 1, 3))
    if kind == "multitaper":
        put("use_mt_error", 0.4, True)
        put("lnpt", 0.3, r.choice([12, 13, 14, 16]))
        put("transfunc_waterlevel", 0.3, r.choice([1e-3, 0.05, 0.3]))
        put("water_threshold", 0.3, r.between(0.005, 0.2, 3))
        put("ipower_costaper", 0.2, 4)
        put("min_cycle_in_window", 0.3, r.between(0.3, 4, 2))
        put("mt_nw", 0.3, r.choice([2.0, 2.5, 3.0, 4.5]))
        put("num_taper", 0.3, r.choice([1, 2, 3, 4, 7]))
        put("phase_step", 0.3, r.between(0.5, 4, 2))
        put("dt_fac", 0.5, r.between(0.7, 1.5, 2))
        put("err_fac", 0.5, r.between(0.7, 2, 2))
        put("dt_max_scale", 0.7, r.between(4, 20, 1))
    if kind == "exponentiated_phase":
        put("wtr_env", 0.7, r.between(0.01, 0.6, 3))
    return out


def preprocess_parameters(r, delta, tmin):
    out = {}

    def put(name, probability, value):
        if r.chance(probability):
            out[name] = value

    put("standardize_to", 0.1, "obs")
    put("filter", 0.07, False)
    put("corners", 0.3, r.choice([1, 2, 3, 4, 6]))
    put("zerophase", 0.2, False)
    put("taper_percentage", 0.3, r.choice([0, 0.01, 0.1, 0.2, r.between(0, 0.5, 3)]))
    put("normalize_to", 0.2, r.choice(["obs", "syn"]))
    put("half_duration", 0.25, r.between(2 * delta, 2 * tmin, 2))
    put("convolve_with_stf", 0.1, False)
    return out


def response_parameters(r, delta):
    out = {"remove_response": True}
    if r.chance(0.4):
        out["water_level"] = r.choice([None, 5, 20, 40.5, 100])
    if r.chance(0.3):
        nyquist = 0.5 / delta
        corners = sorted(r.logarithmic(0.002, nyquist) for _ in range(4))
        out["pre_filt"] = [float(f"{x:.3g}") for x in corners]
    return out


def wavelets(t, list_of, shift=0.0, scale=1.0):
    out = np.zeros(len(t))
    for amplitude, time, period, width, phase in list_of:
        x = t - time - shift
        out += scale * amplitude * np.exp(-((x / width) ** 2)) * np.cos(2 * math.pi * x / period + phase)
    return out


def random_pair(seed):
    """Traces, metadata and parameters."""
    r = Random(seed)
    delta = 1 / r.choice(RATES)
    n = int(r.logarithmic(500, 6000 if r.chance(0.9) else 30000))
    duration = n * delta
    tmin = r.between(max(duration / 80, 4 * delta), max(duration / 12, 6 * delta), 2)
    tmin = max(tmin, 0.05)
    tmax = round(tmin * r.logarithmic(1.6, 12), 2)
    kind = r.choice(TYPES)
    components = r.choice(["Z", "E", "NZ", "ENZ", "ENZ", "ENZ"])
    settings = {
        "min_period": tmin,
        "max_period": tmax,
        "adj_src_type": kind,
        "pyflex_parameters": window_parameters(r),
        "pyadjoint_parameters": misfit_parameters(r, kind),
        "preprocess": preprocess_parameters(r, delta, tmin),
    }
    if r.chance(0.2):
        settings["pyflex_parameters"].update(indices(r, n))
    if "E" in components and "N" in components and r.chance(0.35):
        settings["rotate_to_rtz"] = True
    if len(components) < 3 or r.chance(0.1):
        letters = components if not settings.get("rotate_to_rtz") else r.choice(["R", "T", "RT", "RTZ"])
        settings["component_list"] = list(letters)
    if r.chance(0.25):
        settings["win_amp_ratio"] = r.between(0.01, 0.5, 3)
    has_response = r.chance(0.3)
    if has_response:
        settings["preprocess"].update(response_parameters(r, delta))
        settings["unit_output"] = r.choice(["DISP", "VEL", "ACC"])
    else:
        settings["st_obs_type"] = r.choice(["obs", "syn"])
        settings["st_syn_type"] = r.choice(["syn", "syn", "syn", "obs"])
    steps = ["standardize", "preprocess", "window"]
    if r.chance(0.06):
        steps.remove("preprocess")
    if r.chance(0.06):
        steps.remove("window")
    if len(steps) < 3:
        settings["executive"] = {"steps": steps}
    if r.chance(0.04) and len(steps) == 3 and settings["preprocess"].get("filter", True):
        low, high = tmin, tmax
        settings["preprocess"]["period_bands"] = [[low, round(1.5 * low, 2)], [round(1.2 * low, 2), max(high, round(1.3 * low, 2))]]
        settings["preprocess"].pop("standardize_to", None)
    return {"seed": seed, "set": settings, **made(r, delta, n, tmin, components, has_response, steps)}


def made(r, delta, n, tmin, components, has_response, steps):
    """Traces and where they lie."""
    duration = n * delta
    origin = UTCDateTime(2015, 1, 1) + r.between(0, 3e8, r.choice([0, 2, 6]))
    # The first arrival comes within the trace, the surface waves mostly so.
    distance = min(150.0, max(0.02, r.between(0.3, 0.9) * duration * 3 / 111))
    latitude, longitude = r.between(-60, 60, 4), r.between(-180, 180, 4)
    azimuth = r.between(0, 2 * math.pi)
    place = [
        round(max(-85, min(85, latitude + distance * math.cos(azimuth))), 4),
        round(longitude + distance * math.sin(azimuth) / math.cos(math.radians(latitude)), 4),
    ]
    place[1] = (place[1] + 180) % 360 - 180
    offset = r.choice([0, -r.between(0, 0.2) * duration])
    offset = round(offset / delta) * delta if r.chance(0.7) else round(offset, 3)
    depth = 1000 * r.choice([0, 5, 12.3, r.between(0, 100, 3), r.between(0, 600, 2)])
    start = origin + offset
    rate = 1 / delta if r.chance(0.4) else float(r.choice(RATES))
    rate = min(rate, 25000 / duration)
    rate = 1 / delta if rate < 4 / tmin else rate
    before = r.choice([0, 0, r.between(0, 0.4), r.between(0, 0.4), -r.between(0, 0.1)])
    after = -r.between(0, 0.05) if r.chance(0.05) else r.choice([0, r.between(0, 0.5)])
    step = 1 / rate
    early = before * duration
    if r.chance(0.8):
        early = round(early / step) * step
    elif before > 0 and r.chance(0.8):
        # The reference stack refuses where the nearest sample falls after the synthetic's first.
        early = (math.floor(early / step) + r.between(0, 0.49)) * step
    observed_start = start - early
    observed_n = int((duration * (1 + max(before, 0) + after) + 3 * max(step, delta)) / step)
    common = [
        (r.logarithmic(0.05, 1), r.between(0.05, 0.95) * duration, tmin * r.between(0.8, 4), tmin * r.logarithmic(0.7, 8), r.between(0, 6))
        for _ in range(r.choice([1, 3, 6, 10, 20]))
    ]
    size = 10 ** r.between(-9, 6) if r.chance(0.5) else 1.0
    shift, scale = tmin * r.choice([0, r.between(-0.5, 0.5)]), r.choice([1, -1, 1, 1]) * r.logarithmic(0.3, 3)
    noise, own = r.choice([0, 1e-3, 0.01, 0.05, 0.3]), r.choice([0, 0, 0.01])
    drift, constant = r.choice([0, 0, r.between(-3, 3)]), r.choice([0, 0, r.between(-10, 10)])
    kind = r.choice(["float64", "float64", "int32"])
    t = np.arange(n) * delta
    observed_t = np.arange(observed_n) * step + (observed_start - start)
    streams = {"obs": [], "syn": []}
    for letter in components:
        mine = [(a * r.between(0.4, 1), *rest) for a, *rest in common]
        synthetic = wavelets(t, mine) + own * r.numbers.normal(size=n)
        data = wavelets(observed_t, mine, shift, scale) + noise * r.numbers.normal(size=observed_n)
        data = data + drift * observed_t / duration + constant
        # Without preprocessing the reference stack squares whole numbers in 32 bits, which overflows.
        if kind == "int32" and "preprocess" in steps:
            data = np.round(1e5 * data).astype(np.int32)
        else:
            data = size * data
        streams["syn"].append({"channel": f"BX{letter}", "location": "", "start": start, "delta": delta, "data": size * synthetic})
        streams["obs"].append({"channel": f"BH{letter}", "location": "00", "start": observed_start, "delta": step, "data": data})
    return {
        "origin": origin,
        "event": [latitude, longitude, depth] if r.chance(0.9) or has_response else None,
        "station": place if r.chance(0.9) or has_response else None,
        "inventory": inventory(r, place, step, origin) if has_response else None,
        "streams": streams,
    }


def inventory(r, place, delta, origin):
    """A velocity or acceleration sensor of a few poles and zeros, with a digitizer's gain."""
    corner = r.logarithmic(0.008, 0.5) * 2 * math.pi
    high = r.logarithmic(0.3 / delta, 3 / delta) * 2 * math.pi
    pair = lambda w, h: [complex(-h * w, w * math.sqrt(1 - h * h)), complex(-h * w, -w * math.sqrt(1 - h * h))]
    poles = pair(corner, 0.707)
    if r.chance(0.6):
        poles += pair(high, r.between(0.4, 0.95))
    if r.chance(0.3):
        poles += [complex(-high * 2, 0)]
    units = r.choice(["M/S", "M/S", "M/S**2"])
    response = Response.from_paz(
        zeros=[0j, 0j],
        poles=poles,
        stage_gain=r.logarithmic(100, 3000),
        stage_gain_frequency=min(1.0, 0.1 / delta),
        input_units=units,
        output_units="COUNTS",
        normalization_frequency=min(1.0, 0.1 / delta),
        pz_transfer_function_type="LAPLACE (RADIANS/SECOND)",
    )
    channels = [
        Channel(f"BH{c}", "00", *place, 10.0, 0.0, azimuth=a, dip=d, sample_rate=1 / delta, response=response, start_date=UTCDateTime(2000, 1, 1))
        for c, a, d in (("E", 90, 0), ("N", 0, 0), ("Z", 0, -90))
    ]
    station = Station("AAA", *place, 10.0, channels=channels, site=Site(name="A"), start_date=UTCDateTime(2000, 1, 1))
    return Inventory([Network("XX", [station])], source="made up")


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


def bounds(w):
    return [int(w.left), int(w.right), int(w.center)]


def window(w):
    return {
        "bounds": bounds(w),
        "cc": float(w.max_cc_value),
        "dt": float(w.cc_shift_in_seconds),
        "dlnA": float(w.dlnA),
        "weight": float(w.weight),
        "phases": ",".join(p["name"] for p in w.phase_arrivals or []),
        "arrivals": float(sum(p["time"] for p in w.phase_arrivals or [])),
    }


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
