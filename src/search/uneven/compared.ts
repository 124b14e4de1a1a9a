/** English adjectives that are compared by their endings: what else ends in -er is who does it (teacher), or a word of its own. Those in -y are read by a rule. */
export const compared: readonly string[] = `
  big hot sad fat thin wet slim fit dim red mad flat grim
  bold brave brief bright broad calm cheap clean clear clever close cold cool cruel damp dark dear deep dense dull fair faint fast few fierce fine firm fond
  frail frank free fresh full gentle grand great green grey gross hard harsh high humble keen kind large late lean light long loose loud low mild narrow near
  neat new nice noble old pale plain poor proud pure quick quiet rare raw rich ripe rough round rude safe sane severe shallow sharp sheer short shrewd shy
  simple slack slender slight slow small smart smooth soft soon sore sour stale steep stern stiff strange strict strong subtle sure sweet swift tall tame tender
  thick tight tiny tough vague vast warm weak weird white wide wild wise wrong yellow young able ample blunt brown crisp crude cute deaf blind sick fun mean tense stable
`
  .trim()
  .split(/\s+/)

/** Adjectives of three letters in Swedish and Norwegian, too short for a stemmer to take all endings from. */
export const shortAdjectives = {
  sv: 'ful rik vit het söt tät våt mör rak rar seg sur tam lat lös kal grov'.split(' '),
  nb: 'høy høg lav lys myk rik syk sjuk våt søt pen rar tam lat sur gul kul vill sein sen fet het'.split(' '),
}

export function adjectiveForms(word: string): string[] {
  return [word, ...['t', 'a', 'e', 'are', 'ast', 'aste', 'ere', 'est', 'este'].map((ending) => word + ending)]
}
