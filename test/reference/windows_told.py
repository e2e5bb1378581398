"""What is kept of a window of the reference stack."""


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
