import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseParameters, type Parameters } from '@/core/config';
import { ProjectError } from './types';

export interface ParameterSource {
  /** Another file of parameters than `atoa.yaml`; relative to the working folder. */
  config?: string;
  /** `key=value` with dots for nested keys; they win over the file. */
  overrides?: string[];
  /** Text of parameters to try; no file of parameters is read then. */
  yaml?: string;
}

/** Names that a project's file of parameters may have, the usual one first. */
export const CONFIG_NAMES = ['atoa.yaml', 'atoa.yml'] as const;

/** A project's file of parameters; null where it has none.
 *  @param config another one than the usual */
export async function findParameters(folder: string, config?: string): Promise<{ file: string; text: string } | null> {
  const files = config === undefined ? CONFIG_NAMES.map((name) => join(folder, name)) : [resolve(config)];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return { file, text };
  }
  return null;
}

/** The parameters of a project, and the file they were read from; null for defaults.
 *  @throws ProjectError where a named file cannot be read
 *  @throws ConfigError naming each wrong parameter */
export async function readParameters(
  path: string,
  { config, overrides = [], yaml }: ParameterSource,
): Promise<{ parameters: Parameters; configFile: string | null }> {
  if (yaml !== undefined) return { parameters: parseParameters(yaml, CONFIG_NAMES[0], overrides), configFile: null };
  if (config !== undefined) {
    const file = resolve(config);
    const text = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new ProjectError('no-configuration', `${file} cannot be read`, 'Name a YAML file of parameters.', cause);
    });
    return { parameters: parseParameters(text, basename(file), overrides), configFile: file };
  }
  const found = await findParameters(path);
  const text = found?.text ?? '';
  return {
    parameters: parseParameters(text, basename(found?.file ?? CONFIG_NAMES[0]), overrides),
    configFile: found?.file ?? null,
  };
}
