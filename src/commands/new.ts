import { readFileSync } from 'node:fs'
import { Refusal } from '../domain/refusal.ts'
import { type SourceLanguage, sourceLanguages } from '../domain/source.ts'
import { createProject } from '../services/create-project.ts'
import { localCoder } from '../services/local-coder.ts'
import { codesOfFile } from '../services/starting-codebook.ts'
import { type Command, Usage } from './command.ts'

const options = { codebook: { type: 'string' }, language: { type: 'string' } } as const

/** Begin a project, empty or with the codes of a CSV file; prints its slug. */
export const newProject: Command = {
  usage: `new <name> [--codebook FILE] [--language ${sourceLanguages.join('|')}]`,
  options,
  async run({ house, words, options: given, json, print }) {
    const language = String(given['language'] ?? 'sv') as SourceLanguage
    if (words.length !== 1 || !sourceLanguages.includes(language)) throw new Usage()
    const codes = given['codebook'] === undefined ? [] : codesOfFile(readBytes(String(given['codebook'])))
    const coder = await localCoder(house)
    const { slug } = await createProject(house, { name: words[0]!, language, coderId: coder.id, codes })
    print(json ? `${JSON.stringify({ slug, codes: codes.length })}\n` : `${slug}\n`)
  },
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Refusal('not-found', 'refusal.file-unread', { path, reason: (error as NodeJS.ErrnoException).code ?? '' })
  }
}
