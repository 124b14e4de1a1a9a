/** English function words, contractions and spoken fillers. Words that carry content (good, need, decision, place) are never here. */
export const en = `
a about above actually after again against ah all almost also although always am an and another any anybody anyone anything anyway are aren't around as at away
back be became because become been before being below between both but by basically
came can can't cannot come comes coming could couldn't cos coz
did didn't do does doesn't doing don't done down during
each eh either else em er erm even ever every everybody everyone everything exactly
few for from further
gave get gets getting give given go goes going gone gonna got gotta
had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself hi him himself his hm hmm how how's however huh
i i'd i'll i'm i've if in indeed into is isn't it it'd it'll it's its itself
just
kind kinda know knew known
let let's like likely liked lot lots
made make makes making may maybe me mean means meant might mine mm mmm mhm more most much must mustn't my myself
never no nobody none nor not nothing now nah
obviously of off oh often ok okay on once one ones only onto or other others ought our ours ourselves out over own
per perhaps pretty probably put
quite
rather really right
said same saw say saying says see seem seems seen shall shan't she she'd she'll she's should shouldn't since so some somebody somehow someone something sometimes sort sorta still stuff such sure
take takes taken taking than thank thanks that that's that'd that'll the their theirs them themselves then there there'd there's therefore these they they'd they'll they're they've thing things think thinking this those though thought through to together too took totally towards tried try
uh uhm um under until up upon us used usually
very via
was wasn't way we we'd we'll we're we've well went were weren't what what's whatever when when's where where's whether which while who who's whom whose why why's will with within without won't would wouldn't
yeah yep yes yet you you'd you'll you're you've your yours yourself yourselves
two three
zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half
first second third fourth fifth
stand stood sit sat begin began start started whole
`
  .split(/\s+/)
  .filter(Boolean)
