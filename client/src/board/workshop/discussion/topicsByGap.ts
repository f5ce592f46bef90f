import type { RatingsTally, Item } from '@common-ground/workshop';
import { workshopLimits } from '@common-ground/workshop';

/**
 * What was rated as topics to talk about, partners furthest apart first; what they rate alike comes in its order. Of
 * several questions about a thing the one with the largest gap counts.
 */
export function topicsByGap(
  items: readonly Item[],
  { ratings }: RatingsTally,
): { topicId: string; title: string }[] {
  const gapOf = (itemId: string) =>
    Math.max(
      0,
      ...ratings.filter((rating) => rating.itemId === itemId).map(({ byPartner }) => gapAmong(byPartner)),
    );
  return items
    .map(({ itemId, label }) => ({ topicId: itemId, title: titleOf(label), gap: gapOf(itemId) }))
    .toSorted((one, other) => other.gap - one.gap)
    .slice(0, workshopLimits.maxTopics)
    .map(({ topicId, title }) => ({ topicId, title }));
}

function gapAmong(byPartner: RatingsTally['ratings'][number]['byPartner']): number {
  const means = byPartner.map(({ mean }) => mean);
  return means.length === 0 ? 0 : Math.max(...means) - Math.min(...means);
}

function titleOf(label: string): string {
  const line = label.replace(/\s+/gu, ' ').trim();
  return line === '' ? '–' : line.slice(0, workshopLimits.maxTitleLength);
}
