import type { Partner } from '@common-ground/protocol';
import type { Action } from '@common-ground/workshop';
import type { TLDefaultColorTheme } from '@tldraw/tldraw';
import { getDefaultColorTheme } from '@tldraw/tldraw';
import { firstLines, fontPx } from '../../composition/measureText.ts';
import type { PartBounds } from '../../widget.ts';
import { actionWords, cardTexts } from '../actionWords.ts';
import { cardSizes, layCards, lineRatio, lineScreenPx } from '../layCards.ts';

/** What the cards are drawn from. */
export interface CardsDrawing {
  /** Null where they are not known. */
  readonly actions: readonly Action[] | null;
  readonly partners: readonly Partner[];
  readonly language: string;
  readonly box: { readonly w: number; readonly h: number };
  /** What stands there while there is none. */
  readonly none: string;
  /** Screen px a page px; 1 in a picture. */
  readonly zoom: number;
  readonly isDarkMode: boolean;
}

const { whatPx, factPx, padding } = cardSizes;

/** The cards as plain SVG, on the canvas and in exported pictures alike: no HTML in it, so that every viewer shows it. */
export function drawActionCards(drawing: CardsDrawing) {
  const { actions, box, language, none, partners, zoom } = drawing;
  const theme = getDefaultColorTheme(drawing);
  const t = cardTexts(language);
  const said = actions === null ? t('actions.past') : actions.length === 0 ? none : null;
  const { kind, scale, cards, hidden } = layCards(actions?.length ?? 0, box, zoom);
  const DrawnAction = kind === 'cards' ? Card : Line;
  return (
    <g fontFamily="tldraw_sans, sans-serif" fill={theme.text}>
      {said !== null && <Hint text={said} box={box} zoom={zoom} theme={theme} />}
      {cards.map((place, index) => {
        const action = actions?.[index];
        if (action === undefined) return null;
        const words = actionWords(action, partners, language);
        return (
          <DrawnAction
            key={action.actionId}
            place={place}
            scale={scale}
            theme={theme}
            status={action.status}
            {...words}
          />
        );
      })}
      {hidden > 0 && (
        <text x={box.w} y={box.h} textAnchor="end" fontSize={Math.max(factPx, lineScreenPx / zoom)}>
          {t('actions.more', { count: hidden })}
        </text>
      )}
    </g>
  );
}

interface CardProps {
  readonly place: PartBounds;
  readonly scale: number;
  readonly theme: TLDefaultColorTheme;
  readonly status: Action['status'];
  readonly sign: string;
  readonly what: string;
  readonly who: string;
  readonly when: string;
  readonly partner: Partner | null;
}

/** What in up to two lines, then who, then by when and how it stands; the partner's colour along the edge. */
function Card({ place: { x, y, w, h }, scale, theme, status, what, who, when, partner }: CardProps) {
  const inner = padding * scale;
  const lineW = w - 2 * inner;
  const isOpen = status === 'open';
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={w}
        height={h}
        rx={8}
        fill={isOpen ? theme.solid : theme.grey.semi}
        stroke={theme.grey.solid}
        strokeWidth={1.5}
      />
      <rect width={6 * scale} height={h} rx={3 * scale} fill={theme[partner?.colour ?? 'grey'].solid} />
      <g opacity={isOpen ? 1 : 0.75} textDecoration={status === 'dropped' ? 'line-through' : undefined}>
        <Lines text={what} x={inner} y={inner} w={lineW} px={whatPx * scale} most={2} isBold />
      </g>
      <Lines
        text={who}
        x={inner}
        y={h - inner - 2.7 * factPx * scale}
        w={lineW}
        px={factPx * scale}
        most={1}
      />
      <Lines
        text={when}
        x={inner}
        y={h - inner - 1.2 * factPx * scale}
        w={lineW}
        px={factPx * scale}
        most={1}
      />
    </g>
  );
}

/** How it stands, what, and who, as far as there is room; the partner's colour in front. */
function Line({ place: { x, y, w, h }, scale, theme, status, sign, what, who, partner }: CardProps) {
  const px = whatPx * scale;
  const bar = px * 0.35;
  return (
    <g transform={`translate(${x} ${y})`} opacity={status === 'open' ? 1 : 0.75}>
      <rect
        y={px * 0.1}
        width={bar}
        height={h - px * 0.2}
        rx={bar / 2}
        fill={theme[partner?.colour ?? 'grey'].solid}
      />
      <g textDecoration={status === 'dropped' ? 'line-through' : undefined}>
        <Lines
          text={`${sign} ${what} · ${who}`}
          x={2 * bar}
          y={px * 0.2}
          // What the rules find about it stands at its end.
          w={w - 2 * bar - px}
          px={px}
          most={Math.max(1, Math.round(h / (px * lineRatio)))}
        />
      </g>
    </g>
  );
}

function Hint({
  text,
  box,
  zoom,
  theme,
}: Pick<CardsDrawing, 'box' | 'zoom'> & { text: string; theme: TLDefaultColorTheme }) {
  const px = Math.max(whatPx * 1.6, lineScreenPx / zoom);
  const inner = Math.min(24, px / 2);
  const most = Math.floor((box.h - 2 * inner) / (px * lineRatio));
  return (
    <>
      <rect
        width={box.w}
        height={box.h}
        rx={8}
        fill="none"
        stroke={theme.grey.solid}
        strokeWidth={1.5}
        strokeDasharray="8 8"
      />
      {most > 0 && <Lines text={text} x={inner} y={inner} w={box.w - 2 * inner} px={px} most={most} />}
    </>
  );
}

interface LinesProps {
  readonly text: string;
  readonly x: number;
  /** The top of the first line. */
  readonly y: number;
  readonly w: number;
  readonly px: number;
  readonly most: number;
  readonly isBold?: boolean;
}

/** A text in at most so many lines; what does not fit ends in an ellipsis. */
function Lines({ text, x, y, w, px, most, isBold = false }: LinesProps) {
  const style = { size: 's', bold: isBold, scale: px / fontPx.s } as const;
  const shown = firstLines(text.replace(/\s+/gu, ' '), w, style, most);
  return (
    <text fontSize={px} fontWeight={isBold ? 700 : 400} dominantBaseline="hanging">
      {shown.map((line, index) => (
        <tspan key={index} x={x} y={y + index * px * 1.3}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
