import { Tooltip } from '@mantine/core';
import classes from './FacilitatorBar.module.css';

/** A number that a facilitator watches, with what stands behind it for whoever points at it. */
export function Figure({ text, hint }: { text: string; hint: string }) {
  return (
    <Tooltip label={hint} multiline maw={280}>
      <button type="button" className={classes.figure}>
        {text}
      </button>
    </Tooltip>
  );
}
