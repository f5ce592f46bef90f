import type { ReportTable as Table } from '@common-ground/templates';
import classes from './ReportPage.module.css';
import { shadePercent } from './shadePercent.ts';

/** With more columns than this a table is printed across the page, its heads standing on end. */
const manyColumns = 8;

/** A table of a report; one with a scale is shaded as a heat map, the number standing in each cell. */
export function ReportTable({ table }: { table: Table }) {
  const { title, columns, rows, scale } = table;
  return (
    <div className={classes.tableBox} data-wide={columns.length > manyColumns || undefined}>
      <table>
        <caption dir="auto">{title}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              // Two columns may be called the same.
              // oxlint-disable-next-line react/no-array-index-key
              <th key={index} scope="col" dir="auto">
                <span>{column}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // So may rows.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {row.map((cell, index) => {
                const shade = typeof cell === 'number' ? shadePercent(cell, scale) : null;
                return (
                  <td
                    // oxlint-disable-next-line react/no-array-index-key
                    key={index}
                    dir="auto"
                    data-number={typeof cell === 'number' || undefined}
                    style={
                      shade === null
                        ? undefined
                        : { background: `color-mix(in srgb, var(--report-shade) ${shade}%, transparent)` }
                    }
                  >
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
