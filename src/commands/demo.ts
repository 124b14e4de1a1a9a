import { createDemo, DEMO } from '../services/create-demo.ts'
import { type Command, Usage } from './command.ts'

/** Make the demo study where there is none yet. */
export const demo: Command = {
  usage: 'demo',
  async run({ house, say, words, json, print }) {
    if (words.length > 0) throw new Usage()
    const { created } = await createDemo(house)
    print(json ? `${JSON.stringify({ slug: DEMO, created })}\n` : `${say(created ? 'cli.demo-made' : 'cli.demo-there', { slug: DEMO })}\n`)
  },
}
