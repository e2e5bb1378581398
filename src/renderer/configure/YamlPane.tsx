import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { texts } from '../texts';
import type { Draft } from './draft';
import { setText } from './store';
import classes from './YamlPane.module.css';
import { yamlTokens } from './yamlTokens';

const t = texts.configure;

interface LineProps {
  text: string;
  number: number;
  wrong: boolean;
  changed: boolean;
}

function Line({ text, number, wrong, changed }: LineProps) {
  return (
    <div className={classes.line} data-wrong={wrong || undefined} data-changed={changed || undefined}>
      <span className={classes.number}>{number}</span>
      <span className={classes.code}>
        {yamlTokens(text).map((token, i) => (
          <span key={i} className={classes[token.kind]}>
            {token.text}
          </span>
        ))}
      </span>
    </div>
  );
}

/** The file of parameters as text, with the form's changes as they are made. A plain text area holds the text, so that
 *  every editing key works; the coloured lines lie behind it. */
export function YamlPane({ draft, saved, name }: { draft: Draft; saved: string; name: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const back = useRef<HTMLDivElement>(null);
  const known = useMemo(() => new Set(saved.split('\n')), [saved]);
  const lines = draft.text.split('\n');
  const wrong = new Set(draft.issues.map(({ line }) => line));
  const follow = () => {
    const { scrollTop, scrollLeft } = area.current!;
    back.current!.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`;
  };
  const goTo = (line: number) => {
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    area.current!.focus();
    area.current!.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  };

  return (
    <section className={classes.pane} aria-label={t.yaml(name)}>
      <header className={classes.header}>
        <h2 className={classes.title}>{name}</h2>
        <span className="dim">{t.yamlHint}</span>
      </header>
      <div className={classes.editor}>
        <div className={classes.window} aria-hidden="true">
          <div ref={back} className={classes.back}>
            {lines.map((text, i) => (
              <Line key={i} text={text} number={i + 1} wrong={wrong.has(i + 1)} changed={!known.has(text)} />
            ))}
          </div>
        </div>
        <textarea
          ref={area}
          className={classes.area}
          aria-label={t.yaml(name)}
          aria-invalid={draft.issues.length > 0}
          aria-describedby="yaml-issues"
          value={draft.text}
          placeholder={t.yamlEmpty}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => setText(event.currentTarget.value)}
          onScroll={follow}
        />
      </div>
      <ul id="yaml-issues" className={classes.issues} aria-live="polite" aria-label={t.errors}>
        {draft.issues.map(({ line, column, message }, i) => (
          <li key={i}>
            <UnstyledButton className={classes.issue} disabled={line === null} onClick={() => goTo(line ?? 1)}>
              <IconAlertTriangle size={13} aria-hidden="true" />
              {line !== null && <b>{t.line(line, column)}</b>} {message}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
