/** A mean with one decimal, as the language writes it. */
export function formatMean(mean: number, language: string): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(mean);
}
