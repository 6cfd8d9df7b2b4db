import { usePersona } from './personas';

const nobody = 'nobody';

/** Whose cached replies and waiting check-ins count now. */
export const currentWho = (): string => usePersona.getState().id ?? nobody;
/** The same, for components: they render again when it changes. */
export const useWho = (): string => usePersona((state) => state.id ?? nobody);
export const onWhoChange = (listener: () => void): void => void usePersona.subscribe(listener);
