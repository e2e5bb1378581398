import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { evaluationPath, syntheticTag } from '@/core/config';
import { publish, syncFile } from '../durable';
import { DatasetError } from '../error';
import {
  ensureGroup,
  loadHdf5,
  parentOf,
  withFile,
  writeAttributes,
  writeDataset,
  type DatasetPlan,
  type File,
  type Hdf5,
} from '../hdf5';
import { readSpool, type SpoolRecord } from '../spool';
import { carryOver } from './carry';
import { configDataset } from './config';
import { metadataSource } from './metadata';
import { FILE_ATTRIBUTES, ownerName, ownerOf, QUAKEML, ROOTS, stationXmlPath } from './names';
import { pairDatasets } from './pair';
import { firstPublicId } from './quakeml';
import { SharedWaveforms } from './sharedWaveforms';
import { checksum, verify, type Entry } from './verify';

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
  const library = await loadHdf5();
  const part = `${target}.part`;
  mkdirSync(dirname(target), { recursive: true });
  rmSync(part, { force: true });
  try {
    const merge = new Merge(library, request);
    withFile(library, part, 'w', (file) => merge.write(file));
    syncFile(part);
    withFile(library, part, 'r', (file) => verify(file, merge.entries));
    publish(part, target);
    return merge.report();
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

class Merge {
  readonly entries = new Map<string, Entry>();
  private readonly groups = new Set<string>();
  private readonly warnings: string[] = [];
  private readonly measured = new Set<string>();
  private readonly failed = new Set<string>();
  /** Observed waveforms that other evaluations in the old file have too; null without others. */
  private shared: SharedWaveforms | null = null;
  private readonly metadata = metadataSource();
  private evaluation: string | null = null;
  private tags = { observed: '', synthetic: '' };
  private resource: string | null = null;
  private written = 0;

  constructor(
    private readonly library: Hdf5,
    private readonly request: CommitRequest,
  ) {}

  write(file: File): void {
    const { target } = this.request;
    if (existsSync(target)) withFile(this.library, target, 'r', (old) => this.merge(file, old));
    else this.merge(file, null);
  }

  private merge(file: File, old: File | null): void {
    writeAttributes(file, FILE_ATTRIBUTES);
    for (const root of ROOTS) ensureGroup(file, root, this.groups);
    for (const path of this.request.spools) this.addPair(file, readSpool(path), path, old);
    this.written = this.entries.size;
    if (old !== null) this.keep(old, file);
  }

  report(): CommitReport {
    return {
      target: this.request.target,
      pairs: this.measured.size + this.failed.size,
      written: this.written,
      kept: this.entries.size - this.written,
      warnings: this.warnings,
    };
  }

  private addPair(file: File, record: SpoolRecord, path: string, old: File | null): void {
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
  private begin(file: File, record: SpoolRecord, evaluation: string, old: File | null): void {
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

  private add(file: File, plan: DatasetPlan): void {
    if (this.entries.has(plan.path)) {
      this.warnings.push(`${plan.path} came twice; the first is kept`);
      return;
    }
    if (plan.data instanceof Float64Array && !plan.data.every(Number.isFinite)) {
      this.warnings.push(`${plan.path} holds values that are not finite and was left out`);
      return;
    }
    ensureGroup(file, parentOf(plan.path), this.groups);
    writeDataset(file, plan);
    this.entries.set(plan.path, { shape: plan.shape, checksum: checksum(plan.data) });
  }

  /** Takes over what the new results do not replace. */
  private keep(old: File, file: File): void {
    const { observed, synthetic } = this.tags;
    const carried = carryOver(old, file, this.groups, (path) => {
      const owner = ownerOf(path, this.evaluation ?? '', [observed, synthetic]);
      const measured = owner !== null && this.measured.has(owner);
      if (this.entries.has(path)) return false;
      if (measured) return this.shared?.isKept(path) ?? false;
      // A pair that failed now has no results any more, but its observed waveforms may serve other evaluations.
      return owner === null || !this.failed.has(owner) || path.endsWith(`__${observed}`);
    });
    for (const [path, shape] of carried) this.entries.set(path, { shape, checksum: null });
    this.warnings.push(...(this.shared?.warnings() ?? []));
  }
}

/** Text as ASDF holds it: bytes as int8, which others may lengthen. */
function textDataset(path: string, bytes: Uint8Array): DatasetPlan {
  const data = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { path, data, shape: [data.length], attributes: {}, growable: true };
}
