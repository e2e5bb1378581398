import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { evaluationPath, syntheticTag } from '@/core/config';
import { publish } from '../durable';
import { DatasetError } from '../error';
import { asDatasetError, loadHdf5, withFile, type File, type Hdf5 } from '../hdf5/reader';
import { Hdf5Writer } from '../hdf5/writer';
import { readSpool, type SpoolRecord } from '../spool';
import { carryOver } from './carry';
import { isFinite } from './check';
import { configDataset } from './config';
import { metadataSource, type MetadataSource } from './metadata';
import { FILE_ATTRIBUTES, ownerName, ownerOf, QUAKEML, ROOTS, stationXmlPath } from './names';
import { pairDatasets } from './pair';
import { typedAttributes, typedData, type DatasetPlan } from './plan';
import { firstPublicId } from './quakeml';
import { SharedWaveforms } from './sharedWaveforms';

/** What the dataset writer is asked for: plain data, so that it travels between processes. */
export interface CommitRequest {
  /** The event's dataset; made where it is missing, added to where it is there. */
  target: string;
  event: string;
  /** Spool files of the event's pairs, of one evaluation. */
  spools: string[];
}

export interface CommitReport {
  target: string;
  pairs: number;
  /** Datasets written new, and taken over from the file that was there. */
  written: number;
  kept: number;
  warnings: string[];
}

/** Merges an event's spool into its ASDF file. The new file is written beside the old one, closed, read back and
 *  compared, and only then renamed onto it: at any instant there is a whole file.
 *  @throws DatasetError for a spool or dataset that cannot be read or written; the old file is untouched */
export async function commitEvent(request: CommitRequest): Promise<CommitReport> {
  const { target } = request;
  const part = `${target}.part`;
  mkdirSync(dirname(target), { recursive: true });
  rmSync(part, { force: true });
  try {
    const library = await loadHdf5();
    const merge = new Merge(request, library);
    const isNew = !existsSync(target);
    // What others have put into a file may not fit into the plain form.
    const file = new Hdf5Writer(library, part, isNew);
    writeVerified(file, part, () => {
      if (isNew) merge.write(file, null);
      else withFile(library, target, (old) => merge.write(file, old));
    });
    publish(part, target);
    return merge.report();
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function writeVerified(file: Hdf5Writer, path: string, write: () => void): void {
  try {
    write();
    file.finish();
  } catch (error) {
    file.abandon();
    throw asDatasetError(error, path, 'w');
  }
  if (file.isAsWritten()) return;
  const advice = 'The dataset was left as it was. Check the disk, and run again.';
  throw new DatasetError(path, 'is not as it was written', advice);
}

class Merge {
  /** Paths of what was written new. */
  private readonly written = new Set<string>();
  private readonly warnings: string[] = [];
  private readonly measured = new Set<string>();
  private readonly failed = new Set<string>();
  /** Observed waveforms that other evaluations in the old file have too; null without others. */
  private shared: SharedWaveforms | null = null;
  private readonly metadata: MetadataSource;
  private evaluation: string | null = null;
  private tags = { observed: '', synthetic: '' };
  private resource: string | null = null;
  private kept = 0;

  constructor(
    private readonly request: CommitRequest,
    library: Hdf5,
  ) {
    this.metadata = metadataSource(library);
  }

  /** @param old the file that the new one replaces, where there is one */
  write(file: Hdf5Writer, old: File | null): void {
    file.group('/', typedAttributes(FILE_ATTRIBUTES));
    for (const root of ROOTS) file.group(root);
    for (const path of this.request.spools) this.addPair(file, readSpool(path), path, old);
    if (old !== null) this.keep(old, file);
  }

  report(): CommitReport {
    return {
      target: this.request.target,
      pairs: this.measured.size + this.failed.size,
      written: this.written.size,
      kept: this.kept,
      warnings: this.warnings,
    };
  }

  private addPair(file: Hdf5Writer, record: SpoolRecord, path: string, old: File | null): void {
    const { key, parameters, result } = record;
    const evaluation = evaluationPath(parameters);
    if (key.event !== this.request.event || evaluation !== (this.evaluation ?? evaluation)) {
      throw new DatasetError(path, `is of ${key.event}, ${evaluation}`, 'Commit one event and evaluation at a time.');
    }
    if (this.evaluation === null) this.begin(file, record, evaluation, old);
    const xml = this.metadata.stationXml(record);
    if (xml) this.add(file, textDataset(stationXmlPath(key.station), xml));
    if (result.error !== null) {
      this.failed.add(ownerName(key.station));
      return;
    }
    this.measured.add(ownerName(key.station));
    for (const plan of pairDatasets(record, this.resource)) {
      if (!this.shared?.has(plan)) this.add(file, plan);
    }
  }

  /** What an event and an evaluation have once. */
  private begin(file: Hdf5Writer, record: SpoolRecord, evaluation: string, old: File | null): void {
    const { parameters, key } = record;
    this.evaluation = evaluation;
    this.tags = { observed: parameters.observed_tag, synthetic: syntheticTag(parameters) };
    if (old !== null) this.shared = SharedWaveforms.of(old, evaluation, parameters.observed_tag);
    const quakeml = this.metadata.quakeml(record);
    if (quakeml) {
      this.resource = firstPublicId(quakeml);
      this.add(file, textDataset(QUAKEML, quakeml));
    }
    this.add(file, configDataset(parameters, key.event));
  }

  private add(file: Hdf5Writer, plan: DatasetPlan): void {
    if (this.written.has(plan.path)) {
      this.warnings.push(`${plan.path} came twice; the first is kept`);
      return;
    }
    if (plan.data instanceof Float64Array && !isFinite(plan.data)) {
      this.warnings.push(`${plan.path} holds values that are not finite and was left out`);
      return;
    }
    file.dataset(plan.path, typedData(plan), typedAttributes(plan.attributes), plan.growable);
    this.written.add(plan.path);
  }

  /** Takes over what the new results do not replace. */
  private keep(old: File, file: Hdf5Writer): void {
    const { observed, synthetic } = this.tags;
    this.kept = carryOver(old, file, (path) => {
      const owner = ownerOf(path, this.evaluation ?? '', [observed, synthetic]);
      const measured = owner !== null && this.measured.has(owner);
      if (this.written.has(path)) return false;
      if (measured) return this.shared?.isKept(path) ?? false;
      // A pair that failed now has no results any more, but its observed waveforms may serve other evaluations.
      return owner === null || !this.failed.has(owner) || path.endsWith(`__${observed}`);
    });
    this.warnings.push(...(this.shared?.warnings() ?? []));
  }
}

/** Text as ASDF holds it: bytes as int8, which others may lengthen. */
function textDataset(path: string, bytes: Uint8Array): DatasetPlan {
  const data = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { path, data, shape: [data.length], attributes: {}, growable: true };
}
