import { Splitter } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { SPLITTER, usePaneSizes } from '../common/usePaneSizes';
import { PairPane } from '../pair/PairPane';
import { usePair } from '../pair/store';
import classes from './RunPage.module.css';
import { PairTable } from './PairTable';
import { PairToolbar, type Layout } from './PairToolbar';

/** The live table of pairs, and beside or below it the pair that is looked at. */
export function RunPage() {
  const open = usePair((state) => state.open);
  const [layout, setLayout] = useLocalStorage<Layout>({ key: 'atoa-pair-layout', defaultValue: 'beside' });
  const beside = usePaneSizes('pairs-beside', [40, 60]);
  const below = usePaneSizes('pairs-below', [34, 66]);

  const table = (
    <div className={classes.table}>
      <PairToolbar layout={layout} onLayout={setLayout} />
      <PairTable />
    </div>
  );
  if (!open) return table;
  return (
    <Splitter
      key={layout}
      h="100%"
      {...SPLITTER}
      orientation={layout === 'beside' ? 'horizontal' : 'vertical'}
      {...(layout === 'beside' ? beside : below)}
    >
      <Splitter.Pane defaultSize={40} min={15}>
        {table}
      </Splitter.Pane>
      <Splitter.Pane defaultSize={60} min={25}>
        <PairPane pair={open} />
      </Splitter.Pane>
    </Splitter>
  );
}
