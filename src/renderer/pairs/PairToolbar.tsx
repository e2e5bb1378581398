import { Button, Checkbox, CloseButton, Menu, SegmentedControl, TextInput } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { count } from '../common/format';
import { exportTable } from '../run/download';
import { isGoing, useRun } from '../run/store';
import { texts } from '../texts';
import { EarlierCount } from './EarlierCount';
import classes from './PairToolbar.module.css';
import type { RowStatus } from './rows';
import { setFollow, usePairTable } from './state';
import { pairView } from './table';
import { usePairView } from './usePairView';

const t = texts.pairs;

function ExportMenu() {
  const item = (table: 'misfits' | 'windows', format: 'csv' | 'json', text: string) => (
    <Menu.Item onClick={() => void exportTable(table, format)}>
      {text}, {format.toUpperCase()}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          className={classes.export}
          leftSection={<IconDownload size={14} aria-hidden="true" />}
        >
          {t.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {item('misfits', 'csv', t.exportMisfits)}
        {item('misfits', 'json', t.exportMisfits)}
        <Menu.Divider />
        {item('windows', 'csv', t.exportWindows)}
        {item('windows', 'json', t.exportWindows)}
      </Menu.Dropdown>
    </Menu>
  );
}

function StatusFilter({ value, onChange }: { value: RowStatus | null; onChange: (status: RowStatus | null) => void }) {
  const { counts } = pairView;
  const entry = (status: RowStatus) => ({ value: status, label: `${t.status[status]} ${count(counts[status])}` });
  return (
    <SegmentedControl
      aria-label={t.statusFilter}
      className={classes.status}
      value={value ?? 'all'}
      onChange={(next) => onChange(next === 'all' ? null : (next as RowStatus))}
      data={[{ value: 'all', label: t.all }, entry('done'), entry('empty'), entry('failed')]}
    />
  );
}

/** Filter, status, counts and export of the table of pairs. */
export function PairToolbar() {
  const [text, setText] = useState('');
  const [status, setStatus] = useState<RowStatus | null>(null);
  const [isByHand, setByHand] = useState(false);
  const follow = usePairTable((state) => state.follow);
  const going = useRun((state) => isGoing(state.progress));
  usePairView();

  useEffect(() => pairView.setFilter({ text, status, isByHand }), [text, status, isByHand]);
  useEffect(() => () => pairView.setFilter({ text: '', status: null, isByHand: false }), []);

  return (
    <div className={classes.bar}>
      <TextInput
        className={classes.filter}
        aria-label={t.filter}
        placeholder={t.filter}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        leftSection={<IconSearch size={13} aria-hidden="true" />}
        rightSection={
          text !== '' && <CloseButton size="xs" aria-label={texts.select.clearFilter} onClick={() => setText('')} />
        }
        spellCheck={false}
      />
      <StatusFilter value={status} onChange={setStatus} />
      <Checkbox
        className={classes.hand}
        label={t.byHand}
        checked={isByHand}
        onChange={(event) => setByHand(event.currentTarget.checked)}
      />
      <span className={classes.count}>{t.shown(pairView.order.length, pairView.total)}</span>
      <EarlierCount />
      <span className={classes.space} />
      {going && (
        <Checkbox
          className={classes.follow}
          label={t.follow}
          checked={follow}
          onChange={(event) => setFollow(event.currentTarget.checked)}
        />
      )}
      <ExportMenu />
    </div>
  );
}
