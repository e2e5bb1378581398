import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ProjectOverview } from '@/api';
import { countProblems } from '../project/problems';
import { isUnsaved, useConfigure } from '../configure/store';
import { texts } from '../texts';
import { AREAS } from './areas';
import { setArea, useApp } from './store';
import classes from './Rail.module.css';

/** The areas of the workbench, in the order of the work. */
export function Rail({ project }: { project: ProjectOverview }) {
  const current = useApp((state) => state.area);
  const problems = countProblems(project);
  const unsaved = useConfigure(isUnsaved);
  return (
    <nav className={classes.rail} aria-label={texts.shell.areas}>
      {AREAS.map(({ area, text, Icon }) => (
        <UnstyledButton
          key={area}
          className={classes.button}
          aria-current={area === current ? 'page' : undefined}
          onClick={() => setArea(area)}
        >
          <span className={classes.icon}>
            <Icon size={21} stroke={1.5} aria-hidden="true" />
            {area === 'project' && problems > 0 && (
              <span className={classes.badge} aria-hidden="true">
                {problems > 99 ? '99+' : problems}
              </span>
            )}
            {area === 'configure' && unsaved && <span className={classes.dot} aria-hidden="true" />}
          </span>
          {text}
          {area === 'project' && problems > 0 && <VisuallyHidden>, {texts.shell.problems(problems)}</VisuallyHidden>}
          {area === 'configure' && unsaved && <VisuallyHidden>, {texts.configure.unsaved}</VisuallyHidden>}
        </UnstyledButton>
      ))}
    </nav>
  );
}
