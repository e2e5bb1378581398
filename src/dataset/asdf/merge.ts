import { evaluationPath, syntheticTag } from '@/core/config';
import { DatasetError } from '../error';
import type { File, Hdf5 } from '../hdf5/reader';
import type { Hdf5Writer } from '../hdf5/writer';
import type { SpoolRecord } from '../spool';
import { carryOver } from './carry';
import { isFinite } from './check';
import { configDataset } from './config';
import { metadataSource, type MetadataSource } from './metadata';
import { FILE_ATTRIBUTES, ownerName, ownerOf, QUAKEML, ROOTS, stationXmlPath } from './names';
import { pairDatasets } from './pair';
import { typedData, type DatasetPlan } from './plan';
import { firstPublicId } from './quakeml';
import { SharedWaveforms } from './sharedWaveforms';

export interface MergeReport {
  pairs: number;
  /** Datasets written new, and taken over from the file that was there. */
  written: number;
  kept: number;
  warnings: string[];
}

/** What goes into an event's dataset: pairs one after the other, then what is kept of the old one. */
export class Merge {
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
    private readonly event: string,
    library: Hdf5,
  ) {
    this.metadata = metadataSource(library);
  }

  /** Writes what every ASDF file has. */
  begin(file: Hdf5Writer): void {
    file.group('/', FILE_ATTRIBUTES);
    for (const root of ROOTS) file.group(root);
  }

  report(): MergeReport {
    return {
      pairs: this.measured.size + this.failed.size,
      written: this.written.size,
      kept: this.kept,
      warnings: this.warnings,
    };
  }

  /** @param path the record's spool file, named in errors
   *  @param old  the file that the new one replaces, where there is one
   *  @throws DatasetError for a pair of another event or evaluation */
  add(file: Hdf5Writer, record: SpoolRecord, path: string, old: File | null): void {
    const { key, parameters, result } = record;
    const evaluation = evaluationPath(parameters);
    if (key.event !== this.event || evaluation !== (this.evaluation ?? evaluation)) {
      throw new DatasetError(path, `is of ${key.event}, ${evaluation}`, 'Commit one event and evaluation at a time.');
    }
    if (this.evaluation === null) this.addShared(file, record, evaluation, old);
    const xml = this.metadata.stationXml(record);
    if (xml) this.put(file, textDataset(stationXmlPath(key.station), xml));
    if (result.error !== null) {
      this.failed.add(ownerName(key.station));
      return;
    }
    this.measured.add(ownerName(key.station));
    for (const plan of pairDatasets(record, this.resource)) {
      if (!this.shared?.has(plan)) this.put(file, plan);
    }
  }

  /** What an event and an evaluation have once. */
  private addShared(file: Hdf5Writer, record: SpoolRecord, evaluation: string, old: File | null): void {
    const { parameters, key } = record;
    this.evaluation = evaluation;
    this.tags = { observed: parameters.observed_tag, synthetic: syntheticTag(parameters) };
    if (old !== null) this.shared = SharedWaveforms.of(old, evaluation, parameters.observed_tag);
    const quakeml = this.metadata.quakeml(record);
    if (quakeml) {
      this.resource = firstPublicId(quakeml);
      this.put(file, textDataset(QUAKEML, quakeml));
    }
    this.put(file, configDataset(parameters, key.event));
  }

  private put(file: Hdf5Writer, plan: DatasetPlan): void {
    if (this.written.has(plan.path)) {
      this.warnings.push(`${plan.path} came twice; the first is kept`);
      return;
    }
    if (plan.data instanceof Float64Array && !isFinite(plan.data)) {
      this.warnings.push(`${plan.path} holds values that are not finite and was left out`);
      return;
    }
    file.dataset(plan.path, typedData(plan), plan.attributes, plan.growable);
    this.written.add(plan.path);
  }

  /** Takes over what the new results do not replace. */
  keep(old: File, file: Hdf5Writer): void {
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
