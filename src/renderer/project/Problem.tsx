import { ActionIcon, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconFolderSymlink, IconInfoCircle } from '@tabler/icons-react';
import type { ProjectProblem } from '@/api';
import { notifyError } from '../app/notices';
import { useApp } from '../app/store';
import { api } from '../bridge';
import { texts } from '../texts';
import classes from './Problem.module.css';

const t = texts.project;

const SEVERITIES = {
  error: { text: t.error, colour: 'var(--bad)', Icon: IconCircleX },
  warning: { text: t.warning, colour: 'var(--warn)', Icon: IconAlertTriangle },
  info: { text: t.info, colour: 'var(--text-dim)', Icon: IconInfoCircle },
} as const;

/** Shows a file of the open project in the system's file manager, where there is one. */
export function RevealButton({ file }: { file: string }) {
  const electron = useApp((state) => state.info?.face === 'electron' && state.project !== null);
  if (!electron) return null;
  return (
    <ActionIcon
      size={20}
      aria-label={t.reveal(file)}
      title={t.reveal(file)}
      onClick={() => void api.reveal({ path: file }).catch(notifyError)}
    >
      <IconFolderSymlink size={14} stroke={1.6} aria-hidden="true" />
    </ActionIcon>
  );
}

/** One problem: how bad it is, what it is about, and what to do. */
export function Problem({ problem }: { problem: ProjectProblem & { subject?: string | null } }) {
  const { severity, message, advice, file, subject = null } = problem;
  const { text, colour, Icon } = SEVERITIES[severity];
  return (
    <li className={classes.problem}>
      <span className={classes.severity} style={{ color: colour }}>
        <Icon size={16} stroke={1.7} aria-hidden="true" /> {text}
      </span>
      <div className={classes.body}>
        <Text>
          {subject !== null && <b className={classes.subject}>{subject}: </b>}
          {message}
        </Text>
        {advice !== null && <Text c="var(--text-dim)">{advice}</Text>}
        {file !== null && (
          <span className={classes.place}>
            <code className={classes.file}>{file}</code>
            <RevealButton file={file} />
          </span>
        )}
      </div>
    </li>
  );
}
