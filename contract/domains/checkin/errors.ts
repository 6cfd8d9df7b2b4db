/** Refusals of this domain, see `contract/errors.ts`. */
export const checkinErrors = {
  DAY_OUT_OF_RANGE: '只能记录今天，或补记最近 60 天内的阅读。',
  CLOCK_CHANGED: '手机的时间刚变过，这一笔还没有记下。核对时间后会自动再试。',
} as const;
