import { states } from './states';

/** The pages of one of so many parts, which have about as many states each; pages of a domain stay together. */
export function routesIn(part: number, parts: number): string[] {
  const total = Object.values(states).flat().length;
  let before = 0;
  return Object.entries(states).flatMap(([route, list]) => {
    const own = Math.floor((before / total) * parts);
    before += list.length;
    return own === part ? [route] : [];
  });
}
