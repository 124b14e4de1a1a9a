import { useReader } from './reader.ts'

/** What a coder is called: the one nobody has named yet is "You" in the reader's own language. */
export function useCoderName(): (name: string) => string {
  const { say } = useReader()
  return (name) => (name === 'You' ? say('coder.you') : name)
}
