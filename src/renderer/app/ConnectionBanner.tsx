import { Loader } from '@mantine/core';
import { texts } from '../texts';
import { useConnection } from './connection';
import classes from './ConnectionBanner.module.css';

/** Says that the engine is away, while the page tries to reach it again. */
export function ConnectionBanner() {
  const connected = useConnection((state) => state.connected);
  return (
    <div role="status">
      {!connected && (
        <div className={classes.banner}>
          <Loader size={14} aria-hidden="true" />
          <span>
            <b>{texts.shell.disconnected}</b> {texts.shell.disconnectedAdvice}
          </span>
        </div>
      )}
    </div>
  );
}
