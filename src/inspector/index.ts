export { eventMisfit } from './eventMisfit';
export { inspectorPairs, inspectorWindows } from './pyatoa';
export { stationPairTable } from './stationPairs';
export { toCsv, toJson, type Cell, type Table } from './table';
export { misfitTable, windowTable } from './tables';
