export { eventMisfit } from './eventMisfit';
export { ALL_ROWS, type Range, type RowFilter, type RowStatus } from './filter';
export { chosenPairs } from './rows';
export type { Table } from './table';
export {
  makeTable,
  misfitTable,
  offeredColumns,
  previewSteps,
  stationPairTable,
  UnknownColumn,
  type Naming,
  type TableName,
  type TableRequest,
} from './tables';
export { toCsv } from './text';
export { TABLE_FORMATS, tablePieces, type TableFormat } from './formats';
