"""Writes a small ASDF file with pyasdf, for src/project/asdf.test.ts: two stations, one with StationXML, raw counts and
synthetics of two evaluations.

    python test/reference/make-asdf.py test/reference/data/formats/pyasdf.h5

Needs the reference stack in a virtual environment: pyasdf 0.8.2, obspy.
"""

import io
import sys

import numpy as np
from obspy import Trace, UTCDateTime, read_events, read_inventory
from pyasdf import ASDFDataSet

ORIGIN = UTCDateTime("2018-02-18T07:43:48.130000Z")
QUAKEML = """<?xml version="1.0"?>
<q:quakeml xmlns:q="http://quakeml.org/xmlns/quakeml/1.2" xmlns="http://quakeml.org/xmlns/bed/1.2">
<eventParameters publicID="smi:local/all"><event publicID="smi:nz.org.geonet/2018p130600">
<origin publicID="smi:nz.org.geonet/origin"><time><value>2018-02-18T07:43:48.130000Z</value></time>
<latitude><value>-39.949</value></latitude><longitude><value>176.2995</value></longitude>
<depth><value>20594.7</value></depth></origin></event></eventParameters></q:quakeml>"""
STATIONXML = """<?xml version="1.0"?>
<FDSNStationXML xmlns="http://www.fdsn.org/xml/station/1" schemaVersion="1.1"><Source>x</Source>
<Created>2020-01-01T00:00:00</Created><Network code="NZ"><Station code="BFZ" startDate="2007-01-01T00:00:00">
<Latitude>-40.6796</Latitude><Longitude>176.2462</Longitude><Elevation>283</Elevation><Site><Name>x</Name></Site>
<Channel code="HHZ" locationCode="10" startDate="2007-01-01T00:00:00"><Latitude>-40.6796</Latitude>
<Longitude>176.2462</Longitude><Elevation>283</Elevation><Depth>0</Depth><Azimuth>0</Azimuth><Dip>-90</Dip>
<SampleRate>10</SampleRate></Channel></Station></Network></FDSNStationXML>"""


def trace(code, start, data):
    network, station, location, channel = code.split(".")
    header = dict(network=network, station=station, location=location, channel=channel, delta=0.1)
    return Trace(data=np.array(data), header=dict(header, starttime=ORIGIN + start))


def wave(n, seed):
    return np.random.default_rng(seed).integers(-1000, 1000, n)


with ASDFDataSet(sys.argv[1], compression="gzip-3", mode="w") as ds:
    ds.add_quakeml(read_events(io.BytesIO(QUAKEML.encode()), format="QUAKEML"))
    event = ds.events[0]
    ds.add_stationxml(read_inventory(io.BytesIO(STATIONXML.encode()), format="STATIONXML"))
    ds.add_waveforms(trace("NZ.BFZ.10.HHZ", -5, wave(60, 1).astype("int32")), tag="observed", event_id=event)
    ds.add_waveforms(trace("NZ.BFZ.10.HHZ", 1, wave(40, 2).astype("int32")), tag="observed", event_id=event)
    ds.add_waveforms(trace("NZ.BFZ.10.HHE", -5, wave(60, 3).astype("float32")), tag="observed", event_id=event)
    ds.add_waveforms(trace("NZ.BFZ..BXZ", -2, wave(50, 4).astype("float64")), tag="synthetic", event_id=event)
    ds.add_waveforms(trace("NZ.BFZ..BXZ", -2, wave(50, 5).astype("float64")), tag="synthetic_i01s00", event_id=event)
    ds.add_waveforms(trace("NZ.KNZ.10.HHZ", -5, wave(60, 6).astype("int32")), tag="observed", event_id=event)
