const isId = (key: string): boolean => key === 'id' || (key.endsWith('Id') && key !== 'commandId');

/**
 * The ids that an action touched, from its input and its reply: `orgId=o1 event=e1`, and how many rows a thing of the reply
 * has. Looks one level deep.
 */
export function targetOf(input: unknown, output: unknown): string {
  const found = new Set<string>();
  for (const [key, value] of Object.entries({ ...(input as object) })) {
    if (isId(key) && typeof value === 'string') found.add(`${key}=${value}`);
  }
  for (const [key, value] of Object.entries({ ...(output as object) })) {
    const { id, rows } = { ...(value as { id?: unknown; rows?: unknown } | null | undefined) };
    if (typeof id === 'string') found.add(`${key}=${id}`);
    if (typeof rows === 'number') found.add(`${key}.rows=${rows}`);
  }
  return [...found].join(' ');
}
