import { useApp, type Area } from '../app/store';
import { isGoing, useRun } from '../run/store';

/** Conditions that commands of several areas have in common. */
export const hasProject = (): boolean => useApp.getState().project !== null;

export const isIn = (area: Area) => (): boolean => hasProject() && useApp.getState().area === area;

export const isRunning = (): boolean => isGoing(useRun.getState().progress);

export const isElectron = (): boolean => useApp.getState().info?.face === 'electron';
