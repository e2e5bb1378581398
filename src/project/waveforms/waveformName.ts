/** What the name of a waveform file tells. `location` and `channel` are null where several may be inside. */
export interface NamedWaveform {
  network: string;
  station: string;
  location: string | null;
  channel: string | null;
}

const CODE = /^[A-Z0-9][A-Z0-9_-]{0,31}$/i;
const LOCATION = /^([A-Z0-9]{2}|--|)$/i;
const CHANNEL = /^[A-Z][A-Z0-9]{2}$/i;
const SPECFEM = /\.sem[a-z]?(\.(ascii|sac|txt))?$/i;
/** Endings that are no channel codes although they look like it. */
const ENDINGS = new Set(
  'sac msd mseed miniseed ms ms2 ms3 seed slist tspair ascii asc txt dat sem semd semv sema semp'.split(' '),
);
/** Files of neighbouring programs that hold no waveforms. */
const OTHERS = /\.(adj|xml|json|ya?ml|h5|hdf5|png|pdf|svg|jpe?g|csv|md|py|sh|bin|vtk|vtu|f90|log|tar|gz|zip|bz2)$/i;

/** The station, and mostly the channel, that a waveform file is of, by the names that archives and codes give:
 *  NN.SSS.LL.CCC*, NN.SSS.CCC.semd, NN.SSS.CCC.mseed, NN.SSS.ascii, with anything before it as in
 *  2018-02-18T074348_PLACE.NN.SSS.LL.CCC.sac.
 *  @returns null where the name does not tell */
export function parseWaveformName(name: string): NamedWaveform | null {
  const synthetic = SPECFEM.exec(name);
  if (synthetic) return specfem(name.slice(0, synthetic.index).split('.'));
  const parts = name.split('.');
  for (let i = 0; i + 3 < parts.length; i++) {
    if (LOCATION.test(parts[i + 2]!) && isChannel(parts[i + 3]!) && CODE.test(parts[i]!) && CODE.test(parts[i + 1]!)) {
      return named(parts[i]!, parts[i + 1]!, parts[i + 2]!, parts[i + 3]!);
    }
  }
  const [network, station, third] = parts;
  if (third === undefined || !CODE.test(network!) || network!.length > 8 || !CODE.test(station!)) return null;
  if (isChannel(third)) return named(network!, station!, '', third);
  if (parts.length > 3 || !ENDINGS.has(third.toLowerCase())) return null;
  return { network: network!, station: station!, location: null, channel: null };
}

/** Whether a name belongs to a file that cannot hold waveforms. */
export function isOtherFile(name: string): boolean {
  return OTHERS.test(name) || /^(STATIONS|CMTSOLUTION|FORCESOLUTION|SOURCE|Par_file|README)/.test(name);
}

function specfem(parts: string[]): NamedWaveform | null {
  if (!parts.every((part, i) => (i === 2 && parts.length === 4 ? LOCATION.test(part) : CODE.test(part)))) return null;
  if (parts.length === 3) return named(parts[0]!, parts[1]!, '', parts[2]!);
  return parts.length === 4 ? named(parts[0]!, parts[1]!, parts[2]!, parts[3]!) : null;
}

function named(network: string, station: string, location: string, channel: string): NamedWaveform {
  return { network, station, location: location === '--' ? '' : location, channel };
}

function isChannel(text: string): boolean {
  return CHANNEL.test(text) && !ENDINGS.has(text.toLowerCase());
}
