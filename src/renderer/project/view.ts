import { create } from 'zustand';
import { setArea, useApp } from '../app/store';

export type ProjectView = 'problems' | 'events' | 'stations';

/** What the Project area shows, and what is searched for among the problems. */
export const useProjectView = create<{ view: ProjectView; words: string }>(() => ({ view: 'problems', words: '' }));

// Another project is looked at from its problems on.
useApp.subscribe(({ project }, before) => {
  if (project?.path !== before.project?.path) useProjectView.setState({ view: 'problems', words: '' });
});

export function setProjectView(view: ProjectView): void {
  useProjectView.setState({ view });
}

export function searchProblems(words: string): void {
  useProjectView.setState({ words });
}

/** Leads to the problems that have these words. */
export function showProblems(words: string): void {
  useProjectView.setState({ view: 'problems', words });
  setArea('project');
}
