import { Button, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ProjectOverview } from '@/api';
import { componentsOf, needsResponse, periodBands } from '@/core/config';
import { bandNames } from '@/core/model';
import { setArea } from '../app/store';
import { count } from '../common/format';
import { countPairs } from '../select/plan';
import { texts } from '../texts';
import { FileTree } from './FileTree';
import { ProblemPane } from './ProblemPane';
import { countProblems } from './problems';
import { recheck } from './recheck';
import { useProblems } from './useProblems';
import { setProjectView, useProjectView, type ProjectView } from './view';
import classes from './ProjectPage.module.css';

const t = texts.project;

function Facts({ title, facts }: { title: string; facts: [string, string][] }) {
  return (
    <section>
      <h2 className={classes.heading}>{title}</h2>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A file as it is called within the project; as a whole path where it lies elsewhere. */
function inProject(folder: string, file: string | null): string | null {
  return file?.startsWith(folder) ? file.slice(folder.length + 1) : file;
}

/** What was found in the folder, what is missing, what to do about it, and the files of every pair. */
export function ProjectPage({ project }: { project: ProjectOverview }) {
  const { events, stations, parameters, broken } = project;
  const view = useProjectView((state) => state.view);
  const [checking, setChecking] = useState(false);
  const problems = useProblems(project);
  const pairs = useMemo(
    () =>
      countPairs(
        project,
        new Set(project.events.map((event) => event.id)),
        new Set(project.stations.map((station) => station.code)),
        needsResponse(project.parameters),
      ),
    [project],
  );
  const responses = stations.filter((station) => station.hasResponse).length;
  const again = () => {
    setChecking(true);
    void recheck(true).finally(() => setChecking(false));
  };

  return (
    <div className={classes.page}>
      <div className={classes.side}>
        <Facts
          title={t.found}
          facts={[
            [t.events, count(events.length)],
            [t.stations, count(stations.length)],
            [t.ready, t.readyOf(pairs.ready, pairs.selected)],
            [t.withResponse, t.readyOf(responses, stations.length)],
          ]}
        />
        <Facts
          title={t.parameters}
          facts={[
            [
              t.config,
              broken === null
                ? (inProject(project.path, project.configFile) ?? t.defaults)
                : t.defaultsUntil(broken.name),
            ],
            [t.band, bandNames(periodBands(parameters))],
            [t.components, componentsOf(parameters).join(', ')],
            [t.motion, t.motions[parameters.unit_output]],
            [t.misfitFunction, parameters.adj_src_type],
            [t.earthModel, parameters.pyflex_parameters.earth_model],
            [t.removeResponse, parameters.preprocess.remove_response ? t.yes : t.no],
          ]}
        />
      </div>
      <div className={classes.main}>
        {broken !== null && (
          <div className={classes.broken} role="alert">
            <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
            <span className={classes.brokenText}>{t.broken(broken.name)}</span>
            <Button onClick={() => setArea('configure')}>{t.mend}</Button>
          </div>
        )}
        <div className={classes.head}>
          <SegmentedControl
            aria-label={t.views}
            value={view}
            onChange={(value) => setProjectView(value as ProjectView)}
            data={[
              { value: 'problems', label: `${t.problems} ${count(countProblems(project))}` },
              { value: 'events', label: `${t.events} ${count(events.length)}` },
              { value: 'stations', label: `${t.stations} ${count(stations.length)}` },
            ]}
          />
          <span className={classes.hint}>{view === 'problems' ? '' : t.treeHint}</span>
          <Button
            variant="default"
            loading={checking}
            leftSection={<IconRefresh size={14} aria-hidden="true" />}
            onClick={again}
          >
            {t.recheck}
          </Button>
        </div>
        {view === 'problems' && <ProblemPane problems={problems} />}
        {view !== 'problems' && <FileTree key={view} kind={view} project={project} />}
      </div>
    </div>
  );
}
