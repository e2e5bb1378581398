"""The cases of data/agreement: which pairs of the demo project, with which parameters, from which traces.

`set` holds parameters under Atoa's names, as in atoa.yaml. A case says what it changes of these:

    obs, syn   where the traces come from: `record` (observed, in counts), `synthetic`, or `echo` (formula of `echo`)
    event      whether the source file is given          station    whether the station file is given
    shift      s added to the observed start times       cut        samples taken off the observed front
    late       s from the synthetic's start to the observed one's, where that is set
    drop       samples taken off the observed end
    second     the pair is measured with the next station of the event (double difference)
    pairs      indices into the list of all pairs, event by event
"""

EVENTS, STATIONS, SEED = 8, 8, 1
ALL = list(range(EVENTS * STATIONS))

BASE = {
    "obs": "record",
    "syn": "synthetic",
    "event": True,
    "station": True,
    "shift": 0,
    "cut": 0,
    "late": None,
    "drop": 0,
    "second": False,
    "set": {"min_period": 10, "max_period": 60, "preprocess": {"remove_response": True}},
}

CASES = []


def pick(count):
    """Pairs one after another through the whole project, so that each takes part in several cases."""
    start = sum(len(case["pairs"]) for case in CASES[1:])
    return sorted({ALL[(13 * (start + i)) % len(ALL)] for i in range(count)})


def merged(base, change):
    out = dict(base)
    for key, value in change.items():
        out[key] = merged(out[key], value) if isinstance(value, dict) and isinstance(out.get(key), dict) else value
    return out


def case(name, count=4, **change):
    CASES.append({**merged(BASE, change), "name": name, "pairs": pick(count) if count < len(ALL) else ALL})


def windows(name, count=4, **parameters):
    case(f"window {name}", count, set={"pyflex_parameters": parameters})


def misfit(name, adj_src_type, count=5, **parameters):
    case(f"misfit {name}", count, set={"adj_src_type": adj_src_type, "pyadjoint_parameters": parameters})


def prepared(name, count=4, **parameters):
    case(f"preprocess {name}", count, set={"preprocess": parameters})


case("default", len(ALL))

for band in ([5, 30], [8, 20], [15, 50], [20, 100]):
    case(f"periods {band[0]}-{band[1]} s", set={"min_period": band[0], "max_period": band[1]})

windows("water level", stalta_waterlevel=0.15, c_0=0.7)
windows("low water", stalta_waterlevel=0.03, c_1=1)
windows("time shift", tshift_acceptance_level=0.8, tshift_reference=0.4)
windows("amplitude ratio", dlna_acceptance_level=0.08, dlna_reference=0.03)
windows("correlation", cc_acceptance_level=0.985)
windows("signal to noise", s2n_limit=60)
windows("signal to noise by energy", s2n_limit=900, window_signal_to_noise_type="energy")
windows("least length", c_1=4)
windows("prominence", c_2=0.35)
windows("phase separation", c_3a=0.9, c_3b=0.8)
windows("curtail", c_4a=0.4, c_4b=1.2)
windows("merge", stalta_waterlevel=0.04, resolution_strategy="merge")
windows("travel times", min_surface_wave_velocity=4.6, max_time_before_first_arrival=4)
windows("iasp91", earth_model="iasp91")
windows("data quality", check_global_data_quality=True, snr_integrate_base=4000, snr_max_base=60)
windows("noise by index", noise_start_index=10, noise_end_index=180, signal_start_index=200, signal_end_index=3000)
windows(
    "limits per sample",
    stalta_waterlevel={"ramp": [0.2, 0.02]},
    tshift_acceptance_level={"ramp": [0.2, 9]},
    dlna_acceptance_level={"ramp": [0.02, 0.8]},
    cc_acceptance_level={"ramp": [0.99, 0.8]},
    s2n_limit={"ramp": [30, 2]},
)
windows("all at once", stalta_waterlevel=0.05, c_0=0.6, c_1=1.2, c_2=0.1, c_3a=2, c_3b=1.5, c_4a=1, c_4b=3, s2n_limit=4)
case("window amplitude ratio", set={"win_amp_ratio": 0.4, "pyflex_parameters": {"stalta_waterlevel": 0.04}})
case("window short periods", set={"min_period": 5, "max_period": 30, "pyflex_parameters": {"stalta_waterlevel": 0.05}})

case("unit VEL", set={"unit_output": "VEL", "preprocess": {"normalize_to": "syn"}})
case("unit ACC", set={"unit_output": "ACC", "preprocess": {"normalize_to": "syn"}})
for unit in ("DISP", "VEL", "ACC"):
    only = {"preprocess": {"filter": False, "taper_percentage": 0}, "executive": {"steps": ["standardize", "preprocess"]}}
    case(f"response to {unit}", set={"unit_output": unit, **only})
