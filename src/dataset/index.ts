export { commitEvent, DatasetDraft, partOf, type CommitReport, type CommitRequest } from './asdf/commit';
export { readDataset, type DatasetReader, type StoredAdjoint, type StoredWindow, type WaveformName } from './asdf/read';
export { storedComponents, type StoredComponent, type StoredTags } from './asdf/section';
export { DatasetError, LibraryError } from './error';
export { makeFolder } from './makeFolder';
export { Room } from './room';
export { readSpool, writeSpool, type SpoolRecord } from './spool';
export { writeParts } from './writing';
export { loadHdf5 } from './hdf5/reader';
