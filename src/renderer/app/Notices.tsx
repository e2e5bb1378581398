import { Button, Notification, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { texts } from '../texts';
import { dismiss } from './notices';
import classes from './Notices.module.css';
import { useApp, type Notice } from './store';

const COLOURS = { error: 'red', warning: 'yellow.8', done: 'accent' } as const;

function OneNotice({ notice }: { notice: Notice }) {
  const { kind } = notice;
  return (
    <Notification
      role={kind === 'done' ? 'status' : 'alert'}
      color={COLOURS[kind]}
      icon={kind === 'done' ? <IconCheck size={16} /> : <IconAlertTriangle size={16} />}
      withBorder
      onClose={() => dismiss(notice.id)}
      closeButtonProps={{ 'aria-label': texts.close }}
      className={classes.notice}
    >
      <Text>{notice.message}</Text>
      {notice.advice !== null && (
        <Text c="var(--text-dim)" mt={2}>
          {notice.advice}
        </Text>
      )}
      {notice.action && (
        <Button
          mt={6}
          variant="default"
          onClick={() => {
            dismiss(notice.id);
            notice.action?.run();
          }}
        >
          {notice.action.text}
        </Button>
      )}
    </Notification>
  );
}

/** Messages in the lower right corner; they take no focus. */
export function Notices() {
  const notices = useApp((state) => state.notices);
  return (
    <div className={classes.stack}>
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}
