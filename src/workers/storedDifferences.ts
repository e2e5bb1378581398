import { existsSync } from 'node:fs';
import { evaluationPath, type Parameters } from '@/core/config';
import type { PairKey } from '@/core/model';
import { isDoubleDifference, type ComponentResult, type PairResult } from '@/core/pair';
import { readDataset, type DatasetReader } from '@/dataset';

/** A pair computed alone, with what only all stations of its event together could tell: the adjoint sources and misfits of
 *  double differences, as the dataset has them. Left as it is where there is none.
 *  @param path of the event's dataset */
export async function withDifferences(
  result: PairResult,
  { station }: PairKey,
  parameters: Parameters,
  path: string,
): Promise<PairResult> {
  if (!isDoubleDifference(parameters.adj_src_type) || !existsSync(path)) return result;
  return readDataset(path, (dataset) => {
    const components = result.components.map((each) => withStored(each, dataset, station, parameters));
    const sources = components.flatMap(({ adjoint }) => adjoint ?? []);
    const misfit = sources.length === 0 ? null : sources.reduce((sum, each) => sum + each.misfit, 0);
    return { ...result, components, misfit };
  });
}

function withStored(
  each: ComponentResult,
  dataset: DatasetReader,
  station: string,
  parameters: Parameters,
): ComponentResult {
  const stored = dataset.adjointSource(evaluationPath(parameters), station, each.synthetic.channel);
  if (stored === null) return each;
  const { type, channel, misfit, delta, data } = stored;
  const { min_period: minPeriod, max_period: maxPeriod } = parameters;
  const { component } = each;
  return { ...each, adjoint: { type, channel, component, misfit, delta, minPeriod, maxPeriod, data, windows: [] } };
}
