import {
  TextShapeUtil,
  renderPlaintextFromRichText,
  useDefaultColorTheme,
  useEditor,
  useIsEditing,
  useValue,
  type Editor,
  type TLFrameShape,
  type TLTextShape,
} from '@tldraw/tldraw';
import { leastScreenPx, lineHeight, linesOfPrompt } from './linesOfPrompt.ts';

/**
 * tldraw's text, but for the prompts of sections: they are drawn no smaller on screen than can be read, in as many lines
 * as there is free room above the section's notes. A board is mostly looked at from so far that they were specks.
 */
export class PromptTextShapeUtil extends TextShapeUtil {
  override component(shape: TLTextShape) {
    const asAnyText = () => super.component(shape);
    return isPrompt(shape) ? <Prompt shape={shape} asAnyText={asAnyText} /> : asAnyText();
  }
}

/** How tldraw draws a shape. */
type Draw = () => ReturnType<TextShapeUtil['component']>;

function isPrompt({ meta, parentId }: TLTextShape): boolean {
  const part = meta['part'];
  return typeof part === 'string' && part.endsWith('-prompt') && parentId.startsWith('shape:');
}

function Prompt({ shape, asAnyText }: { shape: TLTextShape; asAnyText: Draw }) {
  const editor = useEditor();
  const isEditing = useIsEditing(shape.id);
  const lines = useValue('lines of the prompt', () => linesNow(editor, shape), [editor, shape]);
  if (lines === null || isEditing) return <Drawn draw={asAnyText} />;
  return lines === 0 ? null : <LargePrompt shape={shape} lines={lines} />;
}

/** A component of its own, since tldraw's has hooks. */
function Drawn({ draw }: { draw: Draw }) {
  return draw();
}

function LargePrompt({ shape, lines }: { shape: TLTextShape; lines: number }) {
  const editor = useEditor();
  const theme = useDefaultColorTheme();
  const { color, richText, scale, w } = shape.props;
  return (
    <div
      className="cg-prompt"
      dir="auto"
      style={{
        width: w * scale,
        color: theme[color].solid,
        fontSize: `calc(${leastScreenPx}px / var(--tl-zoom))`,
        lineHeight,
        WebkitLineClamp: lines,
      }}
    >
      {renderPlaintextFromRichText(editor, richText)}
    </div>
  );
}

/** In how many lines the prompt is drawn larger than it is; null where it can be read as it is. */
function linesNow(editor: Editor, shape: TLTextShape): number | null {
  const frame = editor.getShape<TLFrameShape>(shape.parentId);
  const siblings = editor
    .getSortedChildIdsForParent(shape.parentId)
    .flatMap((id) => editor.getShape(id) ?? []);
  const others = siblings.filter(({ id }) => id !== shape.id).map(({ y }) => y);
  return linesOfPrompt({
    zoom: editor.getZoomLevel(),
    scale: shape.props.scale,
    y: shape.y,
    w: shape.props.w * shape.props.scale,
    frameH: frame?.type === 'frame' ? frame.props.h : Infinity,
    othersY: others,
  });
}
