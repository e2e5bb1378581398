import { texts } from '../../texts';
import type { SectionInput } from './draw';
import type { SectionSettings } from './settings';

const t = texts.results.section;

/** What stands at the axes and in the legend.
 *  @param hasOrigin the event has an origin time; without one, times count from the start of the data */
export function titlesOf(
  { spacing, velocity }: Pick<SectionSettings, 'spacing' | 'velocity'>,
  hasOrigin: boolean,
): SectionInput['titles'] {
  const after = hasOrigin ? texts.pair.secondsAfterOrigin : texts.pair.secondsAfterStart;
  return { time: velocity === null ? after : t.reduced(velocity, after), height: t.heights[spacing], ...t.layers };
}
