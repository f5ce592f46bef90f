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
