import { boardPictures, type BoardState, type Picture } from '@common-ground/templates';
import type { Editor } from '@tldraw/tldraw';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../app/Dialog.tsx';
import { HeatMapPicture } from './HeatMapPicture.tsx';
import classes from './Pictures.module.css';
import { PictureTable } from './PictureTable.tsx';
import { TrendPicture } from './TrendPicture.tsx';

/** Greatest width of a picture for a shared screen, px. */
const largePx = 1_100;

/** What the templates on the board draw of their results, each also as a table and large for a shared screen. */
export function BoardPictures({ state, editor }: { state: BoardState; editor: Editor | null }) {
  const { i18n } = useTranslation();
  const pictures = useMemo(() => boardPictures(state, { language: i18n.language }), [state, i18n.language]);
  return pictures.map((picture) => (
    <PictureSection key={`${picture.templateId} ${picture.key}`} picture={picture} editor={editor} />
  ));
}

function PictureSection({ picture, editor }: { picture: Picture; editor: Editor | null }) {
  const { t } = useTranslation();
  const [isTable, setTable] = useState(false);
  const [isLarge, setLarge] = useState(false);
  return (
    <section className={classes.section} aria-label={picture.title}>
      <h3 dir="auto">{picture.title}</h3>
      <Content picture={picture} isTable={isTable} editor={editor} />
      <div className={classes.tools}>
        <button type="button" className="cg-link" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {t('pictures.table')}
        </button>
        <button type="button" className="cg-link" onClick={() => setLarge(true)}>
          {t('pictures.large')}
        </button>
      </div>
      {isLarge && (
        <Dialog size={largePx} title={picture.title} onClose={() => setLarge(false)}>
          <div className={classes.large}>
            <Content picture={picture} isTable={isTable} editor={null} />
          </div>
        </Dialog>
      )}
    </section>
  );
}

function Content({
  picture,
  isTable,
  editor,
}: {
  picture: Picture;
  isTable: boolean;
  editor: Editor | null;
}) {
  if (isTable) return picture.tables.map((table) => <PictureTable key={table.key} table={table} />);
  if (picture.kind === 'trend') return <TrendPicture picture={picture} />;
  return <HeatMapPicture picture={picture} editor={editor} />;
}
