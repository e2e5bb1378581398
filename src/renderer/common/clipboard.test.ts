import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { notifyDone, notifyError } from '../app/notices';
import { texts } from '../texts';
import { copyText } from './clipboard';

vi.mock('../app/notices', () => ({ notifyDone: vi.fn(), notifyError: vi.fn() }));

describe('copying', () => {
  let held: string;

  beforeEach(() => {
    held = '';
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void (held = text) } });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.clearAllMocks();
  });

  it('says that it is done only once the text is there', async () => {
    let come: (text: string) => void = () => undefined;
    const copied = copyText(new Promise<string>((resolve) => (come = resolve)), 'done');
    expect(notifyDone).not.toHaveBeenCalled();
    come('late');
    await copied;
    expect(held).toBe('late');
    expect(notifyDone).toHaveBeenCalledExactlyOnceWith('done');
  });

  it('keeps what was asked for last, though an earlier text comes after it', async () => {
    let come: (text: string) => void = () => undefined;
    const earlier = copyText(new Promise<string>((resolve) => (come = resolve)), 'earlier');
    await copyText('last');
    come('first');
    await earlier;
    expect(held).toBe('last');
    expect(notifyDone).not.toHaveBeenCalled();
  });

  it('tells of a text that cannot be had', async () => {
    const failure = new Error('the engine is away');
    await copyText(Promise.reject(failure), 'done');
    expect(notifyError).toHaveBeenCalledExactlyOnceWith(failure);
    expect(notifyDone).not.toHaveBeenCalled();
  });

  it.each([
    ['a browser that refuses', { writeText: () => Promise.reject(new DOMException('x', 'NotAllowedError')) }],
    ['a page without a clipboard', undefined],
  ])('tells of %s', async (_, clipboard) => {
    vi.stubGlobal('navigator', { clipboard });
    await copyText('text', 'done');
    expect(notifyError).toHaveBeenCalledExactlyOnceWith(new Error(texts.contextMenu.notCopied));
    expect(notifyDone).not.toHaveBeenCalled();
  });
});
