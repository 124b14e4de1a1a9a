import { putBack } from '../storage/backup.ts'
import { openHouse } from '../storage/open.ts'
import { type CommandApart, Usage } from './command.ts'

/** Put a backup in the place of the database; what stood there is kept beside it. Refused while Utsaga runs on it. */
export const restore: CommandApart = {
  usage: 'restore FILE',
  apart: async ({ file, words, say, json, print }) => {
    const [from] = words
    if (from === undefined || words.length !== 1) throw new Usage()
    const aside = `${file}.before-restore-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`
    // A backup of an earlier version is brought up to date before it takes the place, or refused in a sentence.
    const stood = await putBack(from, file, aside, async (part) => (await openHouse(part)).close())
    const sentence = stood ? say('cli.restored', { file: from, aside }) : say('cli.restored-anew', { file: from, to: file })
    print(json ? `${JSON.stringify({ restored: from, aside: stood ? aside : null })}\n` : `${sentence}\n`)
  },
}
