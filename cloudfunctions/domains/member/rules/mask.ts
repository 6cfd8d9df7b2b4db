/** A name as it is shown to whoever is to see the numbers and not the people: 林*, 阿*. */
export const maskedName = (name: string): string => `${[...name].slice(0, 1).join('')}*`;
