import { bitsAt, type ProjectOverview } from '@/api';
import { needsResponse } from '@/core/config';
import { isReady, type PairKey } from '@/core/model';

type Cells = Pick<ProjectOverview, 'events' | 'stations' | 'availability' | 'parameters'>;
type Test = (pair: PairKey) => boolean;

const tests = new WeakMap<Cells, Test>();

/** Whether a pair has all that it is measured from; those that the project does not know have not. The same test as long
 *  as the project is the same. */
export function readiness(project: Cells): Test {
  const known = tests.get(project);
  if (known !== undefined) return known;
  const rows = new Map(project.events.map(({ id }, row) => [id, project.availability[row]]));
  const columns = new Map(project.stations.map(({ code }, column) => [code, column]));
  const withResponse = needsResponse(project.parameters);
  const test: Test = ({ event, station }) => {
    const column = columns.get(station);
    return column !== undefined && isReady(bitsAt(rows.get(event), column), withResponse);
  };
  tests.set(project, test);
  return test;
}
