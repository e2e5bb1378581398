import { VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useMemo, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { texts } from '../texts';
import { useMatrixColours } from './colours';
import classes from './Matrix.module.css';
import { MatrixControls } from './MatrixControls';
import { MatrixTooltip, type Pointed } from './MatrixTooltip';
import type { MatrixModel, Place } from './types';
import { matrixKeys } from './useMatrixKeys';
import { useArea, type OnArea } from './useArea';
import { usePress } from './usePress';
import { useSurface } from './useSurface';

export interface MatrixProps extends MatrixModel {
  /** Names the grid for those who do not see it. */
  label: string;
  /** Changes whenever `cell` answers otherwise than before. */
  version: unknown;
  /** What a cell says in words: a title, then lines. Told as tooltip, and to screen readers as text of the focused cell. */
  describe(row: number, column: number): readonly string[];
  onOpen?: (row: number, column: number) => void;
  /** A rectangle of cells was chosen by a drag, or one by a click. Where this is given, a drag does not move the cells. */
  onArea?: OnArea;
  /** A label was clicked. */
  onRow?: (row: number) => void;
  onColumn?: (column: number) => void;
  /** The cell whose contents are shown elsewhere. */
  open?: Place | null;
  /** Rows and columns whose labels stand back: those that are not selected, say. */
  isRowDim?: (row: number) => boolean;
  isColumnDim?: (column: number) => boolean;
  /** Below the cells: a legend. */
  children?: ReactNode;
}

/** A matrix of any size, drawn to one canvas: only what is in sight costs time. Wheel and buttons zoom, drag and scroll
 *  bars move, arrow keys move the focus, and Enter or a click opens. */
export function Matrix(props: MatrixProps) {
  const {
    label,
    rows,
    columns,
    looks,
    cell,
    row,
    version,
    describe,
    onOpen,
    onArea,
    onRow,
    onColumn,
    open = null,
    children,
  } = props;
  const { isRowDim, isColumnDim } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const spacer = useRef<HTMLDivElement>(null);
  const cells = useRef<HTMLCanvasElement>(null);
  const marks = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [focus, setFocus] = useState<Place | null>(null);
  const [focused, setFocused] = useState(false);
  const model = useMemo(
    () => ({ rows, columns, looks, cell, row, isRowDim, isColumnDim }),
    [rows, columns, looks, cell, row, isRowDim, isColumnDim],
  );
  const surface = useSurface({ scroller, spacer, cells, marks }, model, version, useMatrixColours(), () =>
    setPointed(null),
  );
  const press = usePress((dx, dy) => surface?.panBy(dx, dy));
  const area = useArea(surface, onArea);
  const place = focus && focus.row < rows.length && focus.column < columns.length ? focus : null;
  const shownFocus = focused ? place : null;
  const { row: openRow = null, column: openColumn = null } = open ?? {};

  useEffect(() => {
    const opened = openRow === null || openColumn === null ? null : { row: openRow, column: openColumn };
    surface?.setMarks({ hover: pointed?.place ?? null, focus: shownFocus, open: opened });
  }, [surface, pointed, shownFocus, openRow, openColumn]);

  const onPointerMove = (event: PointerEvent) => {
    if (area.onPointerMove(event) || press.onPointerMove(event)) return setPointed(null);
    const at = surface?.at(event.clientX, event.clientY);
    if (!surface || !at || at.row === null || at.column === null) return setPointed(null);
    const here = { row: at.row, column: at.column };
    setPointed((old) =>
      old?.place.row === here.row && old.place.column === here.column ? old : { place: here, box: surface.boxOf(here) },
    );
  };
  const onPointerUp = (event: PointerEvent) => {
    if (area.onPointerUp(event) || !press.onPointerUp(event)) return;
    const { row = null, column = null } = surface?.at(event.clientX, event.clientY) ?? {};
    if (row !== null && column !== null) {
      setFocus({ row, column });
      onOpen?.(row, column);
    } else if (row !== null) onRow?.(row);
    else if (column !== null) onColumn?.(column);
  };
  const words = place && describe(place.row, place.column).join(', ');

  return (
    <div className={classes.matrix}>
      <div className={classes.frame}>
        <div
          ref={scroller}
          className={classes.scroller}
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length}
          aria-colcount={columns.length}
          aria-readonly="true"
          aria-activedescendant={place ? `${id}-cell` : undefined}
          tabIndex={0}
          onKeyDown={matrixKeys({
            ...{ surface, rows: rows.length, columns: columns.length, focus: place, onFocus: setFocus, onOpen },
          })}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onPointerDown={(event) => {
            if (!area.onPointerDown(event)) press.onPointerDown(event);
          }}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerLeave={() => setPointed(null)}
        >
          <div ref={spacer} className={classes.spacer} role="presentation">
            <div className={classes.sheet} role="presentation" data-pointing={pointed !== null || undefined}>
              <canvas ref={cells} className={classes.canvas} aria-hidden="true" />
              <canvas ref={marks} className={classes.canvas} aria-hidden="true" />
            </div>
          </div>
          <VisuallyHidden role="row" top={0} left={0} aria-rowindex={(place?.row ?? 0) + 1}>
            <span id={`${id}-cell`} role="gridcell" aria-colindex={(place?.column ?? 0) + 1}>
              {words ?? texts.matrix.noFocus}
            </span>
          </VisuallyHidden>
        </div>
        {area.box && (
          <div
            className={classes.area}
            style={{ left: area.box.x, top: area.box.y, width: area.box.width, height: area.box.height }}
          />
        )}
        {pointed && surface && (
          <MatrixTooltip pointed={pointed} lines={describe(pointed.place.row, pointed.place.column)} />
        )}
      </div>
      <div className={classes.foot}>
        {children}
        <span className={classes.words} role="status">
          {shownFocus && words}
        </span>
        {surface && <MatrixControls onZoom={(factor) => surface.zoomBy(factor)} onFit={() => surface.fit()} />}
      </div>
    </div>
  );
}
