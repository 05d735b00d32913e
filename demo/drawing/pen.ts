/** A few strokes that all drawings are made of. Everything is drawn on a sheet of 480 × 480; things stand at y = 400. */
import type { Paint } from "./palette.ts";

export type Drawing = (paint: Paint) => string;
export type Point = readonly [x: number, y: number];

export const INK = "#2d3236";
export const LEATHER = "#b98150";
export const BRASS = "#d9b25f";
export const PAPER = "#f8f1e2";
export const METAL = "#c3c9cb";
export const METAL_DARK = "#8d979b";
export const RUBBER = "#3a3d42";

export const fill = (d: string, colour: string): string => `<path d="${d}" fill="${colour}"/>`;

/** A filled shape with light from the left. */
export const form = (d: string, colour: string): string =>
  `${fill(d, colour)}<path d="${d}" fill="url(#shade)"/>`;

export const line = (d: string, colour: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const dashes = (d: string, colour: string, width: number, pattern: string): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-dasharray="${pattern}"/>`;

export const disc = (x: number, y: number, radius: number, colour: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`;

export const ring = (x: number, y: number, radius: number, colour: string, width: number): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;

export const oval = (x: number, y: number, radiusX: number, radiusY: number, colour: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${radiusX}" ry="${radiusY}" fill="${colour}"/>`;

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  colour: string,
): string => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}"/>`;

/** A box with light from the left. */
export const block = (
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  colour: string,
): string => box(x, y, width, height, radius, colour) + box(x, y, width, height, radius, "url(#shade)");

export const polyline = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;

export const group = (transform: string, ...parts: string[]): string =>
  `<g transform="${transform}">${parts.join("")}</g>`;

/** The maker's label, sewn onto cloth. */
export const label = (x: number, y: number): string =>
  box(x - 16, y - 9, 32, 18, 3, PAPER) + line(`M${x - 8} ${y + 2}l5 -6 4 4 5 -6 4 8`, "#8a8270", 1.6);
