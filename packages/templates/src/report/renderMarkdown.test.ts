import { describe, expect, it } from 'vitest';
import type { Report, ReportBlock } from './Report.ts';
import { renderMarkdown } from './renderMarkdown.ts';

function rendered(...blocks: readonly ReportBlock[]): string {
  const report: Report = {
    format: 1,
    title: 'Ours & *theirs*',
    madeAt: '2026-11-24 09:00 UTC',
    parts: [{ templateId: null, title: 'Part', blocks }],
  };
  return renderMarkdown(report);
}

describe('a report as Markdown', () => {
  it('has a heading for each thing, and a table for each table', () => {
    expect(
      rendered(
        { kind: 'heading', text: 'Purpose' },
        { kind: 'text', text: 'One\nTwo' },
        { kind: 'list', items: ['First', 'Second\nline'] },
        {
          kind: 'table',
          key: 'k',
          title: 'Table',
          columns: ['A', 'B'],
          rows: [
            ['x\ny', 2],
            [null, '|'],
          ],
        },
      ),
    ).toBe(
      [
        '# Ours \\& \\*theirs\\*',
        '',
        '2026-11-24 09:00 UTC',
        '',
        '## Part',
        '',
        '### Purpose',
        '',
        'One\\',
        'Two',
        '',
        '- First',
        '- Second\\',
        '  line',
        '',
        '#### Table',
        '',
        '| A | B |',
        '| --- | --- |',
        '| x<br>y | 2 |',
        '|  | \\| |',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
    ['![x](y)', '!\\[x\\](y)'],
    ['# no heading', '\\# no heading'],
    ['- no list', '\\- no list'],
    ['+ no list', '\\+ no list'],
    ['12. no list', '12\\. no list'],
    ['1) no list', '1\\) no list'],
    ['> no quote', '\\> no quote'],
    ['=== ', '\\==='],
    ['--- ', '\\---'],
    ['`code` and ~~x~~ and $y$', '\\`code\\` and \\~\\~x\\~\\~ and \\$y\\$'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['a\\', 'a\\\\'],
    ['-5 degrees', '-5 degrees'],
    ['2.5 metres', '2.5 metres'],
    [':--', '\\:--'],
    ['    four spaces', 'four spaces'],
  ])('shows %j as it was written', (text, expected) => {
    expect(rendered({ kind: 'text', text })).toContain(`\n${expected}\n`);
  });

  it('keeps the last # of a heading', () => {
    expect(rendered({ kind: 'heading', text: 'We use C#' })).toContain('### We use C\\#\n');
  });

  it('lets no text break out of its paragraph, list or table', () => {
    const text = 'a\n\n\n# b\r\n| c |\u2028- d';
    expect(rendered({ kind: 'text', text })).toContain('a\\\n\\# b\\\n\\| c \\|\\\n\\- d\n');
    expect(rendered({ kind: 'list', items: [text] })).toContain('- a\\\n  \\# b\\\n  \\| c \\|\\\n  \\- d\n');
    expect(rendered({ kind: 'table', key: 'k', title: 't', columns: [text], rows: [[text]] })).toContain(
      '| a<br># b<br>\\| c \\|<br>- d |\n| --- |',
    );
  });
});
