import type { ParticipantId, PartnerId } from '@common-ground/protocol';
import { z } from 'zod';
import { workshopLimits } from '../limits.ts';

/** An id made by the server or a client: `[A-Za-z0-9_-]{1,64}`. */
export const plainIdField = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** A person on the board. */
export const participantIdField = plainIdField.transform((value) => value as ParticipantId);
/** An organisation on the board. */
export const partnerIdField = plainIdField.transform((value) => value as PartnerId);
/** The key of a step or question. */
export const keyField = plainIdField;
/** The key of a section; that of a partner's lane ends with the partner's id (`need:<partner>`). */
export const sectionKeyField = z.string().regex(/^[A-Za-z0-9_:-]{1,130}$/);
/** Something on the canvas (`shape:…`) that is voted on, rated or talked about. */
export const itemIdField = z.string().regex(/^[A-Za-z0-9_:-]{1,100}$/);
/** Server time, milliseconds since 1970. */
export const timeField = z.number().int();
/** A count, from 0. */
export const countField = z.number().int().min(0);
/** Minutes given to a step or a topic; halves are fine. */
export const minutesField = z.number().min(0).max(workshopLimits.maxStepMinutes);
/** A day in the calendar, `YYYY-MM-DD`, in nobody's time zone. */
export const dayField = z.iso.date();
/** One line, as a title or a name. */
export const lineField = z
  .string()
  .transform((value) =>
    value
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(workshopLimits.maxTitleLength));
/** Text of several lines; control characters other than tab and line break are taken out. */
export const textField = z
  .string()
  .transform((value) => value.replace(/(?![\t\n])\p{Cc}/gu, '').trim())
  .pipe(z.string().min(1).max(workshopLimits.maxTextLength));
