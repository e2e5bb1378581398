import { notifyError } from '../app/notices';
import { setArea, useApp } from '../app/store';
import { api } from '../bridge';
import { copyText } from '../common/clipboard';
import type { MenuItem } from '../common/contextMenu/store';
import { pin } from '../configure/preview/store';
import { openPair } from '../pair/store';
import { retry } from '../run/actions';
import { isGoing, useRun } from '../run/store';
import { texts } from '../texts';
import type { PairRow } from './rows';

const t = texts.contextMenu;

function asLine({ event, station, status, misfit, windows, reason }: PairRow): string {
  return [event, station, status, misfit ?? '', windows, reason].join('\t');
}

/** What can be done with a row of the table of pairs. */
export function rowMenu(row: PairRow): MenuItem[] {
  const { info, project } = useApp.getState();
  const { event, station, reason } = row;
  const pair = { event, station };
  const show = (which: 'log' | 'figure') => () => api.showPairFile({ ...pair, which }).catch(notifyError);
  const files: MenuItem[] = [
    { text: t.showLog, divided: true, run: show('log') },
    { text: t.showFigure, run: show('figure') },
  ];
  return [
    { text: t.open, run: () => openPair(pair) },
    { text: texts.pairMenu.log, run: () => openPair(pair, 'log') },
    {
      text: t.pin,
      run: () => {
        pin([pair]);
        setArea('configure');
      },
    },
    {
      text: t.again,
      enabled: project !== null && !isGoing(useRun.getState().progress),
      run: () => project && retry(project, [pair]),
    },
    { text: t.copyName, divided: true, run: () => copyText(`${event} ${station}`) },
    { text: t.copyRow, run: () => copyText(asLine(row)) },
    ...(reason === '' ? [] : [{ text: t.copyReason, run: () => copyText(reason) }]),
    ...(info?.face === 'electron' ? files : []),
  ];
}
