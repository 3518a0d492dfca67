/** The places of the district as they are written down in `data/demo/places.json`; points are longitude and latitude, WGS-84. */
import { readDemo } from '../read-demo.ts';

export type Point = readonly [longitude: number, latitude: number];

export interface Town {
  key: string;
  name: string;
  nameEn: string;
  /** Three digits after the district's six. */
  code: string;
  at: Point;
  /** How many people live there, in proportion to the others. */
  people: number;
  streets: string[];
  /** Key, name, English name of each village or community. */
  villages: [string, string, string][];
}
/** A hall or a bank at its address. */
export interface Placed {
  key: string;
  name: string;
  nameEn: string;
  town: string;
  address: string;
  addressEn?: string;
  at: Point;
}
/** A river or road through points. */
export interface Line {
  name: string;
  nameEn: string;
  kind: string;
  through: Point[];
}

/** `items`: what a department's own counter takes, as the ends of codes; everything of the department where it is left out. */
export const places = readDemo<{
  towns: Town[];
  halls: (Placed & { kind: 'hall' | 'department'; department?: string; telephone: string; items?: string[] })[];
  banks: Placed[];
  outline: Point[];
  waters: Line[];
  roads: Line[];
}>('places.json');

export const townOf = (key: string): Town => {
  const town = places.towns.find((one) => one.key === key);
  if (!town) throw new Error(`data/demo/places.json has no town ${key}`);
  return town;
};

/** Whether the town is a subdistrict (街道) of the built-up area. */
export const isUrban = (town: Town): boolean => town.code < '100';
