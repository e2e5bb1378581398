import type { ReactNode } from 'react';
import type { ProjectOverview } from '@/api';
import { HistogramPane } from './histogram/HistogramPane';

export type View = 'histograms';

interface ViewProps {
  project: ProjectOverview;
}

/** All that can stand in a pane of the results. */
export const VIEWS: Record<View, (props: ViewProps) => ReactNode> = {
  histograms: () => <HistogramPane />,
};
