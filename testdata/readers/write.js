// Loads a blank form by one of the libraries, types what the list says, and saves it.
const [, , library, from, list, to] = process.argv
const typed = JSON.parse(require('fs').readFileSync(list, 'utf8'))
const form = 'Phiếu chấm'
const writers = {
  exceljs: async () => {
    const book = new (require('exceljs').Workbook)()
    await book.xlsx.readFile(from)
    for (const { cell, value } of typed) book.getWorksheet(form).getCell(cell).value = value
    await book.xlsx.writeFile(to)
  },
  sheetjs: async () => {
    const xlsx = require('xlsx')
    const book = xlsx.readFile(from, { cellStyles: true, cellNF: true })
    for (const { cell, value } of typed) book.Sheets[form][cell] = { t: typeof value === 'number' ? 'n' : 's', v: value }
    xlsx.writeFile(book, to, { cellStyles: true })
  },
  populate: async () => {
    const book = await require('xlsx-populate').fromFileAsync(from)
    for (const { cell, value } of typed) book.sheet(form).cell(cell).value(value)
    await book.toFileAsync(to)
  },
}
writers[library]().catch(error => { console.error(error); process.exit(1) })