only["preprocess"] = {**only["preprocess"], "water_level": 20, "pre_filt": [0.005, 0.01, 2, 4]}
case("response, water level, pre-filter", set=only)
prepared("without water level", water_level=None)
prepared("pre-filter", pre_filt=[0.01, 0.02, 0.5, 1])
prepared("four corners", corners=4)
prepared("one pass", zerophase=False)
prepared("without filter", filter=False)
prepared("long taper", taper_percentage=0.2)
prepared("source time function", half_duration=2.5)
prepared("no source time function", half_duration=2.5, convolve_with_stf=False)
prepared("normalize to obs", normalize_to="obs")
prepared("normalize to syn", remove_response=False, normalize_to="syn")
case("preprocess corner at Nyquist", set={"min_period": 0.2, "executive": {"steps": ["standardize", "preprocess"]}})
case("standardize to obs", cut=700, drop=1500, late=7.33, set={"preprocess": {"standardize_to": "obs"}})
case("standardize late record", cut=700, late=7.33)
case("without preprocess", obs="echo", set={"executive": {"steps": ["standardize", "window"]}})

case("rotate", 8, set={"rotate_to_rtz": True})
case("rotate, one component", set={"rotate_to_rtz": True, "component_list": ["T"]})
case("components Z", set={"component_list": ["Z"]})

case("no metadata", obs="echo", event=False, station=False, set={"st_obs_type": "syn"})
case("no event", obs="echo", event=False, set={"st_obs_type": "syn"})
case("no station", obs="echo", station=False, set={"st_obs_type": "syn"})
case("synthetic against synthetic", 6, obs="echo", set={"st_obs_type": "syn", "preprocess": {"half_duration": 2}})
case("data against data", syn="record", shift=0.7, set={"st_syn_type": "obs", "unit_output": "VEL"})
case("sides swapped", obs="echo", set={"st_obs_type": "syn", "st_syn_type": "obs", "preprocess": {"remove_response": False}})

case("multiband", 10, set={"preprocess": {"period_bands": [[10, 30], [20, 60]]}})
case("multiband of three", 10, set={"preprocess": {"period_bands": [[5, 20], [10, 40], [15, 80]]}, "adj_src_type": "waveform"})
case("whole trace", 5, set={"executive": {"steps": ["standardize", "preprocess"]}})

misfit("waveform", "waveform", 8)
misfit("waveform, cosine taper", "waveform", taper_type="cos", taper_percentage=0.5)
misfit("convolution", "convolution", 8)
misfit("cc_traveltime am", "cc_traveltime", 8, measure_type="am")
misfit("cc_traveltime without errors", "cc_traveltime", use_cc_error=False)
misfit("cc_traveltime, small error floors", "cc_traveltime", dt_sigma_min=0.01, dlna_sigma_min=0.01)
misfit("cc_traveltime am, small error floors", "cc_traveltime", measure_type="am", dt_sigma_min=0.01, dlna_sigma_min=0.01)
misfit("cc_traveltime, hamming taper", "cc_traveltime", taper_type="hamming")
misfit("cc_traveltime, cos_p10 taper", "cc_traveltime", taper_type="cos_p10", taper_percentage=1)
misfit("multitaper dt", "multitaper", 10)
misfit("multitaper am", "multitaper", 8, measure_type="am")
misfit("multitaper, errors", "multitaper", use_mt_error=True, dt_sigma_min=0.05)
misfit("multitaper am, errors", "multitaper", use_mt_error=True, measure_type="am", dlna_sigma_min=0.02)
misfit("multitaper without errors", "multitaper", use_cc_error=False)
misfit("multitaper, tapers", "multitaper", mt_nw=2.5, num_taper=3, lnpt=14, phase_step=1, ipower_costaper=6)
misfit("multitaper, water levels", "multitaper", transfunc_waterlevel=1e-3, water_threshold=0.2)
misfit("multitaper, fall-backs", "multitaper", 8, dt_fac=6, err_fac=8, dt_max_scale=1.02, min_cycle_in_window=30)
misfit("exponentiated_phase", "exponentiated_phase", 8)
misfit("exponentiated_phase, water level", "exponentiated_phase", wtr_env=0.02, taper_type="hamming")
for kind in ("waveform", "convolution", "cc_traveltime", "multitaper"):
    case(f"misfit {kind}_dd", 6, second=True, set={"adj_src_type": f"{kind}_dd"})
for kind in ("cc_traveltime", "multitaper"):
    change = {"adj_src_type": f"{kind}_dd", "pyadjoint_parameters": {"measure_type": "am"}}
    case(f"misfit {kind}_dd am", second=True, set=change)

# At the end, as cases take their pairs from where those before them left off.
case("multiband of traces without response", obs="echo", set={"st_obs_type": "syn", "preprocess": {"remove_response": False, "period_bands": [[10, 30], [20, 60]]}})
