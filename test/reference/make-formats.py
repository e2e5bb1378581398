#!/usr/bin/env python3
"""Makes test/reference/data/formats: small waveform files written by ObsPy (and libmseed for miniSEED 3), and what ObsPy
reads from them. In a virtual environment of Python 3.11:

    pip install "numpy==1.24.2" "scipy==1.10.1" pyatoa==0.4.2 pyflex pyadjoint==0.2.3 obspy pysep-adjtomo pymseed
    python test/reference/make-formats.py
"""
import json
import pathlib
import tempfile

import numpy as np
from obspy import Stream, Trace, UTCDateTime, read
from obspy.io.sac import SACTrace
from pysep.utils.io import read_sem

OUT = pathlib.Path(__file__).parent / "data" / "formats"
OUT.mkdir(parents=True, exist_ok=True)
START = UTCDateTime("2016-12-31T23:59:57.123456Z")
cases = []


def trace(data, rate=20.0, start=START, channel="HHZ"):
    header = dict(network="NZ", station="BFZ", location="10", channel=channel, sampling_rate=rate, starttime=start)
    return Trace(data, header=header)


def describe(tr):
    return {"id": tr.id, "starttime": str(tr.stats.starttime.ns), "delta": tr.stats.delta,
            "data": [float(x) for x in tr.data]}


def record(name, stream):
    cases.append({"file": name, "traces": [describe(tr) for tr in stream]})


def signal(n, scale):
    i = np.arange(n)
    return scale * np.sin(i * 0.07) * np.exp(-((i - n / 2) / (n / 5)) ** 2)


def miniseed():
    steps = np.concatenate([signal(150, 3000), 2e6 * np.cos(np.arange(30)), signal(120, 3)])
    for encoding, data in [("STEIM1", steps.astype(np.int32)), ("STEIM2", steps.astype(np.int32)),
                           ("INT16", signal(300, 3000).astype(np.int16)), ("INT32", signal(150, 1e9).astype(np.int32)),
                           ("FLOAT32", signal(150, 1e-5).astype(np.float32)), ("FLOAT64", signal(80, 1e-5))]:
        for order in "<>":
            name = f"{encoding.lower()}-{'little' if order == '<' else 'big'}.mseed"
            trace(data).write(str(OUT / name), format="MSEED", encoding=encoding, byteorder=order, reclen=512)
            record(name, read(str(OUT / name)))
    gappy = Stream([trace(np.arange(40, dtype=np.int32)), trace(np.arange(50, dtype=np.int32), start=START + 2.5),
                    trace(np.arange(30, dtype=np.int32), channel="HHN", rate=100 / 3)])
    gappy.write(str(OUT / "gap.mseed"), format="MSEED", reclen=256)
    record("gap.mseed", read(str(OUT / "gap.mseed")))


def miniseed3():
    from pymseed import DataEncoding, MS3Record
    for encoding, data, kind in [(DataEncoding.STEIM2, signal(300, 3000).astype(np.int32), "i"),
                                 (DataEncoding.FLOAT64, signal(60, 1e-5), "d")]:
        name = f"{encoding.name.lower()}.mseed3"
        rec = MS3Record(reclen=512, encoding=encoding)
        rec.formatversion, rec.sourceid, rec.samprate = 3, "FDSN:NZ_BFZ_10_H_H_Z", 20.0
        rec.starttime = START.ns + 789
        with open(OUT / name, "wb") as file:
            for packed in rec.generate(data.tolist(), kind):
                file.write(packed)
        cases.append({"file": name, "traces": [
            {"id": "NZ.BFZ.10.HHZ", "starttime": str(START.ns + 789), "delta": 0.05, "data": [float(x) for x in data]}]})


def sac():
    data = signal(100, 1e-5).astype(np.float32)
    for order in ("little", "big"):
        name = f"{order}.sac"
        SACTrace(data=data, delta=0.0475, b=-20.0001234, nzyear=2016, nzjday=366, nzhour=23, nzmin=59, nzsec=59, nzmsec=127,
                 knetwk="NZ", kstnm="BFZ", khole="10", kcmpnm="HHZ", stla=-40.68, stlo=176.25, evla=-39.9, evlo=176.3,
                 evdp=20.5, kevnm="2018p130600").write(str(OUT / name), byteorder=order)
        read_back = read(str(OUT / name))
        record(name, read_back)


def text():
    pair = Stream([trace((1000 * signal(25, 1)).astype(np.int32)), trace(signal(25, 1e-5), channel="HHN", rate=100 / 3)])
    for layout in ("SLIST", "TSPAIR"):
        name = f"{layout.lower()}.ascii"
        pair.write(str(OUT / name), format=layout)
        record(name, read(str(OUT / name)))


def specfem():
    origin = "2018-02-18T07:43:48.127644"
    for number, (first, delta, form) in enumerate(
            [(-20.0, 0.03, "%12.7f %15.7E"), (-48.0, 0.06, "%.15f %.17f"), (-20.0001234, 0.0123456, "%.12f %.6e"),
             (0.0, 1 / 32, "%.10e %.16e"), (-40.0, 0.01305, "%.12f %.18e")]):
        with tempfile.TemporaryDirectory() as folder:
            name = f"NZ.B{number}.BXZ.semd"
            lines = "".join((form % pair) + "\n" for pair in zip(first + delta * np.arange(40), signal(40, 1e-5)))
            path = pathlib.Path(folder) / name
            path.write_text(lines)
            (OUT / name).write_text(lines)
            tr = read_sem(str(path), origintime=UTCDateTime(origin))[0]
            case = describe(tr)
            case["origin"] = str(UTCDateTime(origin).ns)
            cases.append({"file": name, "traces": [case]})


def adjoint():
    from pyadjoint import AdjointSource
    data = signal(30, 1.0) * 10.0 ** np.arange(-25, 5)
    source = AdjointSource("cc_traveltime", 1.0, 0.03, 10, 100, "BXZ", adjoint_source=data[::-1], network="NZ", station="BFZ")
    source.write(str(OUT / "NZ.BFZ.BXZ.adj"), format="SPECFEM", time_offset=-20.1234)
    (OUT / "adjoint.json").write_text(json.dumps({"start": -20.1234, "delta": 0.03, "data": [float(x) for x in data]}))


if __name__ == "__main__":
    miniseed()
    miniseed3()
    sac()
    text()
    specfem()
    adjoint()
    (OUT / "expected.json").write_text(json.dumps(cases))
