import { ySyncPlugin } from 'y-prosemirror';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

test('y-prosemirror’s binding has the parts that rebinding a text uses', () => {
  const fragment = new Y.Doc().getXmlFragment('text');
  const plugin = ySyncPlugin(fragment) as { spec: { state: { init(): { type: unknown; binding: object } } } };
  const { type, binding } = plugin.spec.state.init();
  expect(type).toBe(fragment);
  expect(binding).toMatchObject({ type: fragment, doc: fragment.doc });
  for (const method of ['destroy', 'initView', '_forceRerender']) {
    expect((binding as Record<string, unknown>)[method]).toBeTypeOf('function');
  }
});
