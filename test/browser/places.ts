/** Every page of the demo study, by the path under its project. `/` at the front of all: a page of the house. */
export const places: Record<string, string> = {
  source: '/sources/1',
  'source at a passage': '/sources/2?at=400-520',
  "a source's paragraph": '/sources/1/paragraphs/4',
  'a coding': '/codings/1',
}
