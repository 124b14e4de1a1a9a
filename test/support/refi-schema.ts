import { readFileSync } from 'node:fs'
import { validateXML } from 'xmllint-wasm'

const schemaOf = (name: string) => readFileSync(new URL(`./refi-${name}.xsd`, import.meta.url), 'utf8')
const schemas = { project: schemaOf('project'), codebook: schemaOf('codebook') }
/** Pages of 64 kB that libxml2 may take. */
const PAGES = 2048

/** What libxml2 has against some documents by the schema, each with the number of its document; nothing where all are valid. */
export async function faultsOf(documents: readonly string[], schema: keyof typeof schemas): Promise<string[]> {
  const xml = documents.map((contents, at) => ({ fileName: `${at}.xml`, contents }))
  const { valid, errors } = await validateXML({ xml, schema: schemas[schema], maxMemoryPages: PAGES })
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage)
}
