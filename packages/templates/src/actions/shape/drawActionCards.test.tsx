import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { actionOf, partnersNamed } from '../../testing/TestBoard.ts';
import { drawActionCards } from './drawActionCards.tsx';

const [north] = partnersNamed('North');
const action = actionOf('a', {
  what: 'Publish the berth plan every Monday, with the changes marked',
  owner: 'Alice',
  partnerId: north?.id ?? null,
  due: '2027-03-01',
});
const drawn = (zoom: number, actions: readonly (typeof action)[] | null = [action, actionOf('b')]) =>
  renderToStaticMarkup(
    <svg>
      {drawActionCards({
        actions,
        none: 'Nothing yet',
        partners: partnersNamed('North'),
        language: 'en',
        box: { w: 640, h: 272 },
        zoom,
        isDarkMode: false,
      })}
    </svg>,
  );

test('a card near enough tells all five facts', () => {
  for (const fact of ['Publish the', 'Alice · North', 'Mar 1, 2027 · ○ open']) {
    expect(drawn(1)).toContain(fact);
  }
});

test('from afar each action is a line in letters that can be read, cut where there is no room', () => {
  const svg = drawn(0.3);
  expect(svg).toContain('○ Publish the');
  expect(svg).toContain('…');
  expect(svg).not.toContain('Mar 1');
  const sizes = [...svg.matchAll(/font-size="([\d.]+)"/gu)].map(([, px]) => Number(px) * 0.3);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13);
});

test('a place without actions says what stands there, and one of the past where its actions are', () => {
  expect(drawn(0.2, [])).toContain('Nothing yet');
  expect(drawn(1, null)).toContain('in its report');
});
