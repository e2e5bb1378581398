import { bandName, type RecordSection } from '@/core/model';
import type { Picture } from '../../common/picture';
import { PAPER_CHART_COLOURS } from '../../pair/plot/colours';
import { texts } from '../../texts';
import { PAPER_COLOURS } from '../colours';
import { drawSection, type SectionInput } from './draw';

/** A record section for a file, as it is seen. */
export function sectionPicture({ event, component, band }: RecordSection, input: SectionInput): Picture {
  const colours = { ...PAPER_COLOURS, ...PAPER_CHART_COLOURS };
  return {
    name: `section_${event}_${component}`,
    title: texts.results.section.title(event, component, bandName(band), input.placed.length),
    size: input.size,
    draw: (c) => drawSection(c, { ...input, active: null, colours }),
  };
}
