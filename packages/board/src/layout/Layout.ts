import type { PartnerColour, PartnerId, sharedNoteColour } from '@common-ground/protocol';

/** A colour of the canvas: a partner's, or the shared yellow. */
export type CanvasColour = PartnerColour | typeof sharedNoteColour;

/** Position and size in page px; x and y are relative to the layout's own top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A named area of the canvas with a prompt; notes belong to the section they lie in. */
export interface SectionItem extends Box {
  readonly kind: 'section';
  /** Unique within the layout; stands in the shape's meta as `section`. */
  readonly key: string;
  readonly title: string;
  /** What to write here; shown quietly inside the section's top edge. Empty for none. */
  readonly prompt: string;
  readonly colour?: CanvasColour;
  /** The partner whose lane this is. */
  readonly partnerId?: PartnerId;
}

/** A sticky note, 200 × 200 px. */
export interface NoteItem {
  readonly kind: 'note';
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: CanvasColour;
}

/** Plain text: a heading, an agenda, an explanation. It wraps at `w`; `h` is the room kept free for it (both as seen, after `scale`). */
export interface TextItem extends Box {
  readonly kind: 'text';
  readonly key: string;
  /** A new line for each paragraph. */
  readonly text: string;
  /** tldraw sizes: s 18 px, m 24 px, l 36 px, xl 44 px. */
  readonly size: 's' | 'm' | 'l' | 'xl';
  readonly colour: CanvasColour;
  readonly align?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** Times the size's px, 1 if not given (tldraw's `scale`): on a wide board a heading must be larger than tldraw's xl. */
  readonly scale?: number;
}

/** A drawn form without a label: the parts of a picture such as the sailboat. */
export interface GeoItem extends Box {
  readonly kind: 'geo';
  readonly key: string;
  readonly geo: 'rectangle' | 'ellipse' | 'triangle' | 'diamond' | 'cloud' | 'trapezoid' | 'arrow-right';
  readonly colour: CanvasColour;
  readonly fill: 'none' | 'semi' | 'solid';
  /** Radians, clockwise, about the middle of the box (tldraw turns a shape about its top left corner: convert). */
  readonly rotation?: number;
}

/** A custom shape of a template; `type` is registered by the template with its props. */
export interface WidgetItem extends Box {
  readonly kind: 'widget';
  readonly key: string;
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** One key a cell, so that cells merge one by one. */
  readonly meta: Readonly<Record<string, string | number | boolean | null>>;
}

/** One thing of a layout. */
export type LayoutItem = SectionItem | NoteItem | TextItem | GeoItem | WidgetItem;

/** What a template lays out on the canvas, as data; drawn in order, later items above earlier ones. */
export interface Layout {
  readonly w: number;
  readonly h: number;
  readonly items: readonly LayoutItem[];
}
