import type { ReportTable } from '@common-ground/templates';
import classes from './Pictures.module.css';

/** A table of a report as people read it on screen. */
export function PictureTable({ table: { columns, rows, title } }: { table: ReportTable }) {
  return (
    // Wider than the panel it is scrolled, and then by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scrolled} tabIndex={0} aria-label={title}>
      <table className={classes.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" dir="auto">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at} dir="auto" data-number={typeof cell === 'number' || undefined}>
                  {cell ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
