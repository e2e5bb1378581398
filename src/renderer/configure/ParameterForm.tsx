import { UnstyledButton } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GroupDescription } from '@/core/config';
import { InTurn } from '../common/InTurn';
import { texts } from '../texts';
import { GROUPS, baseValue, isChanged, issueOf, keyOf, searchFields, type Draft } from './draft';
import { FieldRow } from './FieldRow';
import classes from './ParameterForm.module.css';

const t = texts.configure;

const idOf = ({ key }: GroupDescription) => `group-${key ?? 'general'}`;

/** Which group is at the top of what is in sight. */
function useGroupInSight(scroller: HTMLElement | null): string | null {
  const [inSight, setInSight] = useState<string | null>(null);
  useEffect(() => {
    if (!scroller) return;
    const look = () => {
      const sections = [...scroller.querySelectorAll<HTMLElement>('section')];
      const line = scroller.scrollTop + 40;
      const above = sections.filter((section) => section.offsetTop <= line);
      setInSight((above.at(-1) ?? sections[0])?.id ?? null);
    };
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [scroller]);
  return inSight;
}

/** All parameters in groups, with the list of groups at the left. */
export function ParameterForm({ draft, search }: { draft: Draft; search: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const hold = useCallback((node: HTMLDivElement | null) => {
    scroller.current = node;
    setElement(node);
  }, []);
  const inSight = useGroupInSight(element);
  const groups = useMemo(() => {
    const found = searchFields(search);
    return GROUPS.map((group) => ({ group, fields: found.filter((field) => field.group === group.key) })).filter(
      ({ fields }) => fields.length > 0,
    );
  }, [search]);
  const shownSearch = useRef(search);
  useEffect(() => {
    // Not when the form comes: it would be laid out in the middle of that.
    if (shownSearch.current !== search) scroller.current?.scrollTo({ top: 0 });
    shownSearch.current = search;
  }, [search]);

  return (
    <div className={classes.form}>
      <nav className={classes.groups} aria-label={t.groups}>
        {groups.map(({ group, fields }) => {
          const id = idOf(group);
          const changed = fields.filter((field) => isChanged(draft, field)).length;
          const wrong = fields.some((field) => issueOf(draft, field) !== null);
          return (
            <UnstyledButton
              key={id}
              className={classes.group}
              aria-current={inSight === id ? 'location' : undefined}
              onClick={() => scroller.current?.querySelector(`#${id}`)?.scrollIntoView({ block: 'start' })}
            >
              {group.title}
              {changed > 0 && (
                <span className={classes.count} title={t.nChanged(changed)} aria-label={t.nChanged(changed)}>
                  {changed}
                </span>
              )}
              {wrong && (
                <span className={classes.wrong} title={t.hasErrors} aria-label={t.hasErrors}>
                  !
                </span>
              )}
            </UnstyledButton>
          );
        })}
      </nav>
      <div ref={hold} className={classes.fields} role="form" aria-label={t.form}>
        {groups.length === 0 && <p className={classes.none}>{t.noField}</p>}
        {groups.map(({ group, fields }) => (
          <InTurn key={idOf(group)}>
            <section id={idOf(group)} aria-labelledby={`${idOf(group)}-title`}>
              <h2 id={`${idOf(group)}-title`} className={classes.title}>
                {group.title} <span className="dim">{group.help}</span>
              </h2>
              {fields.map((field) => (
                <FieldRow
                  key={keyOf(field)}
                  field={field}
                  given={draft.given.get(keyOf(field))}
                  base={baseValue(draft.base, field)}
                  changed={isChanged(draft, field)}
                  issue={issueOf(draft, field)}
                  disabled={!draft.editable}
                />
              ))}
            </section>
          </InTurn>
        ))}
      </div>
    </div>
  );
}
