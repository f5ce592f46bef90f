import { expect, test } from 'vitest';
import { encodeWidgetDraft, parseWidgetDraft } from './widgetDraft.ts';

test('a part of a widget comes back from its text as it was', () => {
  const draft = { shapeId: 'shape:m', part: 'row1', values: { column1: 'AR' } };
  expect(parseWidgetDraft('row1', encodeWidgetDraft(draft))).toEqual(draft);
});

test.each(['a plain note', '[]', '{"shapeId":7,"values":{}}', '{"shapeId":"shape:m","values":{"a":1}}'])(
  '%s is no part of a widget',
  (text) => {
    expect(parseWidgetDraft('row1', text)).toBeNull();
  },
);
