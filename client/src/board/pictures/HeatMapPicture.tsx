import type { HeatMap, PictureBadge } from '@common-ground/templates';
import { VisuallyHidden } from '@mantine/core';
import { IconArrowsSplit, IconCircleCheck, IconProgress, type TablerIcon } from '@tabler/icons-react';
import type { Editor } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { PartnerMark } from '../../partners/PartnerMark.tsx';
import { isolate } from '../../texts/isolate.ts';
import { formatMean } from '../workshop/voting/formatMean.ts';
import { showItem } from '../workshop/voting/canvasItems.ts';
import { useWorkshopTools } from '../workshop/WorkshopContext.tsx';
import classes from './Pictures.module.css';
import { shadeOf } from './shadeOf.ts';

const badgeIcons = {
  good: IconCircleCheck,
  middle: IconProgress,
  bad: IconArrowsSplit,
} as const satisfies Record<PictureBadge['tone'], TablerIcon>;

/** Partners across, thing by thing: the figure stands in each cell, so that the shade is never alone. */
export function HeatMapPicture({ picture, editor }: { picture: HeatMap; editor: Editor | null }) {
  const { columns, ends, scale, things } = picture;
  const style = { gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` };
  return (
    <>
      <div className={classes.ends} aria-hidden="true">
        <span style={{ background: shadeOf(scale.min, scale) }}>
          {scale.min} {ends[0]}
        </span>
        <span style={{ background: shadeOf(scale.max, scale) }}>
          {scale.max} {ends[1]}
        </span>
      </div>
      <ul className={classes.things}>
        {things.map(({ badge, label, rows, shapeId }) => (
          <li key={shapeId} className={classes.thing}>
            <Head label={label} badge={badge} onShow={editor && (() => showItem(editor, shapeId))} />
            {rows.map((row) => (
              <div key={row.label} className={classes.row}>
                {row.label !== '' && <span className={classes.question}>{row.label}</span>}
                <ul className={classes.cells} style={style}>
                  {row.cells.map((value, index) => (
                    <Cell key={index} value={value} scale={scale} column={columns[index]} />
                  ))}
                </ul>
                <span className={classes.facts}>{row.facts.join(' · ')}</span>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Head({
  label,
  badge,
  onShow,
}: {
  label: string;
  badge: PictureBadge | null;
  /** Null where the canvas is not to be seen. */
  onShow: (() => void) | null;
}) {
  const { t } = useTranslation();
  const Icon = badge === null ? null : badgeIcons[badge.tone];
  return (
    <div className={classes.head}>
      {onShow === null ? (
        <strong dir="auto">{label}</strong>
      ) : (
        <button
          type="button"
          className={classes.label}
          dir="auto"
          title={t('workshop.voting.show', { label: isolate(label) })}
          onClick={onShow}
        >
          {label}
        </button>
      )}
      {badge !== null && Icon !== null && (
        <span className={classes.badge} data-tone={badge.tone}>
          <Icon size={16} stroke={1.8} aria-hidden="true" />
          {badge.label}
        </span>
      )}
    </div>
  );
}

function Cell({
  value,
  scale,
  column,
}: {
  value: number | null;
  scale: HeatMap['scale'];
  column: HeatMap['columns'][number] | undefined;
}) {
  const { i18n } = useTranslation();
  const { partners } = useWorkshopTools();
  const partner = partners.find(({ id }) => id === column?.partnerId);
  const figure = value === null ? '–' : formatMean(value, i18n.language);
  return (
    <li
      className={classes.cell}
      title={column?.label}
      style={value === null ? undefined : { background: shadeOf(value, scale) }}
      data-empty={value === null || undefined}
    >
      {partner === undefined ? (
        <span aria-hidden="true">·</span>
      ) : (
        <PartnerMark name={partner.name} colour={partner.colour} size={18} />
      )}
      <VisuallyHidden>{column?.label}: </VisuallyHidden>
      {figure}
    </li>
  );
}
