/*
 * A folder holds a format or, like `resp` and `specfem`, a family of them. `text` and `xml` are what several share: they
 * know none of them, and no format knows another. At this level a file is told by its content and handed to its format.
 */
export { FormatError } from './error';

export { detectEvents, readEvents } from './events';
export { detectStations, readStations, type StationFormat } from './stations';
export { detectWaveforms, readWaveforms, startOfWaveforms, type WaveformFormat } from './waveforms';
export { joinTraces, type BreakPolicy, type TraceBreak } from './joinTraces';

export { readMiniSeed } from './miniseed/miniseed';
export { writeMiniSeed, type MiniSeedEncoding, type MiniSeedOptions } from './miniseed/miniseedWrite';
export { readSac, readSacHeader, sacReferenceTime, type SacHeader } from './sac/sac';
export { sacEvent, sacStation } from './sac/sacMetadata';
export { writeSac } from './sac/sacWrite';
export { readSlist } from './slist/slist';
export { writeAdjointSource } from './specfem/adjointFile';
export { writeCmtSolution } from './specfem/cmtsolution';
export { NOMINAL_ORIGIN } from './specfem/forcesolution';
export { readSpecfemAscii, specfemChannel, type SpecfemTrace } from './specfem/specfem';
export { stationLines, writeStationsFile } from './specfem/stationsFile';
export { eventIdOf } from './quakeml/quakeml';
export { eventPublicId, writeQuakeml } from './quakeml/quakemlWrite';
export { writeStationXml } from './stationxml/stationxmlWrite';
export { decodeXml } from './xml/xml';
