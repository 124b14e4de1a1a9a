/** The numbers that somebody wrote, parted by semicolons: "5000; 10 000,5". Where there is none, by spaces: "5000 10000". At most twenty; what is no number is left out. */
export function numbersIn(text: string): number[] {
  const parts = text.includes(';') ? text.split(';').map((part) => part.replace(/\s/g, '')) : text.split(/\s+/)
  return parts
    .filter((part) => part !== '')
    .map((part) => Number(part.replace(',', '.')))
    .filter((number) => Number.isFinite(number))
    .slice(0, 20)
}
