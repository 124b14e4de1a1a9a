/** The name of a group of numbers (`<42000`, `0–<0.8`) with its numbers as the reader writes them; other names, and years, stay as they are. */
export function edgesSaid(label: string, number: (value: number, digits?: number) => string): string {
  if (!/^(?:[<≥]-?\d+(?:\.\d+)?|-?\d+(?:\.\d+)?–<?-?\d+(?:\.\d+)?)$/.test(label)) return label
  return label.replace(/(?<!\d)-?\d+(?:\.\d+)?/g, (written) => {
    const digits = written.split('.')[1]?.length ?? 0
    return digits > 0 || Math.abs(Number(written)) >= 10_000 ? number(Number(written), digits) : written
  })
}
