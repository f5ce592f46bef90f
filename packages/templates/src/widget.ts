import type { WidgetItem } from '@common-ground/board';
import type { Partner } from '@common-ground/protocol';
import type { z } from 'zod';
import type { Target } from './findings/Finding.ts';
import type { RevealedDraft } from './drafts/widgetDraft.ts';
import type { Drawing } from './preview/drawing.ts';

/** A widget's shape as it stands on the canvas. Anybody may have written its meta. */
export interface WidgetRecord {
  readonly id: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** A part of a shape, px from its top left corner. */
export interface PartBounds {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A custom shape of a template, as data: what the server needs to store it and the gallery to sketch it. */
export interface Widget {
  /** The shape's type on the canvas, unique over all templates. */
  readonly type: string;
  /** One schema a prop of the shape; a shape whose props differ is refused. */
  readonly props: Readonly<Record<string, z.ZodType>>;
  /** The height of the smallest thing in it that is pressed, px of the page: a phone shows it large enough for a finger. */
  readonly pressedH?: number;
  /** A sketch of one such shape for the gallery, in the coordinates of the layout. */
  sketch(item: WidgetItem): Drawing;
  /** Where in the shape a part stands that a finding is about; null for what is not in this shape. */
  boundsOf?(shape: WidgetRecord, target: Target): PartBounds | null;
  /**
   * What private drafts become at their reveal: keys of the shape's meta with their new values. Pure; drafts that make no
   * sense are passed over, since anybody may have written them.
   */
  takeDrafts?(
    shape: WidgetRecord,
    drafts: readonly RevealedDraft[],
    partners: readonly Partner[],
  ): WidgetPatch;
}

/** Keys of a shape's meta to be written, each with its new value; keys that are not named stay as they are. */
export type WidgetPatch = Readonly<Record<string, string | null>>;

/** A validator as tldraw's schema takes it for a prop; it throws on a bad value. */
export interface PropValidator<T = unknown> {
  validate(value: unknown): T;
}

/** A schema as tldraw's schema takes it. */
export function validatorOf<T>(schema: z.ZodType<T>): PropValidator<T> {
  return { validate: (value) => schema.parse(value) };
}

/**
 * The validators of a widget's props in the form that `createTLSchema({shapes: {[type]: {props}}})` takes, so that the
 * server holds a shape to the same schema as the browser's ShapeUtil does.
 */
export function propValidators(widget: Pick<Widget, 'props'>): Record<string, PropValidator> {
  return Object.fromEntries(
    Object.entries(widget.props).map(([name, schema]) => [name, validatorOf(schema)]),
  );
}
