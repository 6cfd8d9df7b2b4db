import { requestFailed } from '../../errors';

/** The series of preferred numbers that `$bucketAuto` rounds boundaries to. */
const LISTED: Readonly<Record<string, string>> = {
  '1-2-5': '10 20 50',
  E6: '10 15 22 33 47 68',
  E12: '10 12 15 18 22 27 33 39 47 56 68 82',
  E24: '10 11 12 13 15 16 18 20 22 24 27 30 33 36 39 43 47 51 56 62 68 75 82 91',
  R5: '10 16 25 40 63',
  R10: '100 125 160 200 250 315 400 500 630 800',
  R20: '100 112 125 140 160 180 200 224 250 280 315 355 400 450 500 560 630 710 800 900',
  R40:
    '100 106 112 118 125 132 140 150 160 170 180 190 200 212 224 236 250 265 280 300 315 335 355 375 400 425 450 475 ' +
    '500 530 560 600 630 670 710 750 800 850 900 950',
  R80:
    '100 103 106 109 112 115 118 122 125 128 132 136 140 145 150 155 160 165 170 175 180 185 190 195 200 206 212 218 ' +
    '224 230 236 243 250 258 265 272 280 290 300 307 315 325 335 345 355 365 375 387 400 412 425 437 450 462 475 487 ' +
    '500 515 530 545 560 580 600 615 630 650 670 690 710 730 750 775 800 825 850 875 900 925 950 975',
};

/** IEC 60063: the finer E series are rounded powers, with one number that history made. */
function exponential(size: number): number[] {
  return Array.from({ length: size }, (_, i) => Math.round(100 * 10 ** (i / size))).map((n) => (n === 919 ? 920 : n));
}

/** Rounds positive numbers to the next of a series, strictly above or below; 0 stays. */
export interface Rounder {
  up(value: number): number;
  down(value: number): number;
}

/** The rounder of a named series; throws for an unknown one. */
export function rounderOf(name: unknown): Rounder {
  if (name === 'POWERSOF2') {
    return {
      up: (value) => (value === 0 ? 0 : 2 ** (Math.floor(Math.log2(value)) + 1)),
      down: (value) => (value === 0 ? 0 : 2 ** (Math.ceil(Math.log2(value)) - 1)),
    };
  }
  const fine = /^E(48|96|192)$/.exec(String(name));
  const listed = typeof name === 'string' && Object.hasOwn(LISTED, name) ? LISTED[name] : undefined;
  const series = fine ? exponential(Number(fine[1])) : listed?.split(' ').map(Number);
  if (!series) throw requestFailed(`Unknown rounding granularity '${String(name)}'`);
  return preferred(series);
}

function preferred(series: readonly number[]): Rounder {
  const first = series[0] as number;
  const last = series.at(-1) as number;
  return {
    up(value) {
      if (value === 0) return 0;
      let scale = 1;
      while (value >= last * scale) scale *= 10;
      while (value < first * scale) {
        const before = first * scale;
        scale /= 10;
        if (value >= last * scale) return before;
      }
      return (series.find((number) => value < number * scale) ?? first * 10) * scale;
    },
    down(value) {
      if (value === 0) return 0;
      let scale = 1;
      while (value <= first * scale) scale /= 10;
      while (value > last * scale) {
        const before = last * scale;
        scale *= 10;
        if (value <= first * scale) return before;
      }
      return (series.filter((number) => number * scale < value).at(-1) ?? first) * scale;
    },
  };
}
