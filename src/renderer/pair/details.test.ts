import { describe, expect, it } from 'vitest';
import type { PairDetail } from '@/api';
import { DetailBook, type DetailQuestion } from './details';

const question = (station: string, edition = ''): DetailQuestion => ({
  ...{ event: 'a', station, width: 100, band: 0, edition },
});

function book(limit = 3) {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const details = new DetailBook(({ station, edition }) => {
    asked.push(station + edition);
    return new Promise((resolve, reject) => {
      answers.push(() => (station === 'bad' ? reject(new Error('no')) : resolve({ station } as PairDetail)));
    });
  }, limit);
  const answer = async () => {
    answers.shift()!();
    await new Promise((done) => setTimeout(done));
  };
  return { details, asked, answer };
}

describe('details of pairs', () => {
  it('asks once for what two want, and not again for what is known', async () => {
    const { details, asked, answer } = book();
    const both = Promise.all([details.get(question('X')), details.get(question('X'))]);
    await answer();
    const [one, other] = await both;
    expect(one).toBe(other);
    expect(details.peek(question('X'))).toBe(one);
    expect(await details.get(question('X'))).toBe(one);
    expect(asked).toEqual(['X']);
    expect(details.peek(question('X', ' again'))).toBeNull();
    expect(details.peek({ ...question('X'), band: 1 })).toBeNull();
  });

  it('prefetches one at a time, after what is waited for, and forgets what is not wanted any more', async () => {
    const { details, asked, answer } = book();
    const wanted = details.get(question('X'));
    details.prefetch([question('Y'), question('Z')]);
    expect(asked).toEqual(['X']);
    await answer();
    await wanted;
    expect(asked).toEqual(['X', 'Y']);
    details.prefetch([question('Y'), question('W')]);
    await answer();
    expect(asked).toEqual(['X', 'Y', 'W']);
    expect(details.peek(question('Y'))).not.toBeNull();
  });

  it('forgets the pair that was not used for longest', async () => {
    const { details, answer } = book(2);
    for (const station of ['X', 'Y']) {
      void details.get(question(station));
      await answer();
    }
    await details.get(question('X'));
    void details.get(question('Z'));
    await answer();
    expect(details.peek(question('X'))).not.toBeNull();
    expect(details.peek(question('Y'))).toBeNull();
  });

  it('does not keep refusals, nor answers from before it was cleared', async () => {
    const { details, asked, answer } = book();
    const refused = details.get(question('bad'));
    void answer();
    await expect(refused).rejects.toThrow('no');
    void details.get(question('bad')).catch(() => undefined);
    await answer();
    expect(asked).toEqual(['bad', 'bad']);
    void details.get(question('X'));
    details.clear();
    await answer();
    expect(details.peek(question('X'))).toBeNull();
  });
});
