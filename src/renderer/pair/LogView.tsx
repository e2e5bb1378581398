import { texts } from '../texts';
import classes from './PairPane.module.css';

export function LogView({ text }: { text: string }) {
  if (text === '') return <p className={classes.nothing}>{texts.pair.noLog}</p>;
  return (
    <pre className={classes.log} tabIndex={0} aria-label={texts.pair.log}>
      {text}
    </pre>
  );
}
