/** The letters beyond a to z that a language writes with: its own, and after the bar those that it borrows or seldom uses. */
type Alphabet = { readonly own: ReadonlySet<string>; readonly borrowed: ReadonlySet<string> }

const alphabet = (letters: string): Alphabet => {
  const [own, borrowed = ''] = letters.split('|')
  return { own: new Set(own), borrowed: new Set(borrowed) }
}

/** Swedish and Finnish; Danish and Norwegian (with Sami); English. What every file is first taken to be. */
export const nordic: readonly Alphabet[] = ['åäö|éüàèáæøëôïêçóíñ', 'åæø|éöäüóòôêèàáčđŋšžŧ', '|éèïçñôêàüâîáóíëöä’'].map(alphabet)
/** Icelandic and Faroese: believed where several of their letters stand. */
export const icelandic: Alphabet = alphabet('áðéíóúýþæö|ø')
/** Its letters lie where windows-1252 has those of Icelandic. */
export const turkish: Alphabet = alphabet('ıişğüöçİ|âîû')
/** In order of how often their letters stand in their texts, where that tells encodings apart. */
export const others: readonly Alphabet[] = [
  turkish,
  ...[
    ...['áíéýěščřžůúňťďó|ľĺŕôä', 'ąęłóśżćńź', 'áéíóöőúüű', 'ăâîșțşţ', 'čćžšđ', 'čšž|ćđ', 'ėąęįųūčšž', 'āēīūčšžņļķģ', 'äöüõ|šž'],
    ...[
      'éèàêçâîôûëïùœ|üæ',
      'áéíóúñü¿¡|ç',
      'ãçáéíóúõâêà|ôü',
      'äöüß|é',
      'àèéìòù',
      'ĉĝĥĵŝŭ',
      'ħżġċ|àèìòù',
      'ŵŷâêîôûáéïö',
      'ăâêôơưđạảấầẩậắặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửựỳỹáàãéèíìĩóòõúùũý|\u0300\u0301\u0303\u0309\u0323',
    ],
    ...['оеаинтсрвлкмдпуяыьгзбч|йхжшюцщэфъё', 'оаинтевірслкдмупзьяб|гчихцюжйїєшщфґ', 'аоиетнрсвлкдпмузбгъя|чжйцхщшюф', 'аоиетнсрјвукдлмп|гзбљшцчжћњхђфџ'],
    ...['αοιετνσηρςπκλμυω|ίόάέήύώθδγβφχξζψϊϋΐΰ', 'יוהלארתמשבנדפקעחםןטצגכז|סךףץ', 'ايلمنرتوبةعدسفهكأح|قجشصضطخذزغثظىإآءئؤ،؛؟ًٌٍَُِّْپچژگکی'],
    'าันรอกเ่งมยลวด้ทสตะปบคหแจพชขใไิีุ็โ|ผณศถซธืูึๆ์ษฟภญฐฎฏฑฒฬฮฝฌฉฆฃฅฦฤ๊๋ำๅ๐๑๒๓๔๕๖๗๘๙ฯ',
  ].map(alphabet),
]

/** Characters of Chinese, Japanese and Korean that nearly every text has. */
export const commonIdeographs: ReadonlySet<string> = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实這個們來為國說時要會對學過發後經麼現當沒動還進樣開從實與並已於無長此明日文平三四合市新民區臺灣者名二月度由新水北公第',
)
export const commonHangul: ReadonlySet<string> = new Set(
  '이다는을의에가고하지한를은로도기사서인아어나그대자시리정수해있것들라보일스으만부제전장주여상오습니니까요',
)
