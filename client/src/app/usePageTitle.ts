import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts a page's name before the product's in the browser's tab; the product's alone for null. */
export function usePageTitle(name: string | null): void {
  const { t } = useTranslation();
  useEffect(() => {
    const product = t('app.name');
    document.title = name === null ? product : `${name} · ${product}`;
  }, [name, t]);
}
