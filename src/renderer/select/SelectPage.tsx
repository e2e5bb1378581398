import { Splitter } from '@mantine/core';
import type { ProjectOverview } from '@/api';
import { SPLITTER, usePaneSizes } from '../common/usePaneSizes';
import { MapView } from '../map/MapView';
import { EVENT_COLUMNS, EVENT_TEMPLATE, STATION_COLUMNS, STATION_TEMPLATE } from './columns';
import { ItemPanel } from './ItemPanel';
import { eventFilter, stationFilter } from './wildcard';

/** Picks events and stations: on the map, and in two lists. */
export function SelectPage({ project }: { project: ProjectOverview }) {
  const across = usePaneSizes('select-across', [43, 57]);
  const down = usePaneSizes('select-down', [45, 55]);
  return (
    <Splitter h="100%" {...SPLITTER} {...across}>
      <Splitter.Pane defaultSize={43} min={20}>
        <MapView project={project} />
      </Splitter.Pane>
      <Splitter.Pane defaultSize={57} min={25}>
        <Splitter orientation="vertical" h="100%" {...SPLITTER} {...down}>
          <Splitter.Pane defaultSize={45} min={15}>
            <ItemPanel
              kind="events"
              items={project.events}
              columns={EVENT_COLUMNS}
              template={EVENT_TEMPLATE}
              idOf={(event) => event.id}
              filterOf={eventFilter}
            />
          </Splitter.Pane>
          <Splitter.Pane defaultSize={55} min={15}>
            <ItemPanel
              kind="stations"
              items={project.stations}
              columns={STATION_COLUMNS}
              template={STATION_TEMPLATE}
              idOf={(station) => station.code}
              filterOf={stationFilter}
            />
          </Splitter.Pane>
        </Splitter>
      </Splitter.Pane>
    </Splitter>
  );
}
