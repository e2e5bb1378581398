import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import type { EventSummary, StationSummary } from '@/api';
import { prepareCanvas } from '../../common/canvas';
import { whenIdle } from '../../common/idle';
import { useMapColours } from '../../map/colours';
import { fitCamera, projectionOf, scaleBar } from '../../map/camera';
import { paintBase } from '../../map/paint';
import { drawSymbol } from '../../map/drawSymbol';
import { placeSymbols } from '../../map/symbols';
import { useAtlas } from '../../map/useAtlas';
import { texts } from '../../texts';
import classes from './Overview.module.css';
import { paintRay, rayPoints } from './ray';

/** Room about event and station, px: a focal mechanism has to fit. */
const ROOM = { side: 0, padding: 24, legend: 0 };
const LONGEST_BAR = 60;
/** The map waits until the waveforms are on the screen, at most this long. */
const WAIT_MS = 120;

interface PairMapProps {
  event: EventSummary;
  station: StationSummary;
}

/** The great circle from an event to a station, with its focal mechanism. */
export function PairMap({ event, station }: PairMapProps) {
  const colours = useMapColours();
  const atlas = useAtlas(false);
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const base = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const ray = useMemo(() => rayPoints(event, station), [event, station]);
  const camera = useMemo(() => (width > 0 ? fitCamera(ray, { width, height }, ROOM) : null), [ray, width, height]);

  useEffect(() => {
    if (!camera) return;
    const size = { width, height };
    const draw = () => {
      const projection = projectionOf(camera, size);
      paintBase(prepareCanvas(base.current!, size), size, projection, atlas, colours, camera.kind);
      const above = prepareCanvas(overlay.current!, size);
      for (const symbol of placeSymbols([event], [station], projection)) drawSymbol(above, symbol, true, colours);
      paintRay(base.current!, ray, projection, colours.station);
    };
    return whenIdle(draw, WAIT_MS);
  }, [camera, width, height, atlas, colours, event, station, ray]);

  const bar = camera && scaleBar(camera, LONGEST_BAR);
  return (
    <div ref={ref} className={classes.map} role="img" aria-label={texts.pair.mapLabel(event.id, station.code)}>
      <canvas ref={base} className={classes.canvas} />
      <canvas ref={overlay} className={classes.canvas} />
      {bar && (
        <div className={classes.scale}>
          {bar.kilometres} km
          <div className={classes.bar} style={{ width: bar.pixels }} />
        </div>
      )}
    </div>
  );
}
