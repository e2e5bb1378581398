import { dirname, relative, resolve, sep } from 'node:path';

/**
 * The house's import rule (docs/architecture.md): a room imports only from the rooms named here, and enters another
 * room by its front door, `index.ts`. A room is a folder of `src/`; inside `core`, each subfolder is one.
 */
export const rooms = {
  'core/model': [],
  'core/config': ['core/model'],
  'core/signal': ['core/model'],
  'core/geodesy': ['core/model'],
  'core/mechanism': ['core/model'],
  'core/response': ['core/model', 'core/signal'],
  'core/traveltime': ['core/model'],
  'core/windowing': ['core/model', 'core/config', 'core/signal', 'core/traveltime'],
  'core/misfit': ['core/model', 'core/config', 'core/signal'],
  'core/pair': ['core'],
  formats: ['core'],
  project: ['core', 'formats', 'dataset'],
  dataset: ['core', 'formats'],
  figures: ['core'],
  inspector: ['core', 'formats'],
  demo: ['core', 'formats'],
  executive: ['core', 'formats', 'project', 'dataset', 'figures', 'inspector'],
  loader: ['executive'],
  workers: ['core', 'formats', 'project', 'dataset', 'figures', 'executive'],
  api: ['core/model', 'core/config'],
  session: ['api', 'core', 'formats', 'project', 'dataset', 'figures', 'inspector', 'demo', 'executive'],
  preload: ['api'],
  main: ['api', 'session', 'executive', 'core'],
  server: ['api', 'session', 'executive', 'core'],
  cli: ['api', 'core', 'formats', 'project', 'dataset', 'inspector', 'demo', 'executive', 'session', 'server'],
  renderer: ['api', 'core'],
};

const source = resolve(import.meta.dirname, '../../src');

/** @returns {{ room: string, rest: string } | null} the room a file lies in and the path below it */
function locate(file) {
  const path = relative(source, file).split(sep);
  if (path[0] === '..') return null;
  const depth = path[0] === 'core' ? 2 : 1;
  return { room: path.slice(0, depth).join('/'), rest: path.slice(depth).join('/') };
}

function allows(from, to) {
  return (rooms[from] ?? []).some((room) => to === room || to.startsWith(`${room}/`));
}

/** @type {import('eslint').Rule.RuleModule} */
export const roomsRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const here = locate(context.filename);
    const check = (node) => {
      const text = node.source?.value;
      if (typeof text !== 'string') return;
      const bare = text.split('?')[0];
      const target = bare.startsWith('@/')
        ? resolve(source, bare.slice(2))
        : bare.startsWith('.')
          ? resolve(dirname(context.filename), bare)
          : null;
      const there = target && locate(target);
      if (!there || there.room === here?.room) return;
      if (here !== null && !allows(here.room, there.room)) {
        context.report({ node, message: `${here.room} may not import from ${there.room} (tools/eslint/rooms.js)` });
      } else if (there.rest !== '' && !there.rest.startsWith('index') && !text.includes('?')) {
        context.report({ node, message: `enter ${there.room} by its front door: import from '@/${there.room}'` });
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
