import { Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { texts } from '../texts';
import { useConnection } from './connection';
import classes from './ConnectionBanner.module.css';

const t = texts.shell;

/** Says that the engine is away, while the page tries to reach it again. */
export function ConnectionBanner() {
  const { connected, refused } = useConnection();
  return (
    <div role="status">
      {!connected && (
        <div className={classes.banner}>
          {refused ? <IconAlertTriangle size={15} aria-hidden="true" /> : <Loader size={14} aria-hidden="true" />}
          <span>
            <b>{refused ? t.refused : t.disconnected}</b> {refused ? t.refusedAdvice : t.disconnectedAdvice}
          </span>
        </div>
      )}
    </div>
  );
}
