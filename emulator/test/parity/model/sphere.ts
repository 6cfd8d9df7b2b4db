/** Distances and regions on a sphere, by formulas of their own: the haversine, and samples along an edge. */

export type LngLat = [longitude: number, latitude: number];

/** MongoDB manual, "Calculate Distances Using Spherical Geometry": the equatorial radius in metres. */
export const RADIUS = 6378100;

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

export function metres(a: LngLat, b: LngLat): number {
  const h =
    Math.sin(rad(b[1] - a[1]) / 2) ** 2 +
    Math.cos(rad(a[1])) * Math.cos(rad(b[1])) * Math.sin(rad(b[0] - a[0]) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Latitude of a great circle at a longitude between two points less than half a turn apart. */
export function latitudeAt(a: LngLat, b: LngLat, longitude: number): number {
  const along = Math.sin(rad(b[0] - a[0]));
  const t =
    (Math.tan(rad(a[1])) * Math.sin(rad(b[0] - longitude)) + Math.tan(rad(b[1])) * Math.sin(rad(longitude - a[0]))) /
    along;
  return (Math.atan(t) * 180) / Math.PI;
}
