import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useApp } from '../app/store';
import { texts } from '../texts';
import { chooseFolder, copyAdjointSources, exportRerun, makeFigures } from './actions';
import classes from './ExportPage.module.css';
import { setExport, useExport, type FigureFormat } from './store';

const t = texts.exporting;
const FORMATS: FigureFormat[] = ['pdf', 'png', 'svg'];

function FolderField({ field, hint }: { field: 'figuresFolder' | 'adjointFolder'; hint?: string }) {
  const value = useExport((state) => state[field]);
  const native = useApp((state) => state.info?.nativeDialogs ?? false);
  return (
    <div className={classes.line}>
      <TextInput
        className={classes.folder}
        label={t.folder}
        description={t.folderHint}
        placeholder={hint ?? ''}
        value={value}
        onChange={(event) => setExport({ [field]: event.currentTarget.value })}
        spellCheck={false}
      />
      {native && (
        <Button variant="default" onClick={() => void chooseFolder(field)}>
          {t.choose}
        </Button>
      )}
    </div>
  );
}

function useIsGoing(): boolean {
  return useExport((state) => state.progress?.state === 'going');
}

function SizeFields({ format }: { format: FigureFormat }) {
  const widthCm = useExport((state) => state.widthCm);
  const dpi = useExport((state) => state.dpi);
  const number = (label: string, value: number, min: number, max: number, onChange: (value: number) => void) => (
    <NumberInput
      className={classes.number}
      label={label}
      value={value}
      min={min}
      max={max}
      clampBehavior="strict"
      onChange={(next) => typeof next === 'number' && next >= min && onChange(next)}
    />
  );
  return (
    <div className={classes.line}>
      {number(t.width, widthCm, 5, 200, (next) => setExport({ widthCm: next }))}
      {format === 'png' && number(t.dpi, dpi, 30, 1200, (next) => setExport({ dpi: Math.round(next) }))}
      {format === 'png' && <span className={classes.hint}>{t.pixels(Math.round((widthCm / 2.54) * dpi))}</span>}
    </div>
  );
}

/** Figures of the pairs that the filter leaves. */
export function FiguresPane() {
  const format = useExport((state) => state.figureFormat);
  const layout = useExport((state) => state.layout);
  const total = useExport((state) => state.preview?.total ?? 0);
  const going = useIsGoing();
  return (
    <div className={classes.settings}>
      <div className={classes.line}>
        <SegmentedControl
          aria-label={t.format}
          value={format}
          onChange={(next) => setExport({ figureFormat: next as FigureFormat })}
          data={FORMATS.map((value) => ({ value, label: t.formats[value] }))}
        />
        {format === 'pdf' && (
          <SegmentedControl
            aria-label={t.layout}
            value={layout}
            onChange={(next) => setExport({ layout: next as 'one' | 'each' })}
            data={(['one', 'each'] as const).map((value) => ({ value, label: t.layouts[value] }))}
          />
        )}
      </div>
      <SizeFields format={format} />
      {(format !== 'pdf' || layout === 'each') && <FolderField field="figuresFolder" hint={t.figuresFolder} />}
      <p className={classes.hint}>{t.figuresHint}</p>
      <div>
        <Button disabled={going || total === 0} onClick={() => void makeFigures()}>
          {t.makeFigures(total)}
        </Button>
      </div>
    </div>
  );
}

/** Adjoint sources, laid out for SPECFEM. */
export function AdjointPane() {
  const total = useExport((state) => state.preview?.total ?? 0);
  const folder = useExport((state) => state.adjointFolder);
  const going = useIsGoing();
  return (
    <div className={classes.settings}>
      <p className={classes.hint}>{t.adjointHint}</p>
      <FolderField field="adjointFolder" />
      <div>
        <Button disabled={going || total === 0 || folder.trim() === ''} onClick={() => void copyAdjointSources()}>
          {t.exportAdjoint(total)}
        </Button>
      </div>
    </div>
  );
}

/** What a re-run needs. */
export function RerunPane() {
  const going = useIsGoing();
  return (
    <div className={classes.settings}>
      <p className={classes.hint}>{t.rerunHint}</p>
      <p className={classes.hint}>
        {t.rerunUse} <code className={classes.command}>{t.rerunCommand}</code>, {t.rerunThen}
      </p>
      <div>
        <Button disabled={going} onClick={() => void exportRerun()}>
          {t.exportRerun}
        </Button>
      </div>
    </div>
  );
}
