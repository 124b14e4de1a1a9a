/** What stands in every zip of a project, for somebody who has nothing but the zip. */
export const STUDY_README = `A study made with Utsaga, a program for research with interviews.

Everything is in plain files: text and CSV are UTF-8, JSON is one row a line.
To go on working, open the zip in Utsaga: "From another program" on its first page.
To read it without Utsaga:

texts/            the texts as they are coded, one file a source, line feeds only
texts/earlier/    what texts read before they were corrected
originals/        the files as they came, named by their SHA-256
quotations.csv    every coding: code, words, source, place, case, coder
codebook.csv      the codes with definitions
cases.csv         the cases and their attributes
memos.csv         the notes
sources.csv       the sources
project.qdpx      the same study in REFI-QDA, which NVivo, ATLAS.ti, MAXQDA and QualCoder open

data/             everything, as the program itself keeps it
data/schema.sql   the tables: each column, and what it refers to
data/TABLE.jsonl  the rows of each table, as JSON
data/history/     who did what, when (act), and each row before and after (change)
utsaga.json       which program and which form of the tables wrote this
SHA256SUMS        a sum of each file; check them with: sha256sum -c SHA256SUMS

Places in texts (start_offset, end_offset) count UTF-16 code units from the beginning
of the text of the source's version; the end is the first unit after the words.
In JavaScript that is text.slice(start_offset, end_offset); in Python
text.encode('utf-16-le')[2 * start_offset:2 * end_offset].decode('utf-16-le').

quotation (source, place) is a passage; coding (quotation, code, coder) says that one
coder put one code on it. A theme is a code without a parent.
`
