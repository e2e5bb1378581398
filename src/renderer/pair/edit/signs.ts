import { IconCheck, IconHandStop, IconPencil, IconX } from '@tabler/icons-react';

/** Signs of verdicts, so that they are not told by colour alone. */
export const SIGNS = { edited: IconPencil, accepted: IconCheck, rejected: IconX, withdrawn: IconHandStop } as const;
