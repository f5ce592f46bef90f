import { describe, expect, it, test } from 'vitest';
import { retrospective } from '../retrospective/index.ts';
import type { BoardState } from '../state/BoardState.ts';
import { actionOf, TestBoard } from '../testing/TestBoard.ts';
import { visionAlignment } from '../vision-alignment/index.ts';
import { boardFindings, boardReport, offersEscalation } from './boardReport.ts';
import { tablesOf } from './Report.ts';

/** A board with a vision alignment and, newer, a retrospective. */
function bothOnOne(): BoardState {
  const [vision, retro] = [new TestBoard(visionAlignment), new TestBoard(retrospective)];
  vision.note('objectives', 'Plant trees');
  retro.note('start', 'Meet earlier');
  retro.publish({ actions: [actionOf('a')] });
  const renamed = retro.records
    .filter(({ typeName }) => typeName === 'shape')
    .map(
      (record) =>
        JSON.parse(
          JSON.stringify(record)
            .replaceAll('shape:', 'shape:r-')
            .replaceAll('"launch":"launch"', '"launch":"newer"'),
        ) as unknown,
    );
  const launches = [
    { launchId: 'newer', templateId: 'retrospective', options: {} },
    { launchId: 'launch', templateId: 'vision-alignment', options: {} },
  ];
  return { ...retro.state([...vision.records, ...renamed]), launches };
}

describe('a board with two templates', () => {
  it('has the findings of both, each about its own', () => {
    const findings = boardFindings(bothOnOne());
    expect(findings.map(({ code, templateId }) => [templateId, code])).toEqual([
      ['retrospective', 'action-without-owner'],
      ['retrospective', 'action-without-due'],
      ['vision-alignment', 'objective-without-measure'],
      ['vision-alignment', 'objective-without-date'],
    ]);
  });

  it('has a report with a part for each, and what was agreed once', () => {
    const report = boardReport(bothOnOne());
    expect(report.parts.map(({ title }) => title)).toEqual([
      'Who took part',
      'Retrospective',
      'Vision alignment',
      'What was agreed',
    ]);
    expect(tablesOf(report).map(({ key }) => key)).toEqual(['objectives', 'actions']);
  });

  it('has a report of one of them alone', () => {
    const report = boardReport(bothOnOne(), { templateId: 'vision-alignment' });
    expect(report.parts.map(({ templateId }) => templateId)).toEqual([null, 'vision-alignment', null]);
  });
});

describe('a board without a template', () => {
  it('has no findings, and a report of what was agreed', () => {
    const state = { ...bothOnOne(), launches: [] };
    expect(boardFindings(state)).toEqual([]);
    expect(boardReport(state).parts.map(({ title }) => title)).toEqual(['Who took part', 'What was agreed']);
  });

  it('passes over a template of another version of the program', () => {
    const launches = [{ launchId: 'x', templateId: 'of-tomorrow', options: {} }];
    expect(boardFindings({ ...bothOnOne(), launches })).toEqual([]);
  });

  it('says of a template that nothing has been done with it yet', () => {
    const { parts } = boardReport(new TestBoard(visionAlignment).state());
    expect(parts.find(({ templateId }) => templateId === 'vision-alignment')?.blocks).toEqual([
      { kind: 'text', text: 'Nothing has been written, rated or agreed here yet.' },
    ]);
  });
});

const launch = (templateId: string) => ({ launchId: templateId, templateId, options: {} });

test('the escalation ladder is offered where a template of the board has it', () => {
  expect(offersEscalation({ launches: [launch('retrospective'), launch('vision-alignment')] })).toBe(false);
  expect(offersEscalation({ launches: [launch('retrospective'), launch('conflict-resolution')] })).toBe(true);
});
