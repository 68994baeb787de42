// Opens a workbook by one of the libraries, and ends with an error where it has no sheet with rows.
const [, , library, file] = process.argv
const readers = {
  exceljs: async () => {
    const book = new (require('exceljs').Workbook)()
    await book.xlsx.readFile(file)
    return book.worksheets.map(sheet => sheet.rowCount)
  },
  sheetjs: async () => {
    const xlsx = require('xlsx')
    const book = xlsx.readFile(file)
    return book.SheetNames.map(name => xlsx.utils.decode_range(book.Sheets[name]['!ref']).e.r + 1)
  },
  populate: async () => {
    const book = await require('xlsx-populate').fromFileAsync(file)
    return book.sheets().map(sheet => sheet.usedRange().endCell().rowNumber())
  },
  readexcel: async () => [(await require('read-excel-file/node').default(file)).length],
}
readers[library]().then(rows => {
  if (!rows.length || rows.some(n => !n)) throw new Error('no rows: ' + rows)
}).catch(error => { console.error(error); process.exit(1) })
