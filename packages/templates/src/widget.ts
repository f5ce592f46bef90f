import type { WidgetItem } from '@common-ground/board';
import type { z } from 'zod';
import type { Drawing } from './preview/drawing.ts';

/** A custom shape of a template, as data: what the server needs to store it and the gallery to sketch it. */
export interface Widget {
  /** The shape's type on the canvas, unique over all templates. */
  readonly type: string;
  /** One schema a prop of the shape; a shape whose props differ is refused. */
  readonly props: Readonly<Record<string, z.ZodType>>;
  /** A sketch of one such shape for the gallery, in the coordinates of the layout. */
  sketch(item: WidgetItem): Drawing;
}

/** A validator as tldraw's schema takes it for a prop. */
export interface PropValidator {
  validate(value: unknown): unknown;
}

/**
 * The validators of a widget's props in the form `createTLSchema({shapes: {[type]: {props}}})` and a ShapeUtil's
 * `static props` take, so that server and browser hold a shape to the same schema. They throw on a bad value.
 */
export function propValidators(widget: Pick<Widget, 'props'>): Record<string, PropValidator> {
  const entries = Object.entries(widget.props).map(([name, schema]) => {
    const validator: PropValidator = { validate: (value) => schema.parse(value) };
    return [name, validator] as const;
  });
  return Object.fromEntries(entries);
}
