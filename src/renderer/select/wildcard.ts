/** Turns a pattern with * (any text) and ? (one character) into a test of a whole text, whatever the case. */
function wildcard(pattern: string): (text: string) => boolean {
  if (/^\*+$/.test(pattern)) return () => true;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  const expression = new RegExp(`^${source}$`, 'i');
  return (text) => expression.test(text);
}

/** The terms of a filter box: separated by commas or blanks, each of them enough for a match. */
function terms(filter: string): string[] {
  return filter.split(/[\s,;]+/).filter((term) => term !== '');
}

/** A term without wildcards is looked for anywhere in the text; one with wildcards must cover it. */
function textTest(term: string): (text: string) => boolean {
  if (/[*?]/.test(term)) return wildcard(term);
  const wanted = term.toLowerCase();
  return (text) => text.toLowerCase().includes(wanted);
}

function anyOf<T>(tests: ((item: T) => boolean)[]): (item: T) => boolean {
  return tests.length === 0 ? () => true : (item) => tests.some((test) => test(item));
}

/** Filter of events: by id or region. */
export function eventFilter(filter: string): (event: { id: string; region: string | null }) => boolean {
  return anyOf(
    terms(filter).map((term) => {
      const test = textTest(term);
      return (event) => test(event.id) || (event.region !== null && test(event.region));
    }),
  );
}

/** Filter of stations by NN, SSS, NN.SSS or NN.SSS.LL.CCC; location and channel do not tell stations apart. */
export function stationFilter(filter: string): (station: { network: string; name: string }) => boolean {
  return anyOf(
    terms(filter).map((term) => {
      const [network = '', name, ...channel] = term.split('.');
      if (name === undefined) {
        const test = textTest(term);
        return (station) => test(station.name) || test(station.network);
      }
      if (!/[*?]/.test(network + name) && channel.length === 0) {
        const wanted = term.toLowerCase();
        return (station) => `${station.network}.${station.name}`.toLowerCase().includes(wanted);
      }
      const [networkTest, nameTest] = [wildcard(network || '*'), wildcard(name || '*')];
      return (station) => networkTest(station.network) && nameTest(station.name);
    }),
  );
}
