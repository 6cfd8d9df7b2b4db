import type { ReactElement } from 'react';

/** Personas belong to the local cloud; with the real one there is nothing to switch. */
export const PersonaSwitch = (): ReactElement | null => null;
export const PersonaWelcome = (): ReactElement | null => null;
