import type { ReactNode } from 'react';
import type { ProjectOverview } from '@/api';
import { HistogramPane } from './histogram/HistogramPane';
import { ResultsMap } from './map/ResultsMap';
import { ScatterPane } from './scatter/ScatterPane';
import { SectionPane } from './section/SectionPane';
import { ResultTable } from './tables/ResultTable';
import type { View } from './tabs';

interface ViewProps {
  project: ProjectOverview;
}

/** All that can stand in a pane of the results. */
export const VIEWS: Record<View, (props: ViewProps) => ReactNode> = {
  histograms: () => <HistogramPane />,
  map: ({ project }) => <ResultsMap project={project} />,
  scatter: () => <ScatterPane />,
  section: () => <SectionPane />,
  pairs: () => <ResultTable level="pair" />,
  windows: () => <ResultTable level="window" />,
};
