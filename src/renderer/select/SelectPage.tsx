import { SegmentedControl, Splitter } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import type { ProjectOverview } from '@/api';
import { InTurn } from '../common/InTurn';
import { SPLITTER, usePaneSizes } from '../common/usePaneSizes';
import { MapView } from '../map/MapView';
import { texts } from '../texts';
import { AvailabilityView } from './AvailabilityView';
import { EVENT_COLUMNS, eventTemplate, STATION_COLUMNS, stationTemplate } from './columns';
import type { RangeName } from './filters';
import { ItemPanel } from './ItemPanel';
import { PairPanel } from './PairPanel';
import { RangeField } from './RangeField';
import rangeClasses from './RangeField.module.css';
import { eventHistograms, WRITE } from './ranges';
import { useReached } from './reach';
import { SavedMenu } from './SavedMenu';
import classes from './SelectPage.module.css';
import { shownNow, useShown, type Shown } from './useShown';
import { SELECT_VIEWS, setSelectView, useSelectView, type SelectView } from './view';

const t = texts.select;
const EVENT_RANGES: RangeName[] = ['magnitude', 'depthKm', 'time'];

function EventRanges({ project }: { project: ProjectOverview }) {
  const histograms = useMemo(() => eventHistograms(project.events), [project]);
  return (
    <div className={rangeClasses.ranges}>
      {EVENT_RANGES.map((name) => (
        <RangeField key={name} name={name} histogram={histograms[name] ?? null} write={WRITE[name]} />
      ))}
    </div>
  );
}

const idOfEvent = ({ id }: { id: string }) => id;
const codeOfStation = ({ code }: { code: string }) => code;

interface ShownProps {
  project: ProjectOverview;
  shown: Shown;
}

/** The map, or the matrix of what there is. The one before stays until the next is made. */
function Sheet({ chosen, project, shown }: ShownProps & { chosen: SelectView }) {
  const view = useDeferredValue(chosen);
  return useMemo(() => {
    const View = view === 'map' ? MapView : AvailabilityView;
    return <View project={project} shown={shown} />;
  }, [view, project, shown]);
}

/** Lists of events and stations, with how far they are from what is chosen as soon as that is known. */
function Lists({ project, shown }: ShownProps) {
  const down = usePaneSizes('select-down', [45, 55]);
  const reaches = useDeferredValue(useReached((state) => state.reaches));
  const events = useMemo(
    () => shown.events.map((event) => ({ ...event, reach: reaches.events.get(event.id) ?? null })),
    [shown.events, reaches],
  );
  const stations = useMemo(
    () => shown.stations.map((station) => ({ ...station, reach: reaches.stations.get(station.code) ?? null })),
    [shown.stations, reaches],
  );
  const eventColumns = useMemo(() => eventTemplate(project.events.map(idOfEvent)), [project.events]);
  const stationColumns = useMemo(() => stationTemplate(project.stations.map(codeOfStation)), [project.stations]);
  const eventList = useMemo(
    () => (
      <ItemPanel
        kind="events"
        total={project.events}
        shown={events}
        shownNow={() => shownNow(project).events}
        columns={EVENT_COLUMNS}
        template={eventColumns}
        idOf={idOfEvent}
        ranges={<EventRanges project={project} />}
        rangeNames={EVENT_RANGES}
      />
    ),
    [project, events, eventColumns],
  );
  const stationList = useMemo(
    () => (
      <ItemPanel
        kind="stations"
        total={project.stations}
        shown={stations}
        shownNow={() => shownNow(project).stations}
        columns={STATION_COLUMNS}
        template={stationColumns}
        idOf={codeOfStation}
      />
    ),
    [project, stations, stationColumns],
  );
  return (
    <Splitter orientation="vertical" className={classes.panes} {...SPLITTER} {...down}>
      <Splitter.Pane defaultSize={45} min={15}>
        <InTurn>{eventList}</InTurn>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={55} min={15}>
        <InTurn>{stationList}</InTurn>
      </Splitter.Pane>
    </Splitter>
  );
}

/** Picks events, stations and pairs: on the map or in the matrix of what there is, and in lists. */
export function SelectPage({ project }: { project: ProjectOverview }) {
  const across = usePaneSizes('select-across', [40, 60]);
  const chosen = useSelectView((state) => state.view);
  // A map of nothing says nothing.
  const isPlaced = [...project.events, ...project.stations].some(({ latitude }) => latitude !== null);
  const view = chosen ?? (isPlaced ? 'map' : 'availability');
  const shown = useShown(project);
  return (
    <Splitter h="100%" {...SPLITTER} {...across}>
      <Splitter.Pane defaultSize={40} min={20}>
        <div className={classes.view}>
          <div className={classes.bar}>
            <SegmentedControl
              aria-label={t.views.label}
              data={SELECT_VIEWS.map((value) => ({ value, label: t.views[value] }))}
              value={view}
              onChange={(value) => setSelectView(value as typeof view)}
            />
            <SavedMenu project={project} />
          </div>
          <div className={classes.sheet}>
            <Sheet chosen={view} project={project} shown={shown} />
          </div>
        </div>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={60} min={25}>
        <div className={classes.lists}>
          <Lists project={project} shown={shown} />
          <InTurn>
            <PairPanel project={project} />
          </InTurn>
        </div>
      </Splitter.Pane>
    </Splitter>
  );
}
