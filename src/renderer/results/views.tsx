import type { ReactNode } from 'react';
import type { ProjectOverview } from '@/api';
import { HistogramPane } from './histogram/HistogramPane';
import { ResultTable } from './tables/ResultTable';

export type View = 'histograms' | 'pairs' | 'windows';

interface ViewProps {
  project: ProjectOverview;
}

/** All that can stand in a pane of the results. */
export const VIEWS: Record<View, (props: ViewProps) => ReactNode> = {
  histograms: () => <HistogramPane />,
  pairs: () => <ResultTable level="pair" />,
  windows: () => <ResultTable level="window" />,
};
