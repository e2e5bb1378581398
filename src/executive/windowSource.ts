import { evaluationNumbers, syntheticTag, windowSource, type Parameters } from '@/core/config';
import type { PairKey } from '@/core/model';
import { datasetPath, type RunFolders } from './disk/folders';
import type { JournalState } from './journal/journalReader';
import type { WindowSource } from './tasks';

/** Where an event's pairs take their windows from; null where they select them. */
export function windowSourceOf(parameters: Parameters, folders: RunFolders, event: string): WindowSource | null {
  const evaluation = parameters.executive.steps.includes('window') ? windowSource(parameters) : null;
  if (evaluation === null) return null;
  return {
    evaluation,
    syntheticTag: syntheticTag({ ...evaluationNumbers(evaluation), synthetic_tag: null }),
    dataset: datasetPath(folders, event),
  };
}

/** What a pair's result owes to the windows of an earlier evaluation, for its fingerprint: with other windows it is
 *  done again. A dataset that others have made tells nothing. */
export function windowInputs(source: WindowSource | null, state: JournalState, pair: PairKey): string[] {
  if (source === null) return [];
  const record = state.record(source.evaluation, pair);
  const { config, inputs } = record?.committed ? record.head : { config: '', inputs: '' };
  return [`windows ${source.evaluation} ${config} ${inputs}`];
}
