import { formatTime, scalarMoment, type SeismicEvent } from '@/core/model';
import { element, leaf, xmlDocument } from '../xml/xmlWrite';

/** The resource identifier that `writeQuakeml` gives an event, in the form that ObsPy gives one of a CMTSOLUTION: Pyatoa
 *  takes the id out of that one. QuakeML's pattern for identifiers admits few characters, others become underscores. */
export function eventPublicId(id: string): string {
  return `smi:local/cmtsolution/${id.replace(/[^\w.~*()'-]/g, '_')}/event`;
}

/** An event as a QuakeML 1.2 document with one origin, magnitude and, where known, moment tensor, all preferred. */
export function writeQuakeml(event: SeismicEvent): string {
  const id = eventPublicId(event.id);
  const [origin, magnitude, mechanism] = [`${id}/origin`, `${id}/magnitude`, `${id}/mechanism`];
  const { momentTensor } = event;
  const body = element(
    'event',
    { publicID: id },
    leaf('preferredOriginID', origin),
    event.magnitude === null ? '' : leaf('preferredMagnitudeID', magnitude),
    momentTensor === null ? '' : leaf('preferredFocalMechanismID', mechanism),
    leaf('type', 'earthquake'),
    event.region === null ? '' : element('description', {}, leaf('text', event.region), leaf('type', 'region name')),
    element(
      'origin',
      { publicID: origin },
      quantity('time', formatTime(event.time)),
      quantity('latitude', event.latitude),
      quantity('longitude', event.longitude),
      quantity('depth', metres(event.depthKm)),
    ),
    event.magnitude === null
      ? ''
      : element(
          'magnitude',
          { publicID: magnitude },
          quantity('mag', event.magnitude),
          leaf('type', momentTensor === null ? 'M' : 'Mw'),
          leaf('originID', origin),
        ),
    mechanismOf(event, mechanism, origin),
  );
  return xmlDocument(
    element(
      'q:quakeml',
      { 'xmlns:q': 'http://quakeml.org/xmlns/quakeml/1.2', xmlns: 'http://quakeml.org/xmlns/bed/1.2' },
      element('eventParameters', { publicID: 'smi:local/atoa' }, body),
    ),
  );
}

function mechanismOf(event: SeismicEvent, id: string, origin: string): string {
  const tensor = event.momentTensor;
  if (tensor === null) return '';
  return element(
    'focalMechanism',
    { publicID: id },
    element(
      'momentTensor',
      { publicID: `${id}/tensor` },
      leaf('derivedOriginID', origin),
      quantity('scalarMoment', scalarMoment(tensor)),
      element(
        'tensor',
        {},
        quantity('Mrr', tensor.mrr),
        quantity('Mtt', tensor.mtt),
        quantity('Mpp', tensor.mpp),
        quantity('Mrt', tensor.mrt),
        quantity('Mrp', tensor.mrp),
        quantity('Mtp', tensor.mtp),
      ),
      event.halfDuration === null
        ? ''
        : element('sourceTimeFunction', {}, leaf('type', 'triangle'), leaf('duration', 2 * event.halfDuration)),
    ),
  );
}

function quantity(name: string, value: number | string): string {
  return element(name, {}, leaf('value', value));
}

/** Kilometres as metres, without the last digits that the multiplication invents. */
function metres(km: number): number {
  return Number((km * 1000).toPrecision(15));
}
