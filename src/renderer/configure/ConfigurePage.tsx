import { Splitter } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue, useEffect, useState } from 'react';
import type { ProjectOverview } from '@/api';
import { SPLITTER, usePaneSizes } from '../common/usePaneSizes';
import { readParameters } from './actions';
import { ConfigureBar } from './ConfigureBar';
import classes from './ConfigurePage.module.css';
import { ParameterForm } from './ParameterForm';
import { PreviewPane } from './preview/PreviewPane';
import { useConfigure } from './store';
import { YamlPane } from './YamlPane';

/** From here on form, text and preview stand side by side; the text below the form else. */
const WIDE = '(min-width: 1800px)';

function Form({ search }: { search: string }) {
  const draft = useConfigure((state) => state.draft);
  return <ParameterForm draft={draft} search={useDeferredValue(search)} />;
}

function Text() {
  const draft = useConfigure((state) => state.draft);
  const saved = useConfigure((state) => state.saved);
  const name = useConfigure((state) => state.name);
  return <YamlPane draft={draft} saved={saved} name={name} />;
}

function Wide({ project, search }: { project: ProjectOverview; search: string }) {
  const across = usePaneSizes('configure-wide', [27, 23, 50]);
  return (
    <Splitter className={classes.panes} {...SPLITTER} {...across}>
      <Splitter.Pane defaultSize={27} min={18}>
        <Form search={search} />
      </Splitter.Pane>
      <Splitter.Pane defaultSize={23} min={10}>
        <Text />
      </Splitter.Pane>
      <Splitter.Pane defaultSize={50} min={25}>
        <PreviewPane project={project} />
      </Splitter.Pane>
    </Splitter>
  );
}

function Narrow({ project, search }: { project: ProjectOverview; search: string }) {
  const across = usePaneSizes('configure-across', [39, 61]);
  const down = usePaneSizes('configure-down', [70, 30]);
  return (
    <Splitter className={classes.panes} {...SPLITTER} {...across}>
      <Splitter.Pane defaultSize={39} min={28}>
        <Splitter orientation="vertical" h="100%" {...SPLITTER} {...down}>
          <Splitter.Pane defaultSize={70} min={30}>
            <Form search={search} />
          </Splitter.Pane>
          <Splitter.Pane defaultSize={30} min={10}>
            <Text />
          </Splitter.Pane>
        </Splitter>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={61} min={30}>
        <PreviewPane project={project} />
      </Splitter.Pane>
    </Splitter>
  );
}

/** Parameters as a form and as text, and what they do to some pairs. */
export function ConfigurePage({ project }: { project: ProjectOverview }) {
  const read = useConfigure((state) => state.project === project.path);
  const [search, setSearch] = useState('');
  const wide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  useEffect(() => {
    if (useConfigure.getState().project !== project.path) void readParameters(project.path);
  }, [project.path]);
  if (!read) return null;
  const Panes = wide ? Wide : Narrow;
  return (
    <div className={classes.page}>
      <ConfigureBar project={project.path} search={search} onSearch={setSearch} />
      <Panes project={project} search={search} />
    </div>
  );
}
