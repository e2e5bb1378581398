import { Button, Loader, Text, Title } from '@mantine/core';
import { IconFolderOpen, IconWorld } from '@tabler/icons-react';
import { openByDialog, openDemo } from '../app/actions';
import { setChoosing, useShell } from '../app/shell';
import { useApp } from '../app/store';
import { ThemeMenu } from '../app/ThemeMenu';
import { texts } from '../texts';
import { FolderChooser } from './FolderChooser';
import { RecentList } from './RecentList';
import { Seismogram } from './Seismogram';
import classes from './WelcomePage.module.css';

const t = texts.welcome;

/** The way in: open a folder, a recent project, or the demo. */
export function WelcomePage() {
  const info = useApp((state) => state.info);
  const busy = useApp((state) => state.busy);
  const choosing = useShell((state) => state.choosing);

  const open = async () => setChoosing(!(await openByDialog()));

  return (
    <main className={classes.page}>
      <div className={classes.corner}>
        <ThemeMenu />
      </div>
      <div className={classes.content}>
        <header>
          <Seismogram />
          <Title order={1} className={classes.title}>
            {t.title}
          </Title>
          <Text size="lg" className={classes.what}>
            {t.what}
          </Text>
        </header>
        <div className={classes.columns}>
          <section className={classes.actions}>
            {choosing ? (
              <FolderChooser onCancel={() => setChoosing(false)} />
            ) : (
              <>
                <Button
                  size="md"
                  leftSection={<IconFolderOpen size={20} stroke={1.6} />}
                  onClick={() => void open()}
                  disabled={info === null || busy !== null}
                >
                  {t.openFolder}
                </Button>
                <Text c="var(--text-dim)">{t.openFolderHint}</Text>
                <Button
                  size="md"
                  mt="sm"
                  variant="default"
                  leftSection={<IconWorld size={20} stroke={1.6} />}
                  onClick={() => void openDemo()}
                  disabled={info === null || busy !== null}
                >
                  {t.demo}
                </Button>
                <Text c="var(--text-dim)">{t.demoHint}</Text>
                {info?.face === 'electron' && (
                  <Text c="var(--text-dim)" mt="sm">
                    {t.dropHint}
                  </Text>
                )}
              </>
            )}
          </section>
          <RecentList />
        </div>
      </div>
      <footer className={classes.footer}>
        <span role="status" className={classes.busy}>
          {busy !== null && (
            <>
              <Loader size={14} /> {busy}
            </>
          )}
        </span>
        {info && <span>{t.version(info.version)}</span>}
      </footer>
    </main>
  );
}
