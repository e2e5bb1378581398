import { Text } from '@mantine/core';
import { IconCheck, IconChevronDown, IconChevronRight, IconMinus } from '@tabler/icons-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import type { PairFileList, ProjectOverview } from '@/api';
import { notifyError } from '../app/notices';
import { api } from '../bridge';
import { count } from '../common/format';
import { useRowWindow } from '../common/useRowWindow';
import { texts } from '../texts';
import classes from './FileTree.module.css';
import { RevealButton } from './Problem';
import { treeRows, type TreeKind, type TreeRow } from './treeRows';

const t = texts.project;
const ROW_HEIGHT = 26;

function Count({ value }: { value: TreeRow['ready'] }) {
  if (value === null) return <span role="gridcell" />;
  if (typeof value === 'number') {
    return (
      <span role="gridcell" className={`${classes.count} num`} data-none={value === 0 || undefined}>
        {count(value)}
      </span>
    );
  }
  const [Icon, text] = value ? [IconCheck, t.has] : [IconMinus, t.hasNot];
  return (
    <span role="gridcell" className={classes.count} data-none={!value || undefined}>
      <Icon size={14} stroke={1.8} aria-label={text} role="img" />
    </span>
  );
}

interface LineProps {
  row: TreeRow;
  id: string;
  index: number;
  active: boolean;
  onClick: () => void;
}

function Line({ row, id, index, active, onClick }: LineProps) {
  const { level, expanded, name, file, note } = row;
  const Chevron = expanded ? IconChevronDown : IconChevronRight;
  return (
    <div
      id={id}
      role="row"
      aria-level={level}
      aria-rowindex={index + 2}
      aria-expanded={expanded ?? undefined}
      aria-selected={active}
      className={classes.row}
      data-active={active || undefined}
      data-level={level}
      style={{ height: ROW_HEIGHT, transform: `translateY(${index * ROW_HEIGHT}px)` }}
      onClick={onClick}
    >
      {level === 3 ? (
        <span role="gridcell" className={classes.file}>
          <span className={classes.side}>{note}</span>
          <span className={classes.path} title={file ?? undefined} data-none={file === null || undefined}>
            {name}
          </span>
          {file !== null && <RevealButton file={file} />}
        </span>
      ) : (
        <>
          <span role="gridcell" className={classes.name} title={name}>
            <Chevron size={14} stroke={1.8} aria-hidden="true" className={classes.chevron} /> {name}
          </span>
          <Count value={row.observed} />
          <Count value={row.synthetic} />
          <Count value={row.ready} />
          <span role="gridcell" className={classes.note} title={note}>
            {note}
          </span>
        </>
      )}
    </div>
  );
}

/** What is expanded, and the files of the pairs that were. */
function useExpansion(kind: TreeKind, project: ProjectOverview) {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [files, setFiles] = useState<ReadonlyMap<string, PairFileList>>(new Map());
  const rows = useMemo(() => treeRows(project, kind, expanded, files), [project, kind, expanded, files]);
  const toggle = (row: TreeRow) => {
    if (row.expanded === null) return;
    const next = new Set(expanded);
    if (!next.delete(row.key)) next.add(row.key);
    setExpanded(next);
    if (row.pair === null || row.expanded) return;
    const { event, station } = row.pair;
    api
      .pairFiles({ event, station })
      .then((found) => setFiles((old) => new Map(old).set(`${event}/${station}`, found)))
      .catch(notifyError);
  };
  return { rows, toggle };
}

/** Events with their stations, or stations with their events, and the files that each pair is measured from. Arrow keys
 *  walk, open and close; only the lines in sight are drawn. */
export function FileTree({ kind, project }: { kind: TreeKind; project: ProjectOverview }) {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [active, setActive] = useState(0);
  const { rows, toggle } = useExpansion(kind, project);
  const sight = useRowWindow(scroller, rows.length, ROW_HEIGHT);
  const at = Math.min(active, rows.length - 1);
  const idOf = (index: number) => `${kind}-line-${index}`;

  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    sight.reveal(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const parent = () => rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const acts: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      PageDown: () => go(at + page),
      PageUp: () => go(at - page),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => (row.expanded === false ? toggle(row) : go(at + 1)),
      ArrowLeft: () => (row.expanded === true ? toggle(row) : go(Math.max(0, parent()))),
      Enter: () => toggle(row),
      ' ': () => toggle(row),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <div
      ref={setScroller}
      className={classes.tree}
      role="treegrid"
      aria-label={kind === 'events' ? t.events : t.stations}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows.length === 0 ? undefined : idOf(at)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={classes.header} role="row">
        <span role="columnheader">{kind === 'events' ? t.events : t.stations}</span>
        <span role="columnheader" className={classes.count}>
          {t.columns.observed}
        </span>
        <span role="columnheader" className={classes.count}>
          {t.columns.synthetic}
        </span>
        <span role="columnheader" className={classes.count}>
          {t.columns.ready}
        </span>
        <span role="columnheader">{t.problems}</span>
      </div>
      {rows.length === 0 && (
        <Text p="sm" c="var(--text-dim)">
          {kind === 'events' ? t.noEvents : t.noStations}
        </Text>
      )}
      <div role="rowgroup" className={classes.rows} style={{ height: rows.length * ROW_HEIGHT }}>
        {sight.rows.map((index) => {
          const row = rows[index]!;
          return (
            <Line
              key={row.key}
              row={row}
              id={idOf(index)}
              index={index}
              active={index === at}
              onClick={() => {
                setActive(index);
                toggle(row);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
