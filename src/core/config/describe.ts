import { z } from 'zod';
import { parameters } from './schema';

/** How a value is given: `set` is any of the choices, `list` anything with brackets in YAML. */
export type FieldKind = 'number' | 'integer' | 'boolean' | 'choice' | 'set' | 'text' | 'list';

/** A parameter as a form shows it, read from the schema. */
export interface FieldDescription {
  /** Keys from the outermost on. */
  path: string[];
  /** Key of the group it is shown in: the one it stands in, or one that it has to do with; null for none. */
  group: string | null;
  kind: FieldKind;
  title: string;
  help: string;
  unit: string | null;
  default: unknown;
  /** null is a value: the parameter is left out. */
  optional: boolean;
  /** Of kinds `choice` and `set`. */
  choices: string[];
  /** Bounds of a number, or of each number of a list; null where there is none. */
  min: number | null;
  max: number | null;
  /** The least value is itself out of range. */
  above: boolean;
}

/** A group of parameters; null is the key of those that stand in none. */
export interface GroupDescription {
  key: string | null;
  title: string;
  help: string;
}

/** What is used here of a JSON Schema, with our own keywords. */
interface Schema {
  type?: string | string[];
  title?: string;
  help?: string;
  unit?: string;
  group?: string;
  default?: unknown;
  enum?: string[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema | false;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

function schemaOf(): Record<string, Schema> {
  return (z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' }) as Schema).properties!;
}

/** All parameters a form can set, in the order of the schema. What has only one value is left out. */
export function describeParameters(): FieldDescription[] {
  return Object.entries(schemaOf()).flatMap(([key, schema]) =>
    schema.properties === undefined
      ? describeField([key], schema)
      : Object.entries(schema.properties).flatMap(([inner, field]) => describeField([key, inner], field)),
  );
}

/** The groups in the order of the schema, those without a group first. */
export function describeGroups(): GroupDescription[] {
  const groups = Object.entries(schemaOf()).filter(([, { properties }]) => properties !== undefined);
  return [
    { key: null, title: 'General', help: 'Periods, components, misfit function, names.' },
    ...groups.map(([key, { title = key, help = '' }]) => ({ key, title, help })),
  ];
}

function describeField(path: string[], schema: Schema): FieldDescription[] {
  const variants = variantsOf(schema);
  const optional = variants.some(({ type }) => type === 'null');
  const [main] = variants.filter(({ type }) => type !== 'null');
  if (main === undefined) return [];
  const bounds = main.items && main.items.items === undefined ? main.items : main;
  return [
    {
      path,
      group: schema.group ?? (path.length > 1 ? path[0]! : null),
      kind: kindOf(main),
      title: schema.title ?? path.at(-1)!,
      help: schema.help ?? '',
      unit: schema.unit ?? null,
      default: schema.default,
      optional,
      choices: main.enum ?? (main.items ? main.items.enum : undefined) ?? [],
      min: bounds.exclusiveMinimum ?? finite(bounds.minimum),
      max: finite(bounds.maximum),
      above: bounds.exclusiveMinimum !== undefined,
    },
  ];
}

/** Each with one type. */
function variantsOf(schema: Schema): Schema[] {
  if (schema.anyOf) return schema.anyOf.flatMap(variantsOf);
  return Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : [schema];
}

function kindOf({ type, enum: choices, items }: Schema): FieldKind {
  if (choices) return 'choice';
  if (type === 'array') return items && items.enum ? 'set' : 'list';
  if (type === 'number' || type === 'integer' || type === 'boolean') return type;
  return 'text';
}

/** Whole numbers are bounded by what a float64 counts exactly: no bound that anyone needs to be told. */
function finite(bound: number | undefined): number | null {
  return bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? null : bound;
}
