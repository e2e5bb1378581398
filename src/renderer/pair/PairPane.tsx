import { Alert, Loader, Tabs } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { PairDetail } from '@/api';
import { pairId, type PairKey } from '@/core/model';
import { pairRows } from '../pairs/table';
import { usePairView } from '../pairs/usePairView';
import { ApiError } from '../bridge';
import { texts } from '../texts';
import { Facts } from './Facts';
import { FailureAlert } from './FailureAlert';
import { LogView } from './LogView';
import { PairHeader } from './PairHeader';
import classes from './PairPane.module.css';
import { closePair, usePair, type PairTab } from './store';
import { COARSE, FINE, useDetail } from './useDetail';
import { Waveforms } from './Waveforms';
import { WindowsTable } from './WindowsTable';

const t = texts.pair;

function Body({ detail, onZoom }: { detail: PairDetail; onZoom: () => void }) {
  const windows = detail.components.reduce((sum, component) => sum + component.windows.length, 0);
  const tab = usePair((state) => state.tab);
  return (
    <Tabs value={tab} onChange={(value) => usePair.setState({ tab: value as PairTab })} className={classes.tabs} keepMounted={false}>
      <Tabs.List className={classes.tabList}>
        <Tabs.Tab value="waveforms">{t.waveforms}</Tabs.Tab>
        <Tabs.Tab value="windows">
          {t.windows} ({windows})
        </Tabs.Tab>
        <Tabs.Tab value="log">{t.log}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="waveforms" className={classes.panel}>
        {detail.error && <FailureAlert failure={detail.error} />}
        {detail.components.length > 0 ? (
          <Waveforms detail={detail} layersName="pair" onZoom={onZoom} />
        ) : (
          <p className={classes.nothing}>{t.noWaveforms}</p>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="windows" className={classes.panel}>
        <WindowsTable detail={detail} />
      </Tabs.Panel>
      <Tabs.Panel value="log" className={classes.panel}>
        <LogView text={detail.log} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Refusal({ error }: { error: unknown }) {
  return (
    <Alert color="red" m="md" title={error instanceof Error ? error.message : String(error)}>
      {error instanceof ApiError ? error.advice : null}
    </Alert>
  );
}

/** Not for Escape in a menu: its element lies outside the pane, though React bubbles its events here. */
function closeOnEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Escape' && event.currentTarget.contains(event.target as Node)) closePair();
}

/** One pair: its components with windows, its facts, its log, or why it failed. */
export function PairPane({ pair }: { pair: PairKey }) {
  usePairView();
  const row = pairRows.get(pair);
  const id = pairId(pair);
  const [zoomedPair, setZoomedPair] = useState<string | null>(null);
  const { detail, error, loading } = useDetail(pair, zoomedPair === id ? FINE : COARSE);

  return (
    <section className={classes.pane} aria-label={t.pane} onKeyDown={closeOnEscape}>
      <PairHeader pair={pair} row={row} />
      {detail && <Facts detail={detail} />}
      {error !== null && <Refusal error={error} />}
      {!detail && loading && (
        <p className={classes.nothing} role="status">
          <Loader size={14} /> {t.loading}
        </p>
      )}
      {detail && (
        <div className={classes.body} aria-busy={loading}>
          <Body detail={detail} onZoom={() => setZoomedPair(id)} />
        </div>
      )}
    </section>
  );
}
