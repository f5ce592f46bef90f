import type { Partner } from '@common-ground/protocol';
import type { Agenda, Step, StepMode } from '@common-ground/workshop';

/** Ends the key that stands for the lanes of all partners. */
const each = 'each';

/** The key that stands for a section whoever the partners are: of one partner's lane that of every partner's. */
export function generalKey(key: string): string {
  const colon = key.lastIndexOf(':');
  return colon === -1 ? key : `${key.slice(0, colon)}:${each}`;
}

/** A name in which a partner is spoken of, as a text for every partner. */
export function generalTitle(title: string, partner: Partner | undefined): string {
  return partner === undefined ? title : title.replaceAll(partner.name, '{partner}');
}

/** An agenda whose steps name sections by keys that hold for any partners. */
export function generalAgenda(steps: Agenda): Agenda {
  return steps.map((step) => withKeys(step, (keys) => [...new Set(keys.map(generalKey))]));
}

/** The agenda for the parts that a layout has, partner by partner; sections that are not there are left out. */
export function agendaFor(steps: Agenda, layoutKeys: readonly string[]): Agenda {
  const own = new Set(layoutKeys);
  const partners = [...new Set(layoutKeys.filter((key) => key.includes(':')).map(partnerOf))];
  return steps.map((step) =>
    withKeys(step, (keys) => {
      const shared = keys.filter((key) => own.has(key));
      const lanes = keys.filter((key) => key.endsWith(`:${each}`)).map((key) => key.slice(0, -each.length));
      const wanted = partners.flatMap((partner) => lanes.map((lane) => lane + partner));
      return [...shared, ...wanted.filter((key) => own.has(key))];
    }),
  );
}

/** The end of a lane's key. */
function partnerOf(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}

type ChangeKeys = (keys: readonly string[]) => readonly string[];

function withKeys(step: Step, change: ChangeKeys): Step {
  const { focus } = step;
  return {
    ...step,
    mode: modeWithKeys(step.mode, change),
    ...(focus === undefined ? {} : { focus: change(focus) }),
  };
}

function modeWithKeys(mode: StepMode, change: ChangeKeys): StepMode {
  if (mode.kind === 'check') return { ...mode, statementSectionKeys: change(mode.statementSectionKeys) };
  if (mode.kind === 'private') return { ...mode, sectionKeys: change(mode.sectionKeys) };
  if (mode.kind === 'open' || mode.kind === 'group' || mode.kind === 'vote') return mode;
  return mode.sectionKeys === undefined ? mode : { ...mode, sectionKeys: change(mode.sectionKeys) };
}
