import type { TextTable } from '../translate.ts';

const en = {
  name: 'RACI mapping',
  purpose: 'Know who does, who answers for, who is asked and who is told, for each piece of joint work.',
  whenToUse: 'When work falls between partners, is done twice, or waits for somebody to decide.',
  whenNot: 'When it is still open what the partnership is for: align on the vision first.',
  howTo: 'Rows are the work, columns are people or roles. Every row needs exactly one who answers for it.',
  'howTo.daci': 'Rows are decisions, columns are people or roles. Every row needs exactly one who approves.',
  'option.variant': 'Variant',
  'option.variant.raci': 'RACI: responsible, accountable, consulted, informed',
  'option.variant.rasci': 'RASCI: with support',
  'option.variant.daci': 'DACI: driver, approver, contributor, informed',

  'section.letters.title': 'Letters',
  'section.questions.title': 'Questions to settle',
  'section.questions.prompt': 'What does the matrix not answer yet?',

  'letter.raci.R': 'Responsible',
  'letter.raci.R.means': 'does the work; at least one in each row',
  'letter.raci.A': 'Accountable',
  'letter.raci.A.means': 'answers for the result; exactly one in each row',
  'letter.raci.C': 'Consulted',
  'letter.raci.C.means': 'is asked before it is done; few',
  'letter.raci.I': 'Informed',
  'letter.raci.I.means': 'is told after it is done',
  'letter.rasci.R': 'Responsible',
  'letter.rasci.R.means': 'does the work; at least one in each row',
  'letter.rasci.A': 'Accountable',
  'letter.rasci.A.means': 'answers for the result; exactly one in each row',
  'letter.rasci.S': 'Supports',
  'letter.rasci.S.means': 'helps those who do the work',
  'letter.rasci.C': 'Consulted',
  'letter.rasci.C.means': 'is asked before it is done; few',
  'letter.rasci.I': 'Informed',
  'letter.rasci.I.means': 'is told after it is done',
  'letter.daci.D': 'Driver',
  'letter.daci.D.means': 'brings the decision about; exactly one in each row',
  'letter.daci.A': 'Approver',
  'letter.daci.A.means': 'decides; exactly one in each row',
  'letter.daci.C': 'Contributor',
  'letter.daci.C.means': 'gives knowledge and advice',
  'letter.daci.I': 'Informed',
  'letter.daci.I.means': 'is told once it is decided',

  'matrix.label': '{variant} matrix: {rows} rows, {columns} columns',
  'matrix.row.placeholder': 'Name the work',
  'matrix.row.unnamed': 'row {number}',
  'matrix.column.placeholder': 'Role',
  'matrix.column.unnamed': 'column {number}',
  'matrix.noPartner': 'No partner',
  'matrix.unknownPartner': 'Partner',
  'matrix.addRow': 'Add row',
  'matrix.addColumn': 'Add column',
  'matrix.addColumnFor': 'Add a column for {partner}',
  'matrix.cell': '{row}, {column}: {letters}, {meanings}',
  'matrix.cell.none': '{row}, {column}: empty',
  'matrix.cell.clear': 'Clear',
  'matrix.letters': 'Letters for {row}, {column}',
  'matrix.menu': 'More for {name}',
  'matrix.rename': 'Rename',
  'matrix.moveUp': 'Move up',
  'matrix.moveDown': 'Move down',
  'matrix.moveLeft': 'Move left',
  'matrix.moveRight': 'Move right',
  'matrix.remove': 'Remove',

  'step.work.title': 'Name the work',
  'step.work.instruction':
    'Write each activity, deliverable or decision into a row of its own. Begin with a verb.',
  'step.roles.title': 'Name the roles',
  'step.roles.instruction': 'Write the people or roles of each partner into its columns.',
  'step.view.title': 'Our own view',
  'step.view.instruction':
    'Each partner fills in the matrix as it sees it. Only your own organisation sees it for now.',
  'step.compare.title': 'Compare and settle',
  'step.compare.instruction':
    'Lay the views over each other and settle the cells that differ, those that are furthest apart first.',
  'step.check.title': 'Check the matrix',
  'step.check.instruction': 'Look along each row and down each column: who is missing, who has too much?',
  'step.agree.title': 'Agree',
  'step.agree.instruction': 'Each partner signs the matrix as it stands.',
} as const;

/** A key of this template's texts. */
export type RaciTextKey = keyof typeof en;

/** The texts of the RACI mapping. */
export const texts: TextTable<RaciTextKey> = { en };
