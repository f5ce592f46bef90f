/** A colour by its part in the picture, so that light and dark can give it different values. */
export type Ink = 'paper' | 'surface' | 'line' | 'text' | `tint-${string}` | `strong-${string}`;

/** One stroke of a drawing: a rectangle, an ellipse or a closed outline; sizes in px of the layout. */
export type Primitive =
  | {
      readonly kind: 'rectangle';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly radius: number;
      readonly fill: Ink | null;
      readonly stroke: Ink | null;
    }
  | {
      readonly kind: 'ellipse';
      readonly cx: number;
      readonly cy: number;
      readonly rx: number;
      readonly ry: number;
      readonly fill: Ink | null;
      readonly stroke: Ink | null;
    }
  | {
      readonly kind: 'polygon';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly fill: Ink | null;
      readonly stroke: Ink | null;
    };

/** What is drawn, from the back to the front. */
export type Drawing = readonly Primitive[];
