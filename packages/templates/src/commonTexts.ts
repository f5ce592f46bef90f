import type { TextTable } from './translate.ts';

const en = {
  'agenda.title': 'Agenda · {minutes} minutes',
  'agenda.step': '{number} · {minutes} min',

  'actions.none': 'Actions that the group agrees on stand here, for everybody the same.',
  'actions.noneOfLast': 'What was agreed last time stands here, to be called done, still open or dropped.',
  'actions.past': 'The actions of that moment stand in its report.',
  'actions.noOwner': 'Nobody yet',
  'actions.noDue': 'No date',
  'actions.more': 'and {count} more in the Results tab',
  'actions.label': 'Actions: {count}',
  'actions.add': 'Add an action',
  'actions.edit': 'Change the action “{what}”',
  'actions.keep': 'Add',
  'actions.close': 'Done',

  'notes.title': 'Notes',
  'notes.section': 'Section',
  'notes.group': 'Group',
  'notes.note': 'Note',
  'notes.author': 'Author',
  'notes.partner': 'Partner',
  'notes.written': 'Written (UTC)',
  'notes.missed': 'Came after (UTC)',
  'notes.late': 'added after {when}',
  'notes.elsewhere': 'Outside of all sections',
  'notes.none': 'There are no notes on this board.',

  'report.people': 'Who took part',
  'report.noPartner': 'No partner',
  'report.somebody': 'Somebody',
  'report.empty': 'Nothing has been written, rated or agreed here yet.',
  'report.outcomes': 'What was agreed',
  'report.decisions': 'Decisions',
  'report.actions': 'Actions',
  'report.action.what': 'What',
  'report.action.owner': 'Owner',
  'report.action.partner': 'Partner',
  'report.action.due': 'Due',
  'report.action.status': 'Status',
  'report.status.open': 'open',
  'report.status.done': 'done',
  'report.status.dropped': 'dropped',
  'report.signed': '{name} signed, {day}',
  'report.signedFor': '{partner}: signed by {name}, {day}',
  'report.unsigned': '{partner}: not signed',
  'report.voided': 'The text was changed after it was signed, which made {count} of its signatures void.',
  'report.followUp': 'We look at it again on {day}.',
  'report.findings': 'Still open',
  'report.severity.error': 'Error',
  'report.severity.warning': 'Warning',
  'report.severity.insight': 'Insight',
} as const;

/** A key of the texts that every template shares. */
export type CommonTextKey = keyof typeof en;

/** The texts that every template shares: those of the agenda panel and of the reports. */
export const commonTexts: TextTable<CommonTextKey> = { en };
