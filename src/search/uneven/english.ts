/** English words whose forms no stemmer brings together: a line a word, as it is looked up first and then its other forms. */
export const english = `
  go: goes went gone going
  get: gets got gotten getting
  make: makes made making
  take: takes took taken taking
  come: comes came coming
  see: sees saw seen seeing
  give: gives gave given giving
  find: finds found finding
  think: thinks thought thinking
  say: says said saying
  tell: tells told telling
  know: knows knew known knowing
  leave: leaves left leaving
  feel: feels felt feeling
  bring: brings brought bringing
  buy: buys bought buying
  sell: sells sold selling
  keep: keeps kept keeping
  hold: holds held holding
  stand: stands stood standing
  understand: understands understood understanding
  write: writes wrote written writing
  drive: drives drove driven driving
  speak: speaks spoke spoken speaking
  choose: chooses chose chosen choosing
  break: breaks broke broken breaking
  grow: grows grew grown growing
  begin: begins began begun beginning
  run: runs ran running
  meet: meets met meeting
  lead: leads led leading
  pay: pays paid paying
  lose: loses lost losing
  build: builds built building
  send: sends sent sending
  spend: spends spent spending
  teach: teaches taught teaching
  catch: catches caught catching
  fall: falls fell fallen falling
  eat: eats ate eaten eating
  drink: drinks drank drunk drinking
  sleep: sleeps slept sleeping
  sit: sits sat sitting
  win: wins won winning
  hear: hears heard hearing
  mean: means meant meaning
  become: becomes became becoming
  wear: wears wore worn wearing
  rise: rises rose risen rising
  ride: rides rode ridden riding
  fly: flies flew flown flying
  draw: draws drew drawn drawing
  throw: throws threw thrown throwing
  show: shows showed shown showing
  fight: fights fought fighting
  forget: forgets forgot forgotten forgetting
  man: men
  woman: women
  child: children
  foot: feet
  tooth: teeth
  mouse: mice
  goose: geese
  person: people persons
  life: lives
  wife: wives
  knife: knives
  leaf: leaves
  half: halves
  self: selves
  good: better best
  bad: worse worst
  far: further furthest farther
  little: less least
  many: more most
  freeze: freezes froze frozen freezing
  arise: arises arose arisen arising
  awake: awoke awoken
  bear: bears bore borne bearing
  beat: beats beaten beating
  bend: bends bent bending
  bind: binds bound binding
  bite: bites bitten biting
  bleed: bleeds bled bleeding
  blow: blows blew blown blowing
  breed: breeds bred breeding
  burn: burns burnt burned burning
  cling: clings clung clinging
  creep: creeps crept creeping
  deal: deals dealt dealing
  dig: digs dug digging
  do: does did done doing
  dream: dreams dreamt dreamed dreaming
  feed: feeds fed feeding
  flee: flees fled fleeing
  forbid: forbids forbade forbidden forbidding
  forgive: forgives forgave forgiven forgiving
  grind: grinds grinding
  hang: hangs hung hanging
  hide: hides hid hidden hiding
  kneel: kneels knelt kneeling
  lay: lays laid laying
  lean: leans leant leaning
  learn: learns learnt learned learning
  lend: lends lent lending
  lie: lies lain lying
  light: lights lit lighting
  quit: quits quitting
  ring: rings rang rung ringing
  seek: seeks sought seeking
  shake: shakes shook shaken shaking
  shine: shines shone shining
  shoot: shoots shot shooting
  shrink: shrinks shrank shrunk shrinking
  sing: sings sang sung singing
  sink: sinks sank sunk sinking
  slide: slides slid sliding
  smell: smells smelt smelling
  speed: speeds sped speeding
  spell: spells spelt spelling
  spill: spills spilt spilling
  spin: spins spun spinning
  spit: spits spat spitting
  spoil: spoils spoilt spoiling
  spring: springs sprang sprung springing
  steal: steals stole stolen stealing
  stick: sticks stuck sticking
  sting: stings stung stinging
  stride: strides strode striding
  strike: strikes struck stricken striking
  strive: strives strove striven striving
  swear: swears swore sworn swearing
  sweep: sweeps swept sweeping
  swell: swells swelled swollen swelling
  swim: swims swam swum swimming
  swing: swings swung swinging
  tear: tears tore torn tearing
  tread: treads trod trodden treading
  wake: wakes woke woken waking
  weave: weaves wove woven weaving
  weep: weeps wept weeping
  wind: winds winding
  wolf: wolves
  shelf: shelves shelving
  thief: thieves
  calf: calves
  loaf: loaves
  scarf: scarves
  hoof: hooves
  crisis: crises
  analysis: analyses
  basis: bases
  thesis: theses
  diagnosis: diagnoses
  phenomenon: phenomena
  criterion: criteria
  ox: oxen
  louse: lice
  medium: media
  index: indices indexes
  appendix: appendices
  curriculum: curricula
  stimulus: stimuli
  bus: buses
  gas: gases
  dye: dyes dyed dyeing
`
