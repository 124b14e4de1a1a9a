import { Refusal } from './refusal.ts'
import { formOf } from './word-count.ts'

/**
 * Some cases, by an attribute: of one value, below, above or from a number, or from one number and below another. Written `12=Norra`, `12<10000`,
 * `12>10000`, `12>=10000`, `12..5000..10000` (12: the attribute).
 */
export type CaseGroup = { readonly attributeId: number; readonly is: '=' | '<' | '>' | '>=' | '..'; readonly value: string }

/** What a word cloud is made of. Every part narrows the one before; null is all. */
export type CloudRequest = {
  readonly from: 'words' | 'labels'
  readonly themeId: number | null
  /** What is said in the answers to one question of the guide; of labels, the quotations there, of those who were asked. */
  readonly questionId: number | null
  readonly caseId: number | null
  readonly coderId: number | null
  readonly group: CaseGroup | null
  /** A filter in its text form, '' for none: the words under the quotations that it selects. */
  readonly filter: string
  /** A second group, drawn beside the first on the same scale. */
  readonly beside: CaseGroup | null
  /** How large a label is: by the share of the cases, or by its quotations. */
  readonly weigh: 'cases' | 'quotations'
  /** So many words that stand together are counted as one; 1 is each word. */
  readonly run: number
  /** Words to leave out, in any of their forms. */
  readonly without: readonly string[]
  /** A word said fewer times is left out. */
  readonly least: number
  /** How many words at most, never over `MOST_WORDS`. */
  readonly most: number
}

export const MOST_WORDS = 150
const MOST_RUN = 3
const MOST_TYPED = 4000
export const wholeCloud: CloudRequest = {
  from: 'words',
  themeId: null,
  questionId: null,
  caseId: null,
  coderId: null,
  group: null,
  filter: '',
  beside: null,
  weigh: 'cases',
  run: 1,
  without: [],
  least: 1,
  most: 80,
}

/** The group of its written form, or nothing where it is none. */
function parseGroup(text: string): CaseGroup | null {
  const match = /^(\d{1,15})(>=|\.\.|[=<>])(.+)$/s.exec(text)
  if (!match) return null
  const numbers = match[2] === '..' ? endsOf(match[3]!) : [match[3]!]
  if (match[2] !== '=' && (numbers.length !== (match[2] === '..' ? 2 : 1) || !numbers.every((one) => one !== '' && Number.isFinite(Number(one))))) return null
  return { attributeId: Number(match[1]), is: match[2] as CaseGroup['is'], value: match[3]! }
}

export function formatGroup({ attributeId, is, value }: CaseGroup): string {
  return `${attributeId}${is}${value}`
}

/** The two ends of a group between numbers. */
export function endsOf(value: string): string[] {
  return value.split('..')
}

/** The request of a query's values. Unknown names are let be; refuses a value that is none. */
export function parseCloudRequest(query: Readonly<Record<string, string | undefined>>): CloudRequest {
  const group = (name: string) => {
    if (!query[name]) return null
    return parseGroup(query[name]) ?? refuse('group', { value: query[name] })
  }
  const from = query['from'] || wholeCloud.from
  const weigh = query['weigh'] || wholeCloud.weigh
  const run = numberOf(query, 'run') ?? wholeCloud.run
  return {
    from: from === 'words' || from === 'labels' ? from : refuse('of', { name: from }),
    themeId: numberOf(query, 'theme'),
    questionId: numberOf(query, 'asked'),
    caseId: numberOf(query, 'case'),
    coderId: numberOf(query, 'coder'),
    group: group('group'),
    filter: (query['filter'] ?? '').trim(),
    beside: group('group') && group('beside'),
    weigh: weigh === 'cases' || weigh === 'quotations' ? weigh : refuse('weigh', { value: weigh }),
    run: run <= MOST_RUN ? run : refuse('run', { value: run, most: MOST_RUN }),
    without: [
      ...new Set(
        (query['without'] ?? '')
          .slice(0, MOST_TYPED)
          .split(/[\s,;]+/)
          .map(formOf)
          .filter(Boolean),
      ),
    ],
    least: numberOf(query, 'least') ?? wholeCloud.least,
    most: Math.min(numberOf(query, 'most') ?? wholeCloud.most, MOST_WORDS),
  }
}

function numberOf(query: Readonly<Record<string, string | undefined>>, name: string): number | null {
  if (!query[name]) return null
  return /^[1-9]\d{0,9}$/.test(query[name]) ? Number(query[name]) : refuse('number', { field: name, value: query[name] })
}

function refuse(what: 'group' | 'of' | 'weigh' | 'run' | 'number', values: Record<string, string | number>): never {
  throw new Refusal('invalid', `refusal.cloud-${what}`, { attributes: '', ...values })
}

/** The query of an address that asks for this cloud; what is as usual is left out. */
export function queryOf(request: CloudRequest, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams()
  if (request.from !== wholeCloud.from) query.set('from', request.from)
  if (request.themeId) query.set('theme', `${request.themeId}`)
  if (request.questionId) query.set('asked', `${request.questionId}`)
  if (request.weigh !== wholeCloud.weigh) query.set('weigh', request.weigh)
  if (request.run !== wholeCloud.run) query.set('run', `${request.run}`)
  if (request.caseId) query.set('case', `${request.caseId}`)
  if (request.coderId) query.set('coder', `${request.coderId}`)
  if (request.group) query.set('group', formatGroup(request.group))
  if (request.beside) query.set('beside', formatGroup(request.beside))
  if (request.filter) query.set('filter', request.filter)
  if (request.without.length > 0) query.set('without', request.without.join(','))
  if (request.least !== wholeCloud.least) query.set('least', `${request.least}`)
  if (request.most !== wholeCloud.most) query.set('most', `${request.most}`)
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  const text = query.toString()
  return text && `?${text}`
}
