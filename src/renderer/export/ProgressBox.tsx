import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import type { ExportProgress } from '@/api';
import { copyText } from '../common/clipboard';
import { openContextMenu } from '../common/contextMenu/store';
import { texts } from '../texts';
import { cancelExport } from './actions';
import classes from './ExportPage.module.css';
import { useExport } from './store';

const t = texts.exporting;

function outcomeText({ report }: ExportProgress): string {
  if (report === null) return '';
  if (report.download !== null) return t.downloaded(report.download.name);
  return report.path === null ? '' : t.files(report.files, report.path);
}

const pathItem = (path: string) => ({ text: t.copyPath, run: () => copyText(path) });

/** How the export goes that takes its time, and what it ended with. */
export function ProgressBox() {
  const progress = useExport((state) => state.progress);
  if (progress === null) return null;
  const { what, state, done, total, report } = progress;
  const path = report?.path ?? null;
  const showMenu = (event: MouseEvent) => {
    if (path !== null) openContextMenu(event, texts.contextMenu.of(t.progress), [pathItem(path)]);
  };
  const isGoing = state === 'going';
  const Icon = state === 'done' && !report?.problemCount ? IconCircleCheck : IconAlertTriangle;
  return (
    <section className={classes.progress} aria-label={t.progress} onContextMenu={showMenu}>
      <div className={classes.line} role="status">
        {!isGoing && <Icon size={16} aria-hidden="true" />}
        <strong>
          {t.what[what]}: {t.state[state]}
        </strong>
        <span className="num dim">{isGoing ? t.doneOf(done, total) : outcomeText(progress)}</span>
        {isGoing && (
          <Button variant="default" size="compact-xs" onClick={() => void cancelExport()}>
            {t.cancel}
          </Button>
        )}
      </div>
      {isGoing && <Progress aria-label={t.progress} value={total === 0 ? 0 : (100 * done) / total} size="sm" />}
      {report && report.problems.length > 0 && (
        <ul>
          {report.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {report.problemCount > report.problems.length && (
            <li>{t.more(report.problemCount - report.problems.length)}</li>
          )}
        </ul>
      )}
    </section>
  );
}
