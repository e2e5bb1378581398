import { Alert, Text } from '@mantine/core';
import { IconCircleX } from '@tabler/icons-react';
import type { Failure } from '@/core/model';
import { texts } from '../texts';
import classes from './PairPane.module.css';

const t = texts.pair;

/** Why a pair failed, where, and what to do about it. */
export function FailureAlert({ failure }: { failure: Failure }) {
  return (
    <Alert
      className={classes.failure}
      color="red"
      variant="transparent"
      icon={<IconCircleX size={18} aria-hidden="true" />}
      title={`${t.failedIn(failure.stage)} (${failure.code})`}
    >
      <Text>{failure.message}</Text>
      {failure.advice !== null && (
        <Text mt={4}>
          <b>{t.advice}:</b> {failure.advice}
        </Text>
      )}
      {failure.cause !== null && (
        <details>
          <summary>{t.cause}</summary>
          <div className={classes.cause}>{failure.cause}</div>
        </details>
      )}
    </Alert>
  );
}
