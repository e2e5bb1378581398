import { ScrollArea } from '@mantine/core';
import { useMemo } from 'react';
import type { ProjectOverview } from '@/api';
import { count } from '../common/format';
import { countPairs } from '../select/plan';
import { texts } from '../texts';
import { ItemProblems, ProblemList } from './ProblemList';
import { countProblems, troubled } from './problems';
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

/** What was found in the folder, what is missing, and what to do about it. */
export function ProjectPage({ project }: { project: ProjectOverview }) {
  const { events, stations, parameters } = project;
  const pairs = useMemo(
    () =>
      countPairs(
        project,
        new Set(project.events.map((event) => event.id)),
        new Set(project.stations.map((station) => station.code)),
      ),
    [project],
  );
  const responses = stations.filter((station) => station.hasResponse).length;
  const nothing = project.problems.length === 0 && countProblems(project) === 0;

  return (
    <ScrollArea h="100%">
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
              [t.config, project.configFile ?? t.defaults],
              [t.band, `${parameters.min_period}–${parameters.max_period} s`],
              [t.misfitFunction, parameters.adj_src_type],
              [t.earthModel, parameters.pyflex_parameters.earth_model],
              [t.removeResponse, parameters.preprocess.remove_response ? t.yes : t.no],
            ]}
          />
        </div>
        <div className={classes.problems}>
          <ProblemList problems={project.problems} nothing={nothing} />
          <ItemProblems
            title={t.ofEvents}
            items={troubled(events).map(({ id, problems }) => ({ name: id, problems }))}
          />
          <ItemProblems
            title={t.ofStations}
            items={troubled(stations).map(({ code, problems }) => ({ name: code, problems }))}
          />
        </div>
      </div>
    </ScrollArea>
  );
}
