/** A template as the gallery shows it. */
export interface GalleryEntry {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly groupSize: { readonly min: number; readonly max: number };
  readonly durationMinutes: number;
  /** Text of an SVG element, 16:10, without any words in it. */
  readonly preview: string;
}
