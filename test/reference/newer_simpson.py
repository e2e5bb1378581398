"""Puts the rule of newer versions of scipy for an even number of samples into the reference stack: scipy before 1.11 has another
one. Not for the integral over frequencies, which with the older rule is the plain sum. Importing it does so."""

import numpy as np
from pyadjoint.adjoint_source_types import exponentiated_phase_misfit, waveform_misfit
from pyadjoint.utils import cctm


def simpson(y, dx=1.0, **_):
    """Composite Simpson rule; an even number of samples ends with a parabola's last interval (Cartwright 2017)."""
    y = np.asarray(y)
    n = len(y)
    if n == 2:
        return 0.5 * dx * (y[0] + y[1])
    odd = n if n % 2 else n - 1
    whole = dx / 3 * np.sum(y[0 : odd - 2 : 2] + 4 * y[1 : odd - 1 : 2] + y[2:odd:2])
    return whole if odd == n else whole + dx * (5 * y[-1] + 8 * y[-2] - y[-3]) / 12


for module in (exponentiated_phase_misfit, waveform_misfit, cctm):
    module.simpson = simpson
