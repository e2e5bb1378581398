import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconFolderOpen, IconFolderSymlink, IconX } from '@tabler/icons-react';
import type { ProjectOverview } from '@/api';
import { api } from '../bridge';
import { fromHome, share } from '../common/format';
import { useLoading } from '../pairs/outcomes';
import { texts } from '../texts';
import { ChooserDialog } from '../welcome/ChooserDialog';
import { closeProject, openByDialog } from './actions';
import { notifyError } from './notices';
import { setChoosing, useShell } from './shell';
import { useApp } from './store';
import { ThemeMenu } from './ThemeMenu';
import classes from './TopBar.module.css';

const t = texts.shell;

/** The share is not read out: it changes too often. */
function Loading() {
  const loading = useLoading((state) => state.loading);
  if (loading === null) return null;
  return (
    <>
      <Loader size={14} /> {t.loadingResults}{' '}
      <span aria-hidden="true" className="num" data-loading>
        {share(loading.done / loading.end)}
      </span>
    </>
  );
}

export function TopBar({ project }: { project: ProjectOverview }) {
  const electron = useApp((state) => state.info?.face === 'electron');
  const home = useApp((state) => state.info?.home);
  const busy = useApp((state) => state.busy);
  const choosing = useShell((state) => state.choosing);

  return (
    <header className={classes.bar}>
      <span className={classes.mark} aria-hidden="true">
        Atoa
      </span>
      <h1 className={classes.name}>{project.name}</h1>
      <span className={classes.path} title={project.path}>
        {fromHome(project.path, home)}
      </span>
      {electron && (
        <ActionIcon
          aria-label={t.reveal}
          title={t.reveal}
          onClick={() => void api.reveal({ path: project.path }).catch(notifyError)}
        >
          <IconFolderSymlink size={16} stroke={1.6} />
        </ActionIcon>
      )}
      <span className={classes.space} role="status">
        {busy !== null && (
          <>
            <Loader size={14} /> {busy}
          </>
        )}
        {busy === null && <Loading />}
      </span>
      <Button
        className={classes.open}
        variant="default"
        leftSection={<IconFolderOpen size={15} stroke={1.6} />}
        onClick={() => void openByDialog().then((shown) => setChoosing(!shown))}
      >
        {t.openAnother}
      </Button>
      <ThemeMenu />
      <ActionIcon aria-label={t.closeProject} title={t.closeProject} onClick={() => void closeProject()}>
        <IconX size={17} stroke={1.6} />
      </ActionIcon>
      <ChooserDialog opened={choosing} onClose={() => setChoosing(false)} />
    </header>
  );
}
