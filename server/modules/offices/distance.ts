/** Distances on the earth. Pure. */

/** Degrees, WGS-84. */
export interface Point {
  longitude: number;
  latitude: number;
}

/** Mean radius of the earth in metres (IUGG). The sphere is off by 0.5 % at most: nobody walks another way for that. */
const radius = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points as the crow flies (haversine). */
export function distanceBetween(a: Point, b: Point): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2);
  const east = Math.sin(radians(b.longitude - a.longitude) / 2);
  const chord = north * north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east * east;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A place that may have no point on the map. */
export interface Placed {
  longitude: number | null;
  latitude: number | null;
}

/** The places with their distance in whole metres, the nearest first; those without a point come last, with null. */
export function nearest<P extends Placed>(places: readonly P[], point: Point): (P & { distance: number | null })[] {
  return places
    .map((place) => ({
      ...place,
      distance:
        place.longitude === null || place.latitude === null
          ? null
          : Math.round(distanceBetween(point, { longitude: place.longitude, latitude: place.latitude })),
    }))
    .sort((a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity) || 0);
}
