import type { Layout } from '@common-ground/board';
import type { PartnerId } from '@common-ground/protocol';
import { agendaBand } from '../composition/agendaBand.ts';
import { stackBands } from '../composition/Band.ts';
import type { Cell } from '../composition/columnsBand.ts';
import { columnsBand } from '../composition/columnsBand.ts';
import { fitToScreen } from '../composition/fitToScreen.ts';
import { columnGap, widthForNotes } from '../composition/grid.ts';
import { sectionCell } from '../composition/sectionCell.ts';
import { titleBand } from '../composition/titleBand.ts';
import type { RaciContext } from './agenda.ts';
import { agenda } from './agenda.ts';
import { lettersBand } from './lettersBand.ts';
import { startMatrix } from './matrixEdits.ts';
import { matrixGeometry, matrixSizes } from './matrixGeometry.ts';
import type { MatrixProps } from './matrixWidget.ts';
import { matrixShapeType } from './matrixWidget.ts';

/** Rows to begin with, to be named by the group: more where more partners share work. */
const starterRows = (partnerCount: number) => 8 + Math.floor(partnerCount / 2);
/** Columns to begin with for each partner. */
const columnsPerPartner = 2;
/** Columns when no partner is named yet. */
const columnsWithoutPartners = 4;
/** Room for a role's name in two lines. */
const columnW = 136;
/** Notes that the section for questions has room for: it stands beside the matrix and is as high. */
const questionsRoom = 12;

/** Letters on top, questions to the left; below and to the right of the matrix nothing stands in its way as it grows. */
export function layout(context: RaciContext): Layout {
  const { options, t, title } = context;
  const columnPartners = startColumns(context);
  const matrixW = Math.max(1280, matrixSizes.rowHeadW + columnPartners.length * columnW);
  const questionsW = widthForNotes(3);
  const howTo = options.variant === 'daci' ? t('howTo.daci') : t('howTo');
  return fitToScreen(questionsW + columnGap + matrixW, (w) =>
    stackBands(w, [
      titleBand(title, howTo),
      agendaBand(agenda(context), t),
      lettersBand(context),
      columnsBand([
        { weight: questionsW, cells: [questions(context)] },
        { weight: w - columnGap - questionsW, cells: [matrixCell(context, columnPartners)] },
      ]),
    ]),
  );
}

function startColumns({ partners }: RaciContext): (PartnerId | null)[] {
  if (partners.length === 0) return Array.from({ length: columnsWithoutPartners }, () => null);
  return partners.flatMap((partner) => Array.from({ length: columnsPerPartner }, () => partner.id));
}

function questions({ t }: RaciContext): Cell {
  const content = {
    key: 'questions',
    title: t('section.questions.title'),
    prompt: t('section.questions.prompt'),
  };
  return sectionCell(content, questionsRoom);
}

function matrixCell({ options, partners }: RaciContext, columnPartners: readonly (PartnerId | null)[]): Cell {
  const counts = { rows: starterRows(partners.length), columns: columnPartners.length };
  return {
    minH: (w) => matrixGeometry(counts, w).h,
    draw: ({ x, y, w }) => {
      const props: MatrixProps = { w, variant: options.variant };
      const meta = startMatrix(counts.rows, columnPartners);
      const { h } = matrixGeometry(counts, w);
      return [
        { kind: 'widget', key: 'matrix', type: matrixShapeType, props: { ...props }, meta, x, y, w, h },
      ];
    },
  };
}
