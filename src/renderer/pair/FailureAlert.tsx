import { Alert, Text } from '@mantine/core';
import { IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Failure } from '@/core/model';
import { texts } from '../texts';
import classes from './FailureAlert.module.css';

const t = texts.pair;

interface FailureAlertProps {
  failure: Failure;
  /** What can be done here. */
  children?: ReactNode;
}

/** Why a pair failed, where, and what to do about it. */
export function FailureAlert({ failure: { stage, code, message, advice, cause }, children }: FailureAlertProps) {
  return (
    <Alert
      className={classes.failure}
      color="red"
      variant="transparent"
      icon={<IconCircleX size={18} aria-hidden="true" />}
      title={`${t.failedIn(stage)} (${code})`}
    >
      <Text>{message}</Text>
      {advice !== null && (
        <Text mt={4}>
          <b>{t.advice}:</b> {advice}
        </Text>
      )}
      {cause !== null && (
        <details>
          <summary>{t.cause}</summary>
          <div className={classes.cause}>{cause}</div>
        </details>
      )}
      {children}
    </Alert>
  );
}
