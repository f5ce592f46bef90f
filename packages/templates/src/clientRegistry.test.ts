import { describe, expect, it } from 'vitest';
import { drawnWidgets, templateShapeUtils } from './clientRegistry.ts';
import { noWidgetOptions } from './widgetOptions.ts';
import { widgets } from './registry.ts';

describe('the widgets that a browser draws', () => {
  it('are those of the templates, each with a way to draw it', () => {
    expect(drawnWidgets).toEqual(widgets);
    const drawn = templateShapeUtils(noWidgetOptions).map(({ type }) => type);
    expect(drawn).toEqual(widgets.map(({ type }) => type));
  });
});
