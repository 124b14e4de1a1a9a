import type { Stemming } from './stemming.ts'

/** What a word is called in Swedish, bokmål and, where that is another, nynorsk: a group a line. */
const groups = `
  skola skole skule
  sjukhus sykehus sjukehus
  sjuksköterska sykepleier sjukepleiar
  vecka uke veke
  bostad bolig bustad
  väg vei veg
  hem hjem heim
  tjänst tjeneste teneste
  lärare lærer lærar
  ledare leder leiar
  arbetsgivare arbeidsgiver arbeidsgivar
  invånare innbygger innbyggjar
  arbete arbeid
  arbetsplats arbeidsplass
  kommun kommune
  förening forening
  företag bedrift
  verksamhet virksomhet verksemd
  utveckling utvikling
  utbildning utdanning
  inflyttning innflytting
  utflyttning utflytting
  nätverk nettverk
  näringsliv næringsliv
  näring næring
  samverkan samarbeid
  samarbete samarbeid
  samhälle samfunn
  framtid fremtid
  möjlighet mulighet moglegheit
  skillnad forskjell skilnad
  fråga spørsmål
  möte møte
  plats plass
      förskola barnehage
      äldre eldre
  pengar penger pengar
  hyra leie
  egendom eiendom eigedom
  användare bruker brukar
  kunskap kunnskap
  erfarenhet erfaring
    efterfrågan etterspørsel etterspurnad
  boende beboer bebuar
    mjölk melk mjølk
  vatten vann vatn
  grundare gründer
  distansarbete fjernarbeid
  hemmakontor hjemmekontor heimekontor
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '))

/** Words that mean the same in these languages of a study, each in its plainest form. Searches keep them apart until somebody says so. */
export function languageVariants(stemmings: readonly Stemming[]): string[][] {
  return groups.map((group) => group.filter((_, nth) => stemmings.includes(nth === 0 ? 'sv' : 'nb'))).filter(({ length }) => length > 1)
}
