/**
 * What a record has under a key of somebody's making, such as a question's text or the id of a field; not what every
 * object has by inheritance, such as `toString`.
 */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
