import { Button, Loader, Radio } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { openProject } from '../app/actions';
import { texts } from '../texts';
import { chooseProposal, createProject, leaveWizard, surveyFolder } from './actions';
import { Outcome } from './Outcome';
import { PathFields } from './PathFields';
import { canCreate, useWizard } from './store';
import classes from './WizardPage.module.css';

const t = texts.wizard;

function Proposals() {
  const proposals = useWizard((state) => state.survey?.proposals ?? NONE);
  const chosen = useWizard((state) => state.chosen);
  const empty = useWizard(({ survey }) => survey?.files === 0 && survey.complete);
  if (proposals.length === 0) return <p className={classes.hint}>{empty ? t.empty : t.none}</p>;
  return (
    <Radio.Group
      label={t.proposals}
      value={chosen === null ? '' : String(chosen)}
      onChange={(value) => chooseProposal(Number(value))}
      classNames={{ label: classes.heading }}
    >
      {proposals.map(({ title, layout, check }, i) => (
        <Radio
          key={i}
          size="xs"
          className={classes.proposal}
          value={String(i)}
          label={
            <span className={classes.proposalText}>
              {title} <span className="dim num">{t.pairs(check.ready)}</span>
            </span>
          }
          description={`${layout.observed}  ·  ${layout.synthetics}`}
        />
      ))}
    </Radio.Group>
  );
}

const NONE: never[] = [];

function Found() {
  const survey = useWizard((state) => state.survey);
  const error = useWizard((state) => state.error);
  if (error !== null) return <p role="alert">{error}</p>;
  if (survey === null) {
    return (
      <p role="status" className={classes.looking}>
        <Loader size={14} /> {t.looking}
      </p>
    );
  }
  return (
    <div className={classes.columns}>
      <div className={classes.left}>
        <Proposals />
        <PathFields />
      </div>
      <Outcome />
    </div>
  );
}

function Notes() {
  const survey = useWizard((state) => state.survey);
  if (survey === null) return null;
  return (
    <p className={classes.hint}>
      {t.looked(survey.files)}. {!survey.complete && `${t.notAll} `}
      {survey.linksOut > 0 && t.linksOut(survey.links, survey.linksOut)}
    </p>
  );
}

/** Makes a folder a project: says how it is laid out, what that gives, and writes it down when it is confirmed. */
export function WizardPage({ path }: { path: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const creating = useWizard((state) => state.creating);
  const fits = useWizard(canCreate);
  useEffect(() => heading.current?.focus(), [path]);
  const confirm = async () => {
    const project = await createProject();
    if (project === null) return;
    await openProject(project);
  };
  return (
    <main className={classes.page}>
      <header className={classes.header}>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {t.title(path.split(/[\\/]/).pop() || path)}
        </h1>
        <p className={classes.folder}>{path}</p>
        <p className={classes.why}>{t.why}</p>
        <Notes />
      </header>
      <Found />
      <footer className={classes.footer}>
        <Button loading={creating} disabled={!fits} onClick={() => void confirm()}>
          {t.create}
        </Button>
        <Button variant="default" onClick={() => void surveyFolder(path)}>
          {t.again}
        </Button>
        <Button variant="default" onClick={leaveWizard}>
          {texts.cancel}
        </Button>
      </footer>
    </main>
  );
}
