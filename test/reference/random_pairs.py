"""Pairs made of seeds, for make-random.py: traces, metadata and parameters."""

import math

import numpy as np
from obspy import UTCDateTime
from obspy.core.inventory import Channel, Inventory, Network, Response, Site, Station

RATES = [1, 2, 4, 5, 10, 12.5, 20, 25, 30, 40, 50, 100]
TYPES = ["cc_traveltime", "waveform", "convolution", "multitaper", "exponentiated_phase"]


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
