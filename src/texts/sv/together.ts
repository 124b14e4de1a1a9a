/** What the page of a source says of others who code there, and of contact that is lost. */
export const together = {
  'together.lost': 'Ingen kontakt med Utsaga. Det du kodar sparas när kontakten är tillbaka.',
  'together.waiting': '{n} {n|ändring|ändringar} väntar.',
  'together.here-waits': 'väntar',
  'together.back': 'Kontakten är tillbaka.',
  'together.refused': 'Sparades inte: {what}. {why}',
  'together.text': 'Texten ändrades av {actor}.',
  'together.more': 'Sidan visar inte det senaste.',
  'together.more-by': '{actor} ändrade mycket här.',
  'together.show': 'Visa',
  'together.unnamed': 'En annan kodare',
  'together.coded': '{actor} kodade stycke {number}',
  'together.acts': '{actor} gjorde {n} ändringar här',
} as const
