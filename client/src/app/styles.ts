/*
 * What every page needs. The home, not-found and crash pages are plain HTML on our own few rules (global.css), so that
 * they load in an instant; Mantine's components and their styles come with formStyles.ts, which the lazy routes
 * import first. Mantine's own rule for the order of its files holds in both.
 */
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './global.css';
