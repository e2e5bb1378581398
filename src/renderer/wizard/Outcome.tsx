import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { texts } from '../texts';
import { Problem } from '../project/Problem';
import { useWizard } from './store';
import classes from './WizardPage.module.css';

const t = texts.wizard;
const FIRST = 5;

/** What the project would have: pairs, first problems, and the file as it will be. */
export function Outcome() {
  const check = useWizard((state) => state.check);
  const checking = useWizard((state) => state.checking);
  const problems = check?.problems.slice(0, FIRST) ?? [];
  const good = check !== null && check.error === null && check.ready > 0;
  return (
    <section className={classes.outcome} aria-labelledby="wizard-outcome">
      <h2 id="wizard-outcome" className={classes.ready} data-good={good || undefined}>
        {check !== null &&
          (good ? (
            <IconCircleCheck size={18} stroke={1.7} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={18} stroke={1.7} aria-hidden="true" />
          ))}
        <span className="num" role="status">
          {check === null ? '' : t.ready(check.ready)}
        </span>
        <span className={classes.of}>
          {checking ? (
            <>
              <Loader size={12} /> {t.checking}
            </>
          ) : (
            check !== null && t.readyOf(check.events, check.stations)
          )}
        </span>
      </h2>
      {typeof check?.error === 'string' && <pre className={classes.error}>{check.error}</pre>}
      {problems.length > 0 && (
        <ul className={classes.problems}>
          {problems.map((problem, i) => (
            <Problem key={i} problem={problem} />
          ))}
        </ul>
      )}
      {check !== null && check.problemCount > FIRST && (
        <p className={classes.hint}>{t.more(check.problemCount - FIRST)}</p>
      )}
      {check !== null && (
        <>
          <h3 className={classes.heading}>{t.yaml}</h3>
          <pre className={classes.yaml} tabIndex={0} aria-label={t.yaml}>
            {check.yaml}
          </pre>
        </>
      )}
    </section>
  );
}
