/** Personas belong to the local cloud; with the real one there is nothing to switch. */
export const PersonaSwitch = (): null => null;
export const PersonaWelcome = (): null => null;
