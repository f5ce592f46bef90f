import { roleSchema } from '@common-ground/protocol';
import { z } from 'zod';
import { countField, participantIdField, timeField } from '../core/fields.ts';
import { reactions } from '../core/reactions.ts';
import { defineShape } from '../core/Shape.ts';
import { quietPeople } from './PeopleState.ts';

const someone = { participantId: participantIdField };

/** Ready marks, hands, reactions, and who leads. */
export const peopleShape = defineShape({
  initial: quietPeople,
  commands: {
    'people.setReady': { who: 'contributors', fields: { isReady: z.boolean() } },
    'people.setHand': { who: 'contributors', fields: { isUp: z.boolean() } },
    /** A facilitator takes somebody's hand down when they have spoken. */
    'people.lowerHand': { who: 'facilitators', fields: someone },
    'people.react': { who: 'contributors', fields: { reaction: z.enum(reactions) } },
    'people.setRole': { who: 'facilitators', fields: { ...someone, role: roleSchema } },
    'people.remove': { who: 'facilitators', fields: someone },
    /** Makes somebody facilitator and oneself contributor, in one stroke. */
    'people.handOver': { who: 'facilitators', fields: someone },
    /** A contributor becomes facilitator because all of them are away. */
    'people.takeOver': { who: 'contributors', fields: {} },
    'people.allowTakeOver': { who: 'facilitators', fields: { isAllowed: z.boolean() } },
  },
  events: {
    'people.readySet': { ...someone, isReady: z.boolean() },
    'people.handSet': { ...someone, isUp: z.boolean() },
    /** The server changes the participants' table in the same transaction. */
    'people.roleChanged': { ...someone, role: roleSchema },
    /** The server marks the participant as removed in the same transaction, and closes their sockets. */
    'people.removed': someone,
    'people.takeOverAllowed': { isAllowed: z.boolean() },
  },
  view: z.object({
    readyCount: countField,
    /** How many are waited for. */
    expectedCount: countField,
    isYouReady: z.boolean(),
    /** Who is not ready; for facilitators, otherwise null. */
    notReadyIds: z.array(participantIdField).nullable(),
    handIds: z.array(participantIdField),
    hasFacilitatorPresent: z.boolean(),
    allowsTakeOver: z.boolean(),
    /** Server time, ms, from which you may take over; null when you may not. */
    canTakeOverAt: timeField.nullable(),
  }),
});
