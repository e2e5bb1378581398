const EMPTY = '–';
const integers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** 12,345; a dash for null. */
export function count(value: number | null): string {
  return value === null ? EMPTY : integers.format(value);
}

/** Fixed decimals with a true minus sign; a dash for null and for what is no number. */
export function fixed(value: number | null | undefined, digits: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return EMPTY;
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** As `fixed`, with the sign written out: +1.2, −0.4. */
export function signed(value: number | null | undefined, digits: number): string {
  const text = fixed(value, digits);
  return value !== null && value !== undefined && Number(value.toFixed(digits)) > 0 ? `+${text}` : text;
}

/** A misfit over its whole range: four digits after the point, or powers of ten where that says nothing. */
export function misfit(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return EMPTY;
  if (value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e6)) {
    return value.toExponential(3).replace('-', '−').replace('e+', 'e');
  }
  return fixed(value, 4);
}

/** A misfit in three digits, where room is scarce. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return EMPTY;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return value.toExponential(1).replace('-', '−').replace('e+', 'e');
  return size >= 100 ? fixed(value, 0) : String(Number(value.toPrecision(3))).replace('-', '−');
}

/** A ratio's difference from one in percent, with its sign: +12 %, −3.4 %. */
export function percent(ratio: number): string {
  return `${signed(100 * ratio, Math.abs(ratio) < 0.0995 ? 1 : 0)} %`;
}

/** How much of a whole there is, rounded down: 34 %. */
export function share(part: number): string {
  return `${Math.floor(100 * part)} %`;
}

/** 4.2 s, 3 min 05 s, 2 h 07 min. */
export function duration(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return EMPTY;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`;
}

/** Memory in GB, as people buy it: 7.7 GB. */
export function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0)} GB`;
}

/** A path as shells write it, from the user's own folder on: ~/tomography/demo. */
export function fromHome(path: string, home: string | undefined): string {
  if (!home || !path.startsWith(home)) return path;
  const rest = path.slice(home.length);
  return rest === '' || /^[/\\]/.test(rest) ? `~${rest}` : path;
}

/** ISO time as 2018-02-18 07:43:48; a dash for null. */
export function dateTime(iso: string | null): string {
  return iso === null ? EMPTY : iso.slice(0, 19).replace('T', ' ');
}

/** 38.07° S, 178.31° E */
export function coordinates(latitude: number | null, longitude: number | null): string {
  if (latitude === null || longitude === null) return EMPTY;
  const half = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
  return `${half(latitude, 'N', 'S')}, ${half(longitude, 'E', 'W')}`;
}

/** How long ago, in words. `now` and `then` in ms since 1970. */
export function ago(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? 'an hour ago' : `${hours} hours ago`;
  const days = Math.floor(hours / 24);
  if (days < 30) return days === 1 ? 'yesterday' : `${days} days ago`;
  return new Date(then).toISOString().slice(0, 10);
}
