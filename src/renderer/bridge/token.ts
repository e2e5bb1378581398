const KEY = 'atoa-token';

/** The token that came with the page's address. It is kept for reloads of this tab, and taken out of the visible
 *  address, so that it does not end in a screenshot or the history. Empty where there is none. */
export function takeToken(
  location: Pick<Location, 'href'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  history: Pick<History, 'replaceState'>,
): string {
  const url = new URL(location.href);
  const given = url.searchParams.get('token');
  if (given === null) return storage.getItem(KEY) ?? '';
  storage.setItem(KEY, given);
  url.searchParams.delete('token');
  history.replaceState(null, '', url.pathname + url.search + url.hash);
  return given;
}
