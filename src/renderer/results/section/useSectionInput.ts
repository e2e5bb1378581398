import { useCallback, useMemo } from 'react';
import type { RecordSection } from '@/core/model';
import { useApp } from '../../app/store';
import { useChartColours } from '../../pair/plot/colours';
import { usePlotColours } from '../colours';
import { placeArrivals } from './arrivals';
import type { SectionInput } from './draw';
import { useSelectedStations } from './selected';
import type { SectionSettings } from './settings';
import { titlesOf } from './titles';
import { placeTraces, spacingOf, wholeView, type SectionView } from './view';

/** Half the height of a window by the usual distance of traces: those of neighbours do not lie over each other. */
const WINDOW = 0.42;

/** All that a record section is drawn by, but for what of it is in sight.
 *  @param active the station that has the focus */
export function useSectionInput(
  section: RecordSection,
  settings: SectionSettings,
  size: SectionInput['size'],
  active: string | null,
) {
  const { spacing, scaling, amplitude, velocity, arrivals: choice, observed, synthetic, windows } = settings;
  const plot = usePlotColours();
  const chart = useChartColours();
  const { event, traces, arrivals: curves } = section;
  const placed = useMemo(() => placeTraces(traces, spacing, velocity), [traces, spacing, velocity]);
  const whole = useMemo(() => wholeView(placed), [placed]);
  const arrivals = useMemo(
    () => placeArrivals(curves, placed, spacing, velocity, choice),
    [curves, placed, spacing, velocity, choice],
  );
  const selected = useSelectedStations(event);
  const hasOrigin = useApp(({ project }) => (project?.events.find(({ id }) => id === event)?.time ?? null) !== null);
  const titles = useMemo(() => titlesOf({ spacing, velocity }, hasOrigin), [spacing, velocity, hasOrigin]);
  const inputOf = useCallback(
    (view: SectionView): SectionInput => ({
      ...{ placed, arrivals, view, size, selected, active, scaling, titles },
      amplitude: amplitude * spacingOf(placed),
      windowHeight: WINDOW * spacingOf(placed),
      shown: { observed, synthetic, windows },
      colours: { ...plot, ...chart, text: plot.text, grid: plot.grid },
    }),
    [placed, arrivals, size, selected, active, scaling, titles, amplitude, observed, synthetic, windows, plot, chart],
  );
  return { whole, inputOf };
}
