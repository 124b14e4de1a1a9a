/** The numbers that somebody wrote, parted by semicolons or spaces: "5 000" is two, "5000; 10000,5" too. At most twenty. */
export function numbersIn(text: string): number[] {
  return text
    .split(/[;\s]+/)
    .filter((part) => part !== '')
    .map((part) => Number(part.replace(',', '.')))
    .filter((number) => Number.isFinite(number))
    .slice(0, 20)
}
