/** Where groups of numbers begin, as people write it: "5000; 10 000". What is no number is left out. */
export function cutsIn(text: string): number[] {
  return text
    .split(';')
    .map((cut) => cut.replace(/[\s\u00a0]/g, '').replace(',', '.'))
    .filter((cut) => cut !== '' && Number.isFinite(Number(cut)))
    .map(Number)
    .slice(0, 20)
}
