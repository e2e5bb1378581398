import { Button, Loader } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Versions } from '@/api';
import { notifyError } from '../app/notices';
import { api } from '../bridge';
import { copyText } from '../common/clipboard';
import { texts } from '../texts';
import classes from './SidePane.module.css';

const t = texts.panes;

function rowsOf({ atoa, electron, chromium, node, licence }: Versions): [string, string][] {
  const names = t.versions;
  return [
    [names.atoa, atoa],
    electron === null ? [names.shownIn, t.browser] : [names.electron, electron],
    ...(chromium === null ? [] : [[names.chromium, chromium] as [string, string]]),
    [names.node, node],
    [names.licence, licence],
  ];
}

/** Versions of Atoa and of what it runs on, ready to be pasted into a report. */
export function AboutPane() {
  const [versions, setVersions] = useState<Versions | null>(null);
  useEffect(() => {
    api.versions({}).then(setVersions).catch(notifyError);
  }, []);
  if (versions === null) return <Loader size={14} aria-label={t.loading} />;
  const rows = rowsOf(versions);
  return (
    <>
      <p style={{ marginTop: 0 }}>{t.what}</p>
      <dl className={classes.rows}>
        {rows.map(([name, value]) => (
          <div key={name} className={classes.row}>
            <dt className="dim">{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <Button
        mt="md"
        variant="default"
        leftSection={<IconCopy size={15} />}
        onClick={() => void copyText(rows.map((row) => row.join(' ')).join('\n'), t.versionsCopied)}
      >
        {t.copyVersions}
      </Button>
    </>
  );
}
