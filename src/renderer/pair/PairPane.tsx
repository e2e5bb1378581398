import { Alert, Loader, Splitter, Tabs, VisuallyHidden } from '@mantine/core';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import type { PairDetail } from '@/api';
import { bandPreprocessedTwice } from '@/core/config';
import { pairId, type PairKey } from '@/core/model';
import { useApp } from '../app/store';
import { pairRows } from '../pairs/table';
import { usePairView } from '../pairs/usePairView';
import { ApiError } from '../bridge';
import { texts } from '../texts';
import { BandChoice } from './band/BandChoice';
import { useBand } from './band/store';
import { CompareMenu } from './compare/CompareMenu';
import { useComparison } from './compare/useComparison';
import { EditBar } from './edit/EditBar';
import { AwaitedEdit, DecisionForm, DecisionOnItsWay, VerdictLine } from './edit/HandLines';
import { combinedNow, measuredComponents, measuredNow } from './edit/marks';
import { goOn, stepOut } from './edit/steps';
import { decidingOn, isEdited, useEdit } from './edit/store';
import { SPLITTER, usePaneSizes } from '../common/usePaneSizes';
import { givesFocus } from '../common/focusHandover';
import { HandTools } from './HandTools';
import { LogView } from './LogView';
import { Overview } from './overview/Overview';
import { PairFailure } from './PairFailure';
import { PairHeader } from './PairHeader';
import classes from './PairPane.module.css';
import { SidePanel } from './side/SidePanel';
import { closePair, setMaximized, usePair, type PairTab } from './store';
import { COARSE, FINE, useDetail } from './useDetail';
import { Waveforms } from './Waveforms';
import { WindowsTable } from './WindowsTable';

const t = texts.pair;

/** Beside the waveforms: as wide as its table of windows needs, however wide the window. */
const SIDE = { initial: [100, '296px'], min: '240px' } as const;

