import { z } from 'zod';
import { countField, keyField, lineField, plainIdField, textField, timeField } from '../core/fields.ts';
import { defineShape } from '../core/Shape.ts';
import { idleAgenda } from './AgendaState.ts';
import { agendaSchema, stepChangesSchema, stepSchema } from './stepSchema.ts';

/**
 * Every move says which step its sender saw, so that two facilitators who press "next" together make one step. The
 * reason is asked for where something of the step is open, and kept.
 */
const move = {
  expectedStepKey: keyField,
  reason: textField.nullable().default(null),
  /** Starts the next step's timer at once. */
  startTimer: z.boolean().default(false),
};
const after = keyField.nullable();
const run = {
  run: countField,
  title: lineField,
  templateId: plainIdField.nullable(),
  steps: z.array(stepSchema),
  startedAt: timeField,
  openDates: z.exactOptional(
    z.array(z.object({ stepKey: keyField, until: timeField, leftAt: timeField.nullable() })),
  ),
  isCarried: z.exactOptional(z.boolean()),
};

/** The ordered steps and the group's place in them. */
export const agendaShape = defineShape({
  initial: idleAgenda,
  commands: {
    'agenda.start': {
      who: 'facilitators',
      fields: { title: lineField, templateId: plainIdField.nullable(), steps: agendaSchema },
    },
    'agenda.next': { who: 'facilitators', fields: move },
    'agenda.back': { who: 'facilitators', fields: move },
    'agenda.jump': { who: 'facilitators', fields: { ...move, toStepKey: keyField } },
    'agenda.editStep': { who: 'facilitators', fields: { stepKey: keyField, changes: stepChangesSchema } },
    'agenda.insertStep': { who: 'facilitators', fields: { step: stepSchema, afterStepKey: after } },
    'agenda.moveStep': { who: 'facilitators', fields: { stepKey: keyField, afterStepKey: after } },
    'agenda.removeStep': { who: 'facilitators', fields: { stepKey: keyField } },
    /** For a group that is not in one call: until when this step is open to everybody, each in their own time. */
    'agenda.openUntil': {
      who: 'facilitators',
      fields: { expectedStepKey: keyField, until: timeField.nullable() },
    },
    'agenda.end': {
      who: 'facilitators',
      fields: {
        expectedStepKey: keyField,
        reason: textField.nullable().default(null),
        discardDrafts: z.boolean().default(false),
      },
    },
  },
  events: {
    'agenda.started': {
      run: countField,
      title: lineField,
      templateId: plainIdField.nullable(),
      steps: agendaSchema,
      isCarried: z.boolean().default(false),
    },
    'agenda.stepEntered': { stepKey: keyField, fromStepKey: keyField.nullable() },
    'agenda.stepEdited': { step: stepSchema },
    'agenda.stepInserted': { step: stepSchema, afterStepKey: after },
    'agenda.stepMoved': { stepKey: keyField, afterStepKey: after },
    'agenda.stepRemoved': { stepKey: keyField },
    'agenda.openUntilSet': { stepKey: keyField, until: timeField.nullable() },
    'agenda.ended': {},
  },
  view: z.discriminatedUnion('phase', [
    z.object({ phase: z.literal('idle') }),
    z.object({
      phase: z.literal('running'),
      ...run,
      currentKey: keyField,
      enteredAt: timeField,
      openUntil: timeField.nullable(),
    }),
    z.object({ phase: z.literal('ended'), ...run, endedAt: timeField }),
  ]),
});
