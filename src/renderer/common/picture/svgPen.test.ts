import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { SvgPen } from './svgPen';

const pen = () => new SvgPen((text) => ({ width: 6 * text.length }) as TextMetrics);

/** Names and attributes of all elements, with their depth.
 *  @throws where it is no well-formed XML */
function elements(svg: string) {
  const found: { name: string; depth: number; attributes: Record<string, string> }[] = [];
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => found.push({ name, depth: depth++, attributes }));
  parser.on('closetag', () => void depth--);
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return found;
}

describe('an SVG pen', () => {
  it('writes what is drawn, where it is drawn', () => {
    const c = pen();
    c.fillStyle = 'rgb(15 106 128 / 14%)';
    c.fillRect(1, 2, 3, 4.005);
    c.font = 'bold 11px system-ui, sans-serif';
    c.textAlign = 'right';
    c.fillText('A & B < "C"', 10, 20);
    const [svg, rect, text] = elements(c.document(100, 50));
    expect(svg!.attributes).toMatchObject({ width: '100', height: '50', viewBox: '0 0 100 50' });
    expect(rect!.attributes).toMatchObject({ fill: 'rgb(15,106,128)', 'fill-opacity': '0.14', height: '4.01' });
    expect(text!.attributes).toMatchObject({ 'font-weight': 'bold', 'font-size': '11', 'text-anchor': 'end' });
  });

  it('closes the groups of clips and transforms with the state they were begun in', () => {
    const c = pen();
    c.save();
    c.rect(0, 0, 10, 10);
    c.clip();
    c.translate(5, 5);
    c.strokeStyle = '#ff0000';
    c.restore();
    c.beginPath();
    c.moveTo(0, 0);
    c.lineTo(1, 1);
    c.stroke();
    const all = elements(c.document(10, 10));
    const path = all.find(({ name, attributes }) => name === 'path' && attributes.stroke !== undefined)!;
    expect(path).toMatchObject({ depth: 1, attributes: { d: 'M0 0L1 1', stroke: '#000000' } });
  });

  it('closes what nobody has restored', () => {
    const c = pen();
    c.translate(1, 1);
    c.fillRect(0, 0, 1, 1);
    expect(elements(c.document(10, 10)).map(({ name, depth }) => [name, depth])).toEqual([
      ['svg', 0],
      ['g', 1],
      ['rect', 2],
    ]);
  });

  it('draws a whole circle', () => {
    const c = pen();
    c.beginPath();
    c.arc(10, 10, 5, 0, 2 * Math.PI);
    c.fill();
    expect(elements(c.document(20, 20))[1]!.attributes.d).toBe('M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10');
  });
});
