import { z } from 'zod';

/** What a form, a help page and a message need to know of a parameter, beside its type and default. */
export type FieldMeta = { title: string; help: string; unit?: string };

type Help = FieldMeta & { min?: number; max?: number; above?: number; integer?: boolean };

function bounded({ min, max, above, integer }: Help): z.ZodNumber {
  let schema = integer ? z.number().int() : z.number();
  if (min !== undefined) schema = schema.min(min);
  if (above !== undefined) schema = schema.gt(above);
  if (max !== undefined) schema = schema.max(max);
  return schema;
}

function meta({ title, help, unit }: FieldMeta): FieldMeta {
  return unit === undefined ? { title, help } : { title, help, unit };
}

/** A number with a default, a range and its help. */
export function number(initial: number, help: Help) {
  return bounded(help).default(initial).meta(meta(help));
}

/** A number that may be left out: null. */
export function optionalNumber(help: Help) {
  return bounded(help).nullable().default(null).meta(meta(help));
}

export function flag(initial: boolean, help: FieldMeta) {
  return z.boolean().default(initial).meta(meta(help));
}

export function choice<const T extends readonly [string, ...string[]]>(values: T, initial: T[number], help: FieldMeta) {
  // zod's default() wants the enum's own output type, which T[number] is.
  return z
    .enum(values)
    .default(initial as z.output<z.ZodEnum<{ [K in T[number]]: K }>>)
    .meta(meta(help));
}

export function text(initial: string, help: FieldMeta) {
  return z.string().min(1).default(initial).meta(meta(help));
}
