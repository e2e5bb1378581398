import type { ProjectOverview, RecentProject, SavedSelection, SavedSelections } from '@/api';
import { preset, PRESET_NAMES, type FieldDescription } from '@/core/config';
import { openProject } from '../../app/actions';
import { setArea, useApp } from '../../app/store';
import { focusSoon } from '../../common/focus';
import { readParameters } from '../../configure/actions';
import { FIELDS, keyOf } from '../../configure/draft';
import { setField, useConfigure } from '../../configure/store';
import { openPair } from '../../pair/store';
import { revealItem } from '../../select/reveal';
import { restore } from '../../select/saved';
import { texts } from '../../texts';
import { GROUPS, isEnabled, refusalOf, textOf } from '../registry';
import { bestOf, matchAny } from './match';

const t = texts.commands;

/** One line of the palette. */
export interface Choice {
  id: string;
  text: string;
  /** Other words that it is found by. */
  others?: string;
  /** What it is, at the right. */
  kind: string;
  keys: readonly string[];
  /** Why it cannot be used now; left out where it can. */
  refusal?: string;
  run: () => unknown;
}

const MOST = { commands: 12, recent: 5, events: 8, stations: 8, pairs: 8, parameters: 10, presets: 8, saved: 8 };

const othersOf = ({ others = '' }: Choice) => others;

/** @param usable those that can be used now, or those that cannot */
function commandChoices(query: string, usable: boolean): Choice[] {
  // What is done in the project comes before what is done with the application.
  const [application, ...others] = GROUPS;
  const offered = [...others, application!]
    .flatMap(({ commands }) => commands)
    .filter((command) => !command.unlisted && isEnabled(command) === usable);
  const choices = offered.map<Choice>((command) => {
    const { id, keys = [], run, checked } = command;
    const refused = usable ? {} : { refusal: refusalOf(command) ?? t.notNow };
    const words = { text: textOf(command), others: t.otherWords[id] ?? '' };
    return { id, ...words, kind: checked?.() ? '✓' : '', keys, ...refused, run };
  });
  return query === '' ? choices : bestOf(query, choices, ({ text }) => text, MOST.commands, othersOf);
}

function recentChoices(query: string, recent: RecentProject[], open: string | null): Choice[] {
  const there = recent.filter(({ exists, path }) => exists && path !== open);
  return bestOf(query, there, ({ path }) => path, MOST.recent).map(({ name, path }) => ({
    id: `recent ${path}`,
    text: `${name} – ${path}`,
    kind: t.kinds.recent,
    keys: [],
    run: () => openProject(path),
  }));
}

function itemChoices(query: string, { events, stations }: ProjectOverview): Choice[] {
  const go = (kind: 'events' | 'stations', id: string) => () => {
    setArea('select');
    revealItem(kind, id);
  };
  return [
    ...bestOf(query, events, ({ id }) => id, MOST.events).map<Choice>(({ id }) => {
      return { id: `event ${id}`, text: id, kind: t.kinds.event, keys: [], run: go('events', id) };
    }),
    ...bestOf(query, stations, ({ code }) => code, MOST.stations).map<Choice>(({ code }) => {
      return { id: `station ${code}`, text: code, kind: t.kinds.station, keys: [], run: go('stations', code) };
    }),
  ];
}

/** Some words for the event and the others for the station, in either order: two short lists are looked through, never
 *  all pairs. */
function pairChoices(query: string, project: ProjectOverview): Choice[] {
  const words = query.split(/[\s·]+/).filter(Boolean);
  const found = new Map<string, Choice>();
  for (let cut = 1; cut < words.length; cut++) {
    const [first, rest] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    for (const [event, station] of [[first, rest] as const, [rest, first] as const]) {
      for (const choice of pairsOf(event, station, project)) found.set(choice.id, choice);
    }
  }
  return [...found.values()].slice(0, MOST.pairs);
}

function pairsOf(event: string, station: string, { events, stations }: ProjectOverview): Choice[] {
  return bestOf(event, events, ({ id }) => id, MOST.pairs).flatMap(({ id }) =>
    bestOf(station, stations, ({ code }) => code, MOST.pairs).map<Choice>(({ code }) => ({
      id: `pair ${id} ${code}`,
      text: `${id} · ${code}`,
      kind: t.kinds.pair,
      keys: [],
      run: () => {
        setArea('run');
        openPair({ event: id, station: code });
      },
    })),
  );
}

/** A parameter is also found by what it chooses among, and by its help. */
const wordsOf = ({ choices, help }: FieldDescription) => `${choices.join(' ')} ${help}`;

function parameterChoices(query: string): Choice[] {
  const found = bestOf(query, FIELDS, (field) => `${field.title} ${keyOf(field)}`, MOST.parameters, wordsOf);
  return found.map((field) => ({
    id: `parameter ${keyOf(field)}`,
    text: `${field.title} – ${keyOf(field)}`,
    others: wordsOf(field),
    kind: t.kinds.parameter,
    keys: [],
    run: () => {
      setArea('configure');
      focusSoon(`[id="field-${keyOf(field)}"]`);
    },
  }));
}

/** Presets are taken into the parameters as they are edited; nothing is saved by that. */
function presetChoices(query: string): Choice[] {
  const field = FIELDS.find((each) => keyOf(each) === 'pyflex_preset')!;
  const named = PRESET_NAMES.map((name) => ({ name, title: preset(name).title }));
  return bestOf(
    query,
    named,
    ({ name, title }) => `${t.choosePreset(title)} ${name} ${t.kinds.preset}`,
    MOST.presets,
  ).map(({ name, title }) => ({
    id: `preset ${name}`,
    text: t.choosePreset(title),
    kind: t.kinds.preset,
    keys: [],
    run: async () => {
      const { project } = useApp.getState();
      if (project === null) return;
      if (useConfigure.getState().project !== project.path) await readParameters(project.path);
      setField(field, name);
      setArea('configure');
      focusSoon('[id="field-pyflex_preset"]');
    },
  }));
}

function savedChoices(query: string, saved: SavedSelection[], project: ProjectOverview): Choice[] {
  return bestOf(query, saved, ({ name }) => `${t.restoreSaved(name)} ${t.kinds.saved}`, MOST.saved).map(
    (selection) => ({
      id: `saved ${selection.name}`,
      text: t.restoreSaved(selection.name),
      kind: t.kinds.saved,
      keys: [],
      run: () => {
        restore(project, selection);
        setArea('select');
      },
    }),
  );
}

/** What the palette offers for a query: commands alone where it is empty, the best matches of every kind otherwise, and
 *  at the end commands that cannot be used now.
 *  @param saved null where they were not read yet */
export function choicesFor(query: string, saved: SavedSelections | null): Choice[] {
  const { project, recent } = useApp.getState();
  const wanted = query.trim();
  const commands = commandChoices(wanted, true);
  if (wanted === '') return [...commands, ...recentChoices('', recent, project?.path ?? null)];
  const places = project === null ? [] : [...itemChoices(wanted, project), ...pairChoices(wanted, project)];
  const found = [
    ...commands,
    ...places,
    ...(project === null
      ? []
      : [
          ...parameterChoices(wanted),
          ...presetChoices(wanted),
          ...savedChoices(wanted, saved?.selections ?? [], project),
        ]),
    ...recentChoices(wanted, recent, project?.path ?? null),
  ];
  const scores = new Map(found.map((choice) => [choice, matchAny(wanted, choice.text, othersOf(choice)) ?? 0]));
  return [...found.sort((a, b) => scores.get(b)! - scores.get(a)!), ...commandChoices(wanted, false)];
}
