import { useSyncExternalStore } from 'react';
import { pairRows } from '../../pairs/table';
import { FailureGroups, type FailureGroup } from './groups';

const EVERY_MS = 100;

/** The failures of the open project. */
const failureGroups = new FailureGroups(pairRows, (action) => void window.setTimeout(action, EVERY_MS));

export function useFailureGroups(): readonly FailureGroup[] {
  return useSyncExternalStore(failureGroups.subscribe, failureGroups.list);
}
