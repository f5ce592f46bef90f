/* Mantine's styles for what stands around the canvas, behind those of forms and dialogs; see app/styles.ts. */
import '../../app/formStyles.ts';
import '@mantine/core/styles/Tooltip.css';
import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Tabs.css';
