import classes from './Voting.module.css';

/** Dots given out of those that can be, drawn; decoration beside their number. */
export function Dots({ given, most }: { given: number; most: number }) {
  return (
    <span className={classes.dots} aria-hidden="true">
      {Array.from({ length: most }, (_, index) => (
        <i key={index} data-given={index < given || undefined} />
      ))}
    </span>
  );
}
