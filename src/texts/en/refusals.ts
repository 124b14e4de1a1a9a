import type { refusals as sv } from '../sv/refusals.ts'

export const refusals: Record<keyof typeof sv, string> = {
  'refusal.malformed': 'Something in the form is missing or malformed ({field}). Go back, correct it and try again.',
  'refusal.cross-site': 'The request came from another site and was not accepted. Open the page in Utsaga and try again.',
  'refusal.too-large': 'What was sent is too large. Split it up and try again.',
  'refusal.no-page': 'There is no such page. Go to the overview and start from there.',
  'refusal.no-project': 'There is no project of that name. Choose one from the list of projects.',
  'refusal.no-source': 'The source is not in this project. It may have been removed; see the history.',
  'refusal.no-code': 'The code is not in the codebook of this project. Choose another.',
  'refusal.no-coding': 'There is no such coding. It may have been removed already.',
  'refusal.no-case': 'The case is not in this project.',
  'refusal.no-coder': 'There is no such coder.',
  'refusal.no-paragraph': 'The source has no paragraph of that number.',
  'refusal.retired-code': 'The code “{label}” is retired. Choose another, or take it into use again in the codebook.',
  'refusal.outside-text': 'The selection lies outside the text. Reload the page and select again.',
  'refusal.no-words': 'Select some words to code.',
  'refusal.already-coded': 'You have already coded those words with “{label}”.',
  'refusal.nothing-to-undo': 'There is nothing to undo.',
  'refusal.nothing-to-redo': 'There is nothing to redo.',
  'refusal.undo-in-order': 'Only the latest can be undone. Undo what was done after it first.',
  'refusal.undo-conflict': 'This can’t be undone, because {actor} changed the same thing later (no. {act} in the history). Ask {actor} to undo that first.',
  'refusal.undo-in-use': 'This can’t be undone, because something done later builds on it. Undo that first.',
  'refusal.newer-database': 'The database was made by a newer version of Utsaga. Upgrade Utsaga, or choose another folder with --data.',
  'refusal.took-too-long': 'It took more than {seconds} seconds and was stopped. Try a smaller file.',
  'refusal.too-much-memory': 'It needed too much memory and was stopped. Try a smaller file.',
  'refusal.only-loopback':
    'Utsaga answers on this machine alone (127.0.0.1) until it has sign-in; {host} would let others on the network read the interviews without a password.',
  'refusal.port-taken': 'Port {port} is taken. Choose another with --port, or stop what uses it.',
  // analysis
  'refusal.no-export': '“{what}” can’t be exported as {format}.',
  'refusal.not-written': 'The file {path} could not be written ({reason}). Choose another place.',
}
