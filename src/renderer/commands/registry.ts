import { applicationCommands } from './application';
import { configureCommands } from './configure';
import { editCommands } from './edit';
import { exportCommands } from './export';
import { handCommands } from './hand';
import { pairCommands } from './pair';
import { projectCommands } from './project';
import { resultsCommands } from './results';
import { runCommands } from './run';
import { selectCommands } from './select';
import type { Command, CommandGroup } from './types';
import { viewCommands } from './view';
import { waveformCommands } from './waveforms';

/** Everything that can be done by command: what the palette, the keys, the application's menu and the list of shortcuts
 *  are made of. A new area adds its group here. */
export const GROUPS: readonly CommandGroup[] = [
  applicationCommands,
  projectCommands,
  editCommands,
  viewCommands,
  selectCommands,
  handCommands,
  configureCommands,
  runCommands,
  pairCommands,
  waveformCommands,
  resultsCommands,
  exportCommands,
];

export const COMMANDS: readonly Command[] = GROUPS.flatMap(({ commands }) => commands);

export function textOf({ text }: Command): string {
  return typeof text === 'string' ? text : text();
}

export function isEnabled({ enabled, refusal }: Command): boolean {
  return (enabled === undefined || enabled()) && (refusal === undefined || refusal() === null);
}

/** Why a command that belongs to where somebody is cannot be done now; null where it can, or belongs elsewhere. */
export function refusalOf({ enabled, refusal }: Command): string | null {
  return enabled === undefined || enabled() ? (refusal?.() ?? null) : null;
}

/** Does a command, where it can be done now.
 *  @returns whether it was done */
export function runCommand(id: string): boolean {
  const command = COMMANDS.find((each) => each.id === id);
  if (command === undefined || !isEnabled(command)) return false;
  command.run();
  return true;
}
