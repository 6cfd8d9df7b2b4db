/** On a phone there is one person: WeChat keeps each account's storage apart. */
const me = 'me';

export const currentWho = (): string => me;
export const useWho = (): string => me;
/** Never happens here. */
export const onWhoChange = (_listener: () => void): void => undefined;
