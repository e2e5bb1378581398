import { notifyError } from '../app/notices';
import { saveFigure } from '../export/actions';
import type { FigureFormat } from '../export/store';
import { isInSight, panSight, resetSight, shownSpan, zoomSight } from '../pair/sight';
import { usePair } from '../pair/store';
import { setLayers, useLayerStore } from '../pair/useLayers';
import { texts } from '../texts';
import { isIn } from './conditions';
import type { Command, CommandGroup } from './types';

const t = texts.commands;

const [inRun, inResults] = [isIn('run'), isIn('results')];
const looking = () => (inRun() || inResults()) && usePair.getState().open !== null;
const drawn = () => looking() && isInSight();
/** There is nothing to go to. */
const isWhole = () => (shownSpan() === null ? t.isWhole : null);

const layers = (['stalta', 'adjoint', 'arrivals'] as const).map<Command>((layer, index) => ({
  id: `waveforms.${layer}`,
  text: t.layers[layer],
  menu: 'view',
  section: 'layers',
  keys: [String(index + 1)],
  once: true,
  enabled: drawn,
  checked: () => useLayerStore.getState().pair[layer],
  run: () => {
    const { pair } = useLayerStore.getState();
    setLayers('pair', { ...pair, [layer]: !pair[layer] });
  },
}));

async function exportFigure(format: FigureFormat): Promise<void> {
  const { open } = usePair.getState();
  if (open) await saveFigure({ event: open.event, station: open.station }, format, shownSpan()).catch(notifyError);
}

const figures = (['pdf', 'png', 'svg'] as const).map<Command>((format) => ({
  id: `waveforms.${format}`,
  text: t.exportFigure(texts.exporting.formats[format]),
  menu: 'file',
  section: 'export',
  enabled: looking,
  run: () => exportFigure(format),
}));

/** What is seen of the pair that is looked at: all components in step. */
export const waveformCommands: CommandGroup = {
  title: t.groups.waveforms,
  commands: [
    {
      id: 'waveforms.zoomIn',
      text: t.zoomIn,
      menu: 'view',
      section: 'waveforms',
      keys: ['Plus', '='],
      enabled: drawn,
      run: () => zoomSight(1),
    },
    {
      id: 'waveforms.zoomOut',
      text: t.zoomOut,
      menu: 'view',
      section: 'waveforms',
      keys: ['-'],
      enabled: drawn,
      run: () => zoomSight(-1),
    },
    {
      id: 'waveforms.earlier',
      text: t.panEarlier,
      menu: 'view',
      section: 'waveforms',
      keys: ['shift+ArrowLeft'],
      enabled: drawn,
      refusal: isWhole,
      run: () => panSight(-1),
    },
    {
      id: 'waveforms.later',
      text: t.panLater,
      menu: 'view',
      section: 'waveforms',
      keys: ['shift+ArrowRight'],
      enabled: drawn,
      refusal: isWhole,
      run: () => panSight(1),
    },
    {
      id: 'waveforms.whole',
      text: t.wholeTrace,
      menu: 'view',
      section: 'waveforms',
      keys: ['0'],
      enabled: drawn,
      refusal: isWhole,
      run: resetSight,
    },
    ...layers,
    ...figures,
  ],
};
