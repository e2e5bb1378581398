import { ActionIcon, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import type { RecentProject } from '@/api';
import { forgetRecent, openProject } from '../app/actions';
import { useApp } from '../app/store';
import { ago, fromHome } from '../common/format';
import { texts } from '../texts';
import classes from './RecentList.module.css';

function Item({ recent, disabled, now }: { recent: RecentProject; disabled: boolean; now: number }) {
  const home = useApp((state) => state.info?.home);
  return (
    <li className={classes.item}>
      <UnstyledButton
        className={classes.open}
        disabled={disabled || !recent.exists}
        onClick={() => void openProject(recent.path)}
      >
        <span className={classes.name}>{recent.name}</span>
        <span className={classes.when}>
          {recent.exists ? (
            ago(recent.openedAt, now)
          ) : (
            <span className={classes.missing}>
              <IconAlertTriangle size={13} aria-hidden="true" /> {texts.welcome.missing}
            </span>
          )}
        </span>
        <span className={classes.path} title={recent.path}>
          {fromHome(recent.path, home)}
        </span>
      </UnstyledButton>
      <ActionIcon
        className={classes.forget}
        aria-label={texts.welcome.forget(recent.name)}
        title={texts.welcome.forget(recent.name)}
        onClick={() => void forgetRecent(recent.path)}
      >
        <IconX size={15} />
      </ActionIcon>
    </li>
  );
}

export function RecentList() {
  const recent = useApp((state) => state.recent);
  const since = useApp((state) => state.since);
  const busy = useApp((state) => state.busy !== null);
  return (
    <section aria-labelledby="recent-title" className={classes.section}>
      <h2 id="recent-title" className={classes.heading}>
        {texts.welcome.recent}
      </h2>
      {recent.length === 0 ? (
        <Text c="var(--text-dim)">{texts.welcome.noRecent}</Text>
      ) : (
        <ul className={classes.list}>
          {recent.map((item) => (
            <Item key={item.path} recent={item} disabled={busy} now={since} />
          ))}
        </ul>
      )}
    </section>
  );
}
