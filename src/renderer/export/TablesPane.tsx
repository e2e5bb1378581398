import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import type { TablePreview } from '@/api';
import { texts } from '../texts';
import { exportTable } from './actions';
import classes from './ExportPage.module.css';
import { PreviewTable } from './PreviewTable';
import { setExport, setTable, useExport, type TableFormat, type TableName } from './store';

const t = texts.exporting;
const TABLES: TableName[] = ['misfits', 'windows', 'stations'];
const FORMATS: TableFormat[] = ['csv', 'json', 'parquet'];

function ColumnPicker({ preview }: { preview: TablePreview }) {
  const { offered } = preview;
  // Not those of the preview, which may not have caught up yet.
  const columns = useExport((state) => state.columns) ?? preview.columns;
  const choose = (name: string, on: boolean) =>
    setExport({
      columns: offered.map((each) => each.name).filter((each) => (each === name ? on : columns.includes(each))),
    });
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t.columns}</legend>
      <div className={classes.columns}>
        {offered.map(({ name }) => (
          <Checkbox
            key={name}
            label={name}
            checked={columns.includes(name)}
            disabled={columns.length === 1 && columns[0] === name}
            onChange={(event) => choose(name, event.currentTarget.checked)}
          />
        ))}
        <div className={classes.sets}>
          <Button variant="default" size="compact-xs" onClick={() => setExport({ columns: null })}>
            {t.columnsDefault}
          </Button>
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => setExport({ columns: offered.map(({ name }) => name) })}
          >
            {t.columnsAll}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

/** Which table, with which columns, as what; and its first rows. */
export function TablesPane() {
  const table = useExport((state) => state.table);
  const naming = useExport((state) => state.naming);
  const format = useExport((state) => state.tableFormat);
  const preview = useExport((state) => state.preview);
  return (
    <>
      <div className={classes.settings}>
        <div className={classes.line}>
          <SegmentedControl
            aria-label={t.table}
            value={table}
            onChange={(next) => setTable({ table: next as TableName })}
            data={TABLES.map((value) => ({ value, label: t.tables[value] }))}
          />
          <SegmentedControl
            aria-label={t.naming}
            value={table === 'stations' ? 'atoa' : naming}
            disabled={table === 'stations'}
            onChange={(next) => setTable({ naming: next as 'atoa' | 'pyatoa' })}
            data={(['atoa', 'pyatoa'] as const).map((value) => ({ value, label: t.namings[value] }))}
          />
          <SegmentedControl
            aria-label={t.format}
            value={format}
            onChange={(next) => setExport({ tableFormat: next as TableFormat })}
            data={FORMATS.map((value) => ({ value, label: t.formats[value] }))}
          />
          <Button disabled={!preview || preview.total === 0} onClick={() => void exportTable()}>
            {t.exportTable(preview?.total ?? 0)}
          </Button>
        </div>
        <p className={classes.hint}>{t.tableHint[table]}</p>
        {preview && preview.offered.length > 0 && <ColumnPicker preview={preview} />}
        <div role="status" className={classes.hint}>
          {preview ? t.shown(preview.rows.length, preview.total) : t.counting}
        </div>
      </div>
      {preview && <PreviewTable preview={preview} />}
    </>
  );
}
