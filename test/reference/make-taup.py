"""Makes data/taup.json: arrivals of ObsPy's TauP for a spread of source depths and distances, as numbers to agree with.

ObsPy is run as a black box. In a virtual environment with `pip install obspy==1.5.0`:

    python test/reference/make-taup.py

Each case is keyed "depth_km/distance_deg" and holds [name, time in s, ray parameter in s/rad] of every arrival of the
default phase list, in the order given.
"""

import json
import random
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
from obspy.taup import TauPyModel  # noqa: E402

DISCONTINUITIES = {
    "ak135": [20, 35, 210, 410, 660],
    "iasp91": [20, 35, 210, 410, 660],
    "prem": [15, 24.4, 220, 400, 670],
}


def cases(model):
    draw = random.Random(f"atoa {model}")
    yield from [(0, 0), (0, 180), (0, 0.001), (0, 0.3), (100, 0), (100, 180), (300, 0.01), (700, 60)]
    for depth in DISCONTINUITIES[model]:
        yield depth, round(draw.uniform(0.1, 25), 2)
        yield depth, round(draw.uniform(25, 180), 2)
        yield depth + 0.001, round(draw.uniform(0.1, 100), 3)
        yield depth - 0.001, round(draw.uniform(0.1, 100), 3)
    for _ in range(10):
        yield round(draw.uniform(0, 60), 2), round(draw.uniform(0, 25), 3)
    for _ in range(14):
        yield round(draw.uniform(0, 700), 1), round(draw.uniform(0, 180), 2)


def main():
    models = {}
    for name in DISCONTINUITIES:
        model = TauPyModel(model=name)
        models[name] = {
            f"{float(depth)}/{float(distance)}": [
                [a.name, round(float(a.time), 7), round(float(a.ray_param), 7)]
                for a in model.get_travel_times(float(depth), float(distance))
            ]
            for depth, distance in cases(name)
        }
    lines = [
        f'"{name}": {{\n' + ",\n".join(f'"{k}": {json.dumps(v, separators=(",", ":"))}' for k, v in table.items()) + "\n}"
        for name, table in models.items()
    ]
    path = Path(__file__).parent / "data" / "taup.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
