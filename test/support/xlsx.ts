import { type CellValue, writeXlsx } from 'hucre'

/** A workbook of these sheets. A merge is [first row, last row, column], counted from 0. */
export async function xlsxOf(sheets: Record<string, CellValue[][]>, merges: [number, number, number][] = []): Promise<Buffer> {
  const written = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows], at) => ({
      name,
      rows,
      ...(at === 0 && merges.length > 0
        ? { merges: merges.map(([startRow, endRow, column]) => ({ startRow, endRow, startCol: column, endCol: column })) }
        : {}),
    })),
  })
  return Buffer.from(written)
}