function Body({ detail, isEditing, onZoom }: { detail: PairDetail; isEditing: boolean; onZoom: () => void }) {
  const windows = detail.components.reduce((sum, component) => sum + component.windows.length, 0);
  const tab = usePair((state) => state.tab);
  const { top, under, others, onOpen } = useComparison(detail, isEditing);
  const parameters = useApp(({ project }) => project?.parameters ?? null);
  const twice = useMemo(() => parameters && bandPreprocessedTwice(parameters), [parameters]);
  return (
    <Tabs
      value={tab}
      onChange={(value) => usePair.setState({ tab: value as PairTab })}
      className={classes.tabs}
      keepMounted={false}
    >
      <div className={classes.tabBar}>
        <Tabs.List className={classes.tabList}>
          <Tabs.Tab value="waveforms">{t.waveforms}</Tabs.Tab>
          <Tabs.Tab value="windows">
            {t.windows} <span className={classes.count}>({windows})</span>
          </Tabs.Tab>
          <Tabs.Tab value="log">{t.log}</Tabs.Tab>
        </Tabs.List>
        <div className={classes.bands}>
          <BandChoice detail={detail} refusal={isEditing ? texts.hand.bandStays : null} />
        </div>
        {detail.components.length > 0 && (
          <div className={classes.tools}>
            <CompareMenu others={others} onOpen={onOpen} />
            {!isEditing && <HandTools />}
          </div>
        )}
      </div>
      <Tabs.Panel value="waveforms" className={classes.panel}>
        <PairFailure detail={detail} />
        {detail.components.length > 0 ? (
          <Waveforms {...top} under={under} layersName="pair" twice={twice} onZoom={onZoom} isEditing={isEditing} />
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

/** One step back: out of a decision or an edit, out of the whole area, out of the pair. Not for Escape in a menu: its
 *  element lies outside the pane, though React bubbles its events here. */
function goBackOnEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || !event.currentTarget.contains(event.target as Node)) return;
  if (stepOut()) return;
  if (usePair.getState().maximized) setMaximized(false);
  else closePair();
}

interface HandAreaProps {
  /** What is looked at. */
  pair: PairKey;
  /** What is shown: the pair before, until this one is read. */
  detail: PairDetail | null;
  isEditing: boolean;
}

/** What is being decided or worked on by hand. */
function HandArea({ pair, detail, isEditing }: HandAreaProps) {
  const form = useEdit((state) => state.form);
  const awaited = useEdit((state) => state.awaited);
  const deciding = useEdit((state) => decidingOn(state, pair));
  const own = detail && pairId(detail) === pairId(pair) ? detail : null;
  return (
    <>
      {form && !isEditing && <DecisionForm key={`${pairId(form.pair)} ${form.verdict}`} draft={form} detail={own} />}
      {deciding && <DecisionOnItsWay draft={deciding} />}
      {awaited && <AwaitedEdit />}
      {isEditing && <EditBar />}
    </>
  );
}

/** One pair: its components with windows, its facts, its log, or why it failed. */
export function PairPane({ pair }: { pair: PairKey }) {
  usePairView();
  const row = pairRows.get(pair);
  const id = pairId(pair);
  const [zoomedPair, setZoomedPair] = useState<string | null>(null);
  const isEditing = useEdit((state) => isEdited(state, pair));
  // What is edited stays in its band, whatever is chosen elsewhere.
  const edited = useEdit((state) => (isEdited(state, pair) ? (state.session?.detail.band ?? null) : null));
  const chosen = useBand((state) => state.band);
  const { detail, error, loading } = useDetail(pair, zoomedPair === id ? FINE : COARSE, edited ?? chosen);
  const measured = useEdit((state) => (isEdited(state, pair) ? measuredNow(state.session) : null));
  const said = useEdit((state) => state.said);
  const components = useMemo(() => (detail ? measuredComponents(measured, detail.components) : []), [detail, measured]);
  const shown = useMemo(
    () => detail && { ...detail, components, ...combinedNow(measured) },
    [detail, components, measured],
  );
  const isDeciding = useEdit((state) => state.form !== null);
  useEffect(() => {
    usePair.setState({ shown: loading ? null : detail, reading: loading });
    if (detail && !loading && !isDeciding) goOn(detail);
  }, [detail, loading, isDeciding]);
  const isOther = detail !== null && pairId(detail) !== id;
  const side = usePair((state) => state.side);
  const sizes = usePaneSizes('pair-side', SIDE.initial);

  return (
    <section
      ref={givesFocus}
      className={classes.pane}
      tabIndex={-1}
      aria-label={t.pane}
      data-pair-pane
      data-other={isOther || undefined}
      onKeyDown={goBackOnEscape}
    >
      <PairHeader pair={pair} row={row} />
      {detail && isOther && (
        <p className={classes.other} role="status">
          <Loader size={12} aria-hidden="true" /> {t.stillOther(pair.station, `${detail.event} · ${detail.station}`)}
        </p>
      )}
      {shown && (
        <div className={classes.about}>
          {!side && <Overview detail={shown} isEditing={isEditing} />}
          {shown.hand && !isEditing && <VerdictLine pair={shown} mark={shown.hand} />}
        </div>
      )}
      <HandArea pair={pair} detail={detail} isEditing={isEditing} />
      {error !== null && <Refusal error={error} />}
      {!detail && loading && (
        <p className={classes.nothing} role="status">
          <Loader size={14} /> {t.loading}
        </p>
      )}
      {shown && (
        <div className={classes.body} aria-busy={loading}>
          <Splitter h="100%" {...SPLITTER} {...(side ? sizes : {})}>
            <Splitter.Pane defaultSize={100} min={30}>
              <Body detail={shown} isEditing={isEditing} onZoom={() => setZoomedPair(id)} />
            </Splitter.Pane>
            {side && (
              <Splitter.Pane defaultSize={SIDE.initial[1]} min={SIDE.min}>
                <SidePanel detail={shown} />
              </Splitter.Pane>
            )}
          </Splitter>
        </div>
      )}
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
    </section>
  );
}
