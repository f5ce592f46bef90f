/**
 * The roles that table elements have anyway, to be spread on them: Safari forgets them where CSS makes a grid of the table
 * (https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html). A screen reader passes arrow keys and
 * letters on in a grid, and keeps them for itself in a table.
 */
export const tableRoles = {
  table: { role: 'table' },
  grid: { role: 'grid' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  rowHead: { role: 'rowheader' },
  columnHead: { role: 'columnheader' },
  cell: { role: 'cell' },
  gridCell: { role: 'gridcell' },
} as const;
