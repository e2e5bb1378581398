const TURN = 2 * Math.PI;

/**
 * Takes whole turns out of a phase along the band, in place: where the step to the next frequency exceeds `phaseStep` and
 * a turn up or down makes the second difference smaller, all that follows is turned.
 * @param phase      in rad
 * @param phaseStep  in rad
 */
export function unwrap(phase: Float64Array, phaseStep: number): void {
  for (let k = 1; k < phase.length - 1; k++) {
    turnAfter(phase, k, phaseStep, TURN);
    turnAfter(phase, k, phaseStep, -TURN);
  }
}

function turnAfter(phase: Float64Array, k: number, phaseStep: number, turn: number): void {
  if (Math.abs(phase[k] - phase[k + 1]) <= phaseStep) return;
  const bend = phase[k + 1] + phase[k - 1] - 2 * phase[k];
  const turned = Math.abs(bend + turn);
  if (turned >= Math.abs(bend) || turned >= Math.abs(bend - turn)) return;
  for (let i = k + 1; i < phase.length; i++) phase[i] += turn;
}
