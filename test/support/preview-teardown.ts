import { rmSync } from 'node:fs';
import { CITY } from './preview-setup';

export default function teardown(): void {
  const city = process.env[CITY];
  if (city) rmSync(city, { recursive: true, force: true });
}
