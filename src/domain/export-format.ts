/** The formats that something can be taken home in: what a browser is told it is, and whether a terminal should be spared it. */
export const exportFormats = {
  csv: { mediaType: 'text/csv; charset=utf-8', binary: false },
  json: { mediaType: 'application/json', binary: false },
  txt: { mediaType: 'text/plain; charset=utf-8', binary: false },
  md: { mediaType: 'text/markdown; charset=utf-8', binary: false },
  html: { mediaType: 'text/html; charset=utf-8', binary: false },
  latex: { mediaType: 'application/x-tex; charset=utf-8', binary: false },
  svg: { mediaType: 'image/svg+xml', binary: false },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', binary: true },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', binary: true },
  png: { mediaType: 'image/png', binary: true },
  qdpx: { mediaType: 'application/zip', binary: true },
  qdc: { mediaType: 'application/xml', binary: false },
  zip: { mediaType: 'application/zip', binary: true },
} as const
export type ExportFormat = keyof typeof exportFormats

/** What the name of such a file ends with. */
export function extensionOf(format: ExportFormat): string {
  return format === 'latex' ? 'tex' : format
}

/** Everything that can be taken home, and the formats it comes in; the first of each is what it is in unless told. */
export const exportable = {
  matrix: ['csv', 'xlsx', 'docx', 'json'],
  framework: ['csv', 'xlsx', 'docx', 'json'],
  grid: ['csv', 'xlsx', 'docx', 'json'],
  quotations: ['csv', 'xlsx', 'docx', 'html', 'md', 'latex', 'json'],
  frequencies: ['csv', 'xlsx', 'json'],
  'co-occurrence': ['csv', 'xlsx', 'json'],
  saturation: ['csv', 'xlsx', 'json', 'svg', 'png'],
  coverage: ['csv', 'xlsx', 'json'],
  comparison: ['csv', 'xlsx', 'json', 'svg', 'png'],
  chart: ['svg', 'png', 'csv', 'xlsx', 'json'],
  bases: ['csv', 'xlsx', 'json'],
  history: ['csv', 'xlsx', 'json'],
  agreement: ['csv', 'xlsx', 'json'],
  'word-cloud': ['svg', 'png', 'csv', 'json'],
  words: ['csv', 'xlsx', 'json'],
  answers: ['csv', 'xlsx', 'docx', 'json'],
  codebook: ['csv', 'xlsx', 'docx', 'html', 'md', 'latex', 'json', 'qdc'],
  transcripts: ['docx', 'html', 'md', 'latex', 'csv', 'xlsx', 'json'],
  methods: ['docx', 'html', 'md', 'latex'],
  pack: ['zip'],
  cases: ['csv', 'xlsx', 'json'],
  memos: ['csv', 'xlsx', 'docx', 'json'],
  sources: ['txt', 'csv', 'xlsx', 'json'],
  project: ['zip', 'qdpx', 'qdc'],
} as const satisfies Record<string, readonly ExportFormat[]>
export type Exportable = keyof typeof exportable

/** The formats of something by its name, as a person wrote it; none where there is no such thing. */
export function formatsOf(what: string): readonly ExportFormat[] {
  return Object.hasOwn(exportable, what) ? exportable[what as Exportable] : []
}
