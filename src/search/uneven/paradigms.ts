import type { Stemming } from '../stemming.ts'

/**
 * The regular inflections as the grammars part them, where a stemmer keeps forms of one word apart. A line is what the base looks like and its endings
 * (`inflections.ts` says how it is read). Vowels in a base are named where others would join words of another kind (känt, känd; no sant, sand).
 */
export const paradigms: Readonly<Record<Stemming, string>> = {
  sv: `
    noun .{2,}C: a an or orna
    noun .{2,}C: - en ar arna
    noun .{2,}C: - en er erna
    noun .{2,}C: e en ar arna
    noun .{2,}C: e et en ena
    noun .{2,}C: o ot on ona
    noun .{2,}C: a at an ana
    noun .{3,}m: a at er erna an ana
    noun .{2,}[iouyåäö]: - n ar arna er erna
    noun .{4,}i: - n en er erna et
    noun .{2,}e: - n er erna et
    noun .{3,}(?:io|tu): - n r rna er erna
    noun C{1,3}[äö]: - n t et na
    noun .+or: - n er erna
    noun .{2,}ar: e en na
    noun .{3,}[ie]: um et er erna
    noun C{2,5}: - n en t et ar arna er erna
    noun .+C: el eln elen lar larna
    noun .+C: el eln ler lerna
    noun .{2,}C: el eln lor lorna
    noun .{2,}C: el let len
    noun .*Vm: - =et =en =ar =er =arna =erna
    noun .+m: =el =eln =elen len lar larna
    noun .+C: er ern rar rarna
    noun .+C: er ern ror rorna
    noun .{2,}C: er ret ren
    noun .+(?:k|tt): en nen nar narna
    noun .{2,}C: en net nen
    .+C: el elt la lare last laste
    .{2,}C: er ert ra rare rast raste
    .{2,}[^Vn]: en et na nas nare nast naste
    .{3,}C: - t a are ast aste
    .*V[mn]: = =are =a =ast =aste t
    .*Vm: - =are =a =ast =aste t
    C{1,2}å: - tt a are ast aste
    .*[äöyie]C{1,2}: d t da dare dast daste
    .{3,}C: - a er de te t ts d da ta s as des tes
    C{0,3}[eyäö]C?[ksptgvj]: - a er de te t ts d da s as es des tes
    C{0,3}å[sk]: - a er te t s as es tes ts
    C{0,3}[yäö][rl]: - a de t ts d da s as des
    .*[äö]n: da der de t ts d ds des
    .*C[eäyö]: da der dde tt tts dd dda ds ddes
    .*[äöy]m: - =a =er de t ts d da s =as des
    .*[äö]n: = =a =er de t ts d da =s =as s des
  `,
  nb: `
    noun .{2,}C: - en et a er ene
    noun .{2,}C: - en ar ane
    noun .{2,}C: e en a er ene
    noun VC: e en a er ene
    noun .*øy|ei|.*au: - a en er ene
    noun .*øy: e a en er ene
    noun .+V: - en et a er ene
    noun .+C: el elen eln ler lene lar lane
    noun .+C: =el =elen ler lene lar lane
    noun .+C: er eren re rene rar rane
    noun .+C: =er =eren re rene
    noun .*Vm: - =et =en =er =ene =a =ar =ane
    noun .{2,}C: er eret ret re rene
    noun .{2,}C: en enet nene na
    noun .{3,}[ie]: um et er ene
    noun .{2,}er: - e en ne
    .{2,}C: el elt le lere lest leste lare last laste
    .{2,}C: =el =elt le lere lest leste
    .{2,}C: er ert re rere rest reste rare rast raste
    .{2,}C: =er =ert re rere rest reste
    .+C: en ent et ne nes nere nest neste nare nast naste
    .{3,}C: - t e ere est este are ast aste
    .*V[m]: - t =e =ere =est =este =are =ast =aste
    .{2,}[^Vt]: = t =e =ere =est =este =are =ast =aste
    C{1,2}[åy]|fri: - tt e ere est este
    .{2,}[ie]g: - e t ere st ste are ast aste
    .{3,}C: - e a er te t de d es tes des
    C{0,3}[eyæøi]C{1,2}: e a er te t de d es tes des
    .*[eiyæø]C: = =e =a =er te t de d =es tes des
    .*ei: e er de d es des
    .{2,}[gk]: je jer ja e er
    .*V[gk]: =je =jer =ja =e =er de d te t
  `,
  en: `
    .{3,}: y ier iest ily
  `,
}
