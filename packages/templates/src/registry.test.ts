import { describe, expect, it } from 'vitest';
import { agendaBand } from './composition/agendaBand.ts';
import { stackBands } from './composition/Band.ts';
import { equalColumns } from './composition/columnsBand.ts';
import { sectionCell } from './composition/sectionCell.ts';
import { titleBand } from './composition/titleBand.ts';
import { defineTemplate } from './defineTemplate.ts';
import { list, under } from './report/blocks.ts';
import { notesIn } from './state/BoardState.ts';
import { isTemplateId, templateById, templateRegistry, templates, widgets } from './registry.ts';
import { runTemplateContract } from './templateContract.ts';

for (const template of templates) runTemplateContract(template);

// A template is a folder and a line in the registry: this is all that such a folder holds.
const checkIn = defineTemplate({
  id: 'check-in',
  groupSize: { min: 2, max: 12 },
  options: {},
  texts: {
    en: {
      name: 'Check-in',
      purpose: 'Hear from everyone once.',
      whenToUse: 'At the start of a meeting.',
      whenNot: 'When somebody is late.',
      howTo: 'One note each.',
      'section.now.title': 'Right now',
      'section.now.prompt': 'What is on your mind?',
      'step.say.title': 'Say it',
      'step.say.instruction': 'Write one note.',
      'finding.silence': 'Of {partners} partners only one has said something.',
      'finding.silence.advice': 'Ask the others.',
    },
    de: { name: 'Ankommen' },
  },
  agenda: ({ t }) => [
    {
      key: 'say',
      title: t('step.say.title'),
      instruction: t('step.say.instruction'),
      minutes: 5,
      mode: { kind: 'open' },
    },
  ],
  layout: ({ t, title, partners }) => {
    const content = { key: 'now', title: t('section.now.title'), prompt: t('section.now.prompt') };
    const agenda = [{ key: 'say', title: t('step.say.title'), instruction: '', minutes: 5 }];
    return stackBands(1440, [
      titleBand(title, t('howTo')),
      agendaBand(
        agenda.map((step) => ({ ...step, mode: { kind: 'open' } as const })),
        t,
      ),
      equalColumns([sectionCell(content, partners.length)]),
    ]);
  },
  findings: { silence: { severity: 'insight' } },
  rules: ({ state }) => {
    const partners = state.partners.length;
    if (notesIn(state, 'now').length !== 1 || partners < 2) return [];
    return [{ code: 'silence', values: { partners }, targets: [] }];
  },
  report: ({ state, t }) =>
    under(t('section.now.title'), list(notesIn(state, 'now').map(({ text }) => text))),
});

describe('a template made of one folder', () => {
  runTemplateContract(checkIn);

  it('speaks another language as far as it is translated', () => {
    const german = checkIn.inLanguage('de-AT');
    expect(german.name).toBe('Ankommen');
    expect(german.purpose).toBe('Hear from everyone once.');
    expect(german.layout({ partners: [] }).items[0]).toMatchObject({ key: 'title', text: 'Ankommen' });
  });
});

describe('the registry', () => {
  it('holds every template under its own id', () => {
    expect(Object.entries(templateRegistry).filter(([id, template]) => template.id !== id)).toEqual([]);
  });

  it('finds a template by an id from outside, and nothing by another', () => {
    expect(templates.map(({ id }) => templateById(id)?.id)).toEqual(templates.map(({ id }) => id));
    expect(templateById('constructor')).toBeNull();
    expect(isTemplateId(null)).toBe(false);
  });

  it('names each widget type once', () => {
    expect(new Set(widgets.map(({ type }) => type)).size).toBe(widgets.length);
  });
});
