import type { Trend } from '@common-ground/templates';
import { useTranslation } from 'react-i18next';
import { formatMean } from '../workshop/voting/formatMean.ts';
import classes from './Pictures.module.css';

/** The drawing's own measures, units of its view box. */
const sheet = { w: 288, h: 132, left: 20, right: 16, top: 16, bottom: 24 };
/** A line is told by its mark and its dashes, not by its colour alone. */
const marks = ['circle', 'square'] as const;

/** A line for each question over the times of a series, with a figure at each point. */
export function TrendPicture({ picture }: { picture: Trend }) {
  const { title, scale, times, lines } = picture;
  const xOf = (index: number) =>
    times.length === 1
      ? (sheet.left + sheet.w - sheet.right) / 2
      : sheet.left + ((sheet.w - sheet.left - sheet.right) * index) / (times.length - 1);
  const yOf = (value: number) =>
    sheet.h -
    sheet.bottom -
    ((sheet.h - sheet.top - sheet.bottom) * (value - scale.min)) / (scale.max - scale.min);
  const shown = new Set([0, times.length - 1]);
  return (
    <>
      <svg className={classes.trend} viewBox={`0 0 ${sheet.w} ${sheet.h}`} role="img" aria-label={title}>
        {[scale.min, (scale.min + scale.max) / 2, scale.max].map((value) => (
          <g key={value}>
            <line
              className={classes.gridLine}
              x1={sheet.left}
              x2={sheet.w - sheet.right}
              y1={yOf(value)}
              y2={yOf(value)}
            />
            <text x={0} y={yOf(value) + 4} className={classes.axis}>
              {value}
            </text>
          </g>
        ))}
        {times.map((time, index) =>
          shown.has(index) ? (
            <text
              key={index}
              x={xOf(index)}
              y={sheet.h - 4}
              className={classes.axis}
              textAnchor={times.length === 1 ? 'middle' : index === 0 ? 'start' : 'end'}
            >
              {time}
            </text>
          ) : null,
        )}
        {lines.map((line, at) => (
          <Line key={line.label} line={line} at={at} xOf={xOf} yOf={yOf} />
        ))}
      </svg>
      <ul className={classes.legend}>
        {lines.map(({ label }, at) => (
          <li key={label}>
            <svg width="16" height="12" viewBox="-8 -6 16 12" aria-hidden="true">
              <Mark at={at} x={0} y={0} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({
  line: { values },
  at,
  xOf,
  yOf,
}: {
  line: Trend['lines'][number];
  at: number;
  xOf: (index: number) => number;
  yOf: (value: number) => number;
}) {
  const { i18n } = useTranslation();
  const points = values.flatMap((value, index) =>
    value === null ? [] : [{ x: xOf(index), y: yOf(value), figure: formatMean(value, i18n.language) }],
  );
  return (
    <g data-line={at}>
      <polyline
        className={classes.line}
        data-line={at}
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
      />
      {points.map(({ x, y, figure }, index) => (
        <g key={index}>
          <Mark at={at} x={x} y={y} />
          <text x={x} y={at === 0 ? y - 8 : y + 16} className={classes.figure} textAnchor="middle">
            {figure}
          </text>
        </g>
      ))}
    </g>
  );
}

function Mark({ at, x, y }: { at: number; x: number; y: number }) {
  return marks[at % marks.length] === 'circle' ? (
    <circle className={classes.mark} data-line={at} cx={x} cy={y} r={4} />
  ) : (
    <rect className={classes.mark} data-line={at} x={x - 4} y={y - 4} width={8} height={8} />
  );
}
