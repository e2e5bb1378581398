import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { GROUPS, keyNames, textOf } from '../commands';
import { texts } from '../texts';
import classes from './SidePane.module.css';

const t = texts.panes;
const { gesture: g, gestures: groups } = t;

/** What elements understand by themselves, without being commands. */
const GESTURES: { title: string; rows: [string, string[]][] }[] = [
  {
    title: groups.tables,
    rows: [
      [g.move, ['ArrowUp', 'ArrowDown']],
      [g.select, ['Space']],
      [g.range, ['shift+ArrowDown']],
      [g.all, ['mod+A']],
      [g.open, ['Enter']],
      [g.menu, ['shift+F10']],
    ],
  },
  {
    title: groups.map,
    rows: [
      [g.pan, [t.drag]],
      [g.zoom, [t.wheel]],
      [g.toggle, [t.click]],
    ],
  },
  {
    title: groups.waveforms,
    rows: [
      [g.zoom, [t.drag, t.wheel]],
      [g.pan, [t.shiftDrag]],
      [g.whole, [t.doubleClick]],
      [g.menuHere, ['shift+F10']],
    ],
  },
  {
    title: groups.windows,
    rows: [
      [g.nextWindow, ['Tab']],
      [g.nudge, ['ArrowLeft', 'ArrowRight']],
      [g.nudgeSecond, ['shift+ArrowLeft', 'shift+ArrowRight']],
      [g.nudgeTen, ['PageUp', 'PageDown']],
      [g.takeBack, ['Escape']],
    ],
  },
  {
    title: groups.panes,
    rows: [
      [g.resize, ['ArrowLeft', 'ArrowRight']],
      [g.close, ['Escape']],
    ],
  },
  { title: groups.fields, rows: [[g.step, ['ArrowUp', 'ArrowDown']]] },
];

function Keys({ combinations }: { combinations: readonly string[] }) {
  return combinations.map((keys, index) => (
    <Fragment key={keys}>
      {index > 0 && <span className={classes.or}>/</span>}
      {keyNames(keys).map((name) => (
        <Kbd key={name} size="xs">
          {name}
        </Kbd>
      ))}
    </Fragment>
  ));
}

function Group({ title, rows }: { title: string; rows: (readonly [string, readonly string[]])[] }) {
  if (rows.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{title}</h3>
      <dl className={classes.rows}>
        {rows.map(([text, combinations]) => (
          <div key={text} className={classes.row}>
            <dt>{text}</dt>
            <dd>
              <Keys combinations={combinations} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** All keys: those of the commands, from their registry, and those of tables, map and waveforms. */
export function ShortcutsPane() {
  return (
    <>
      {GROUPS.map(({ title, commands }) => (
        <Group
          key={title}
          title={title}
          rows={commands.flatMap((command) => (command.keys ? [[textOf(command), command.keys] as const] : []))}
        />
      ))}
      {GESTURES.map(({ title, rows }) => (
        <Group key={title} title={title} rows={rows} />
      ))}
    </>
  );
}
