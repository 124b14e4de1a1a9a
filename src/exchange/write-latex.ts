import { type Block, type DocTable, levelOf, type MarginNote, type Paragraph, type Run, runsOf, tableOfColumns, wordsOf } from '../domain/document.ts'
import { noteEnds } from '../domain/note-ends.ts'

const languages: Record<string, string> = { sv: 'swedish', nb: 'norsk', nn: 'nynorsk', en: 'english' }

/** A document as LaTeX that any TeX of the last years compiles, in pieces. What quotations, references and notes look like is told once, in commands at its top. Notes are footnotes where they end. */
export function* latexPieces(blocks: readonly Block[], { language, notes = [] }: { language: string; notes?: readonly MarginNote[] }): Generator<string, void> {
  const noted = footnoter(blocks, notes)
  yield preamble(languages[language] ?? 'english')
  for (const block of blocks) {
    if ('heads' in block) yield tableOf(block)
    else if ('names' in block) yield tableOf(tableOfColumns(block))
    else if ('contents' in block) yield '\\tableofcontents\n\n'
    else yield `${paragraphOf(block, noted)}\n\n`
  }
  yield '\\end{document}\n'
}

const preamble = (language: string) => `\\documentclass[11pt,a4paper]{article}
\\usepackage{iftex}
\\ifPDFTeX
  \\usepackage[T1]{fontenc}
  \\usepackage[utf8]{inputenc}
  \\usepackage{textcomp}
  % A letter that this TeX has no shape for is a box; LuaLaTeX and XeLaTeX know more of them.
  \\makeatletter
  \\def\\UTFviii@undefined@err#1{{\\fboxsep0pt\\fbox{\\rule{0pt}{1.2ex}\\rule{1ex}{0pt}}}}
  \\makeatother
\\else
  \\usepackage{fontspec}
\\fi
\\IfFileExists{${language}.ldf}{\\usepackage[${language},shorthands=off]{babel}}{}
\\usepackage{longtable}
\\usepackage{xcolor}
% The looks of everything below: change them here.
\\newenvironment{citat}{\\begin{quote}}{\\end{quote}}
\\newcommand{\\kontext}[1]{{\\color{gray}#1}}
\\newcommand{\\referens}[1]{#1}
\\newcommand{\\anm}[1]{\\noindent{\\small\\itshape #1}}
\\newcommand{\\namn}[1]{\\medskip\\noindent\\textbf{#1}}
\\setlength{\\emergencystretch}{3em}
\\begin{document}

`

const headings = ['', '\\section', '\\subsection', '\\subsubsection']

type Noted = (run: Run) => string

function footnoter(blocks: readonly Block[], notes: readonly MarginNote[]): Noted {
  const ends = noteEnds(blocks)
  const written = ({ text, by }: MarginNote, words: string) => `\\footnote{\\textbf{${inLatex(text)}} ${inLatex(words)} (${inLatex(by)})}`
  return (run) => (ends.get(run) ?? []).map(({ note, words }) => written(notes[note]!, words)).join('\\textsuperscript{,}')
}

function paragraphOf(block: Paragraph, noted: Noted): string {
  const level = levelOf(block)
  const flat = inLatex(wordsOf(block).replace(/\s*\n\s*/g, ' '))
  if (level !== undefined) return `${headings[level]}{${flat}}`
  if (block.style === 'title') return `{\\noindent\\raggedright\\LARGE\\bfseries ${flat}\\par}\\bigskip`
  if (block.style === 'name') return `\\namn{${flat}}`
  if (block.style === 'note') return `\\anm{${flat}}`
  const words = runsOf(block)
    .map((run) => {
      const { text, look } = run
      if (!look) return paragraphs(text) + noted(run)
      return text
        .split('\n')
        .map((line) => (line.trim() ? `${look === 'cite' ? '\\referens' : '\\kontext'}{${inLatex(line)}}` : ''))
        .join('\n\n')
    })
    .join('')
    .trim()
  return block.style === 'quote' ? `\\begin{citat}\n${words}\n\\end{citat}` : words
}

/** A line is a paragraph: a forced break would take a bracket after it for its own. */
function paragraphs(text: string): string {
  return text.split('\n').map(inLatex).join('\n\n')
}

const signs: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  "'": '\\textquotesingle{}',
  '`': '\\textasciigrave{}',
  '\u00a0': '~',
  '\u00ad': '\\-',
  '\u2002': '\\enspace{}',
  '\u200b': '\\hspace{0pt}',
  '\u2212': '\\textminus{}',
}

/** Words as LaTeX sets them, sign for sign: two dashes stay two, a quotation mark stays the one that it was. */
export function inLatex(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
      .replace(/[\0-\x08\x0b-\x1f\x7f\ufeff]/g, '')
      .replace(/[\\{}$&#%_^~<>|"'`\u00a0\u00ad\u2002\u200b\u2212]/g, (sign) => signs[sign]!)
      .replace(/-(?=-)/g, '-{}')
      .replace(/,(?=,)/g, ',{}')
  )
}

function tableOf({ heads, rows, widths }: DocTable): string {
  const whole = widths?.reduce((sum, width) => sum + width, 0) ?? 1
  const columns = heads.map((_, at) => (widths ? `p{${((widths[at]! / whole) * 0.9).toFixed(3)}\\linewidth}` : at === 0 ? 'l' : 'r')).join('')
  const row = (cells: DocTable['heads']) =>
    `${cells.map(({ text, depth = 0 }) => '\\quad '.repeat(depth) + inLatex(text.replaceAll('\n', ' '))).join(' & ')} \\\\`
  return `\\begin{longtable}{${columns}}\n\\hline\n${row(heads)}\n\\hline\n\\endhead\n${rows.map(row).join('\n')}\n\\hline\n\\end{longtable}\n\n`
}
