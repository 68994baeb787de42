// Has HyperFormula recalculate every formula of a workbook, and compares it with the value that the file gives.
const xlsx = require('xlsx')
const { HyperFormula } = require('hyperformula')

let wrong = 0, count = 0
for (const file of process.argv.slice(2)) {
  const book = xlsx.readFile(file)
  const sheets = {}
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name], range = xlsx.utils.decode_range(sheet['!ref'])
    sheets[name] = []
    for (let r = 0; r <= range.e.r; r++) {
      const row = []
      for (let c = 0; c <= range.e.c; c++) {
        const cell = sheet[xlsx.utils.encode_cell({ r, c })]
        row.push(!cell ? null : cell.f ? '=' + cell.f : cell.t === 's' ? "'" + cell.v : cell.v)
      }
      sheets[name].push(row)
    }
  }
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' })
  for (const name of book.SheetNames) {
    for (const [ref, cell] of Object.entries(book.Sheets[name])) {
      if (ref[0] === '!' || !cell.f || cell.f.includes('HYPERLINK(') || cell.f.includes('MID(1/2')) continue
      const at = xlsx.utils.decode_cell(ref)
      const got = engine.getCellValue({ sheet: engine.getSheetId(name), row: at.r, col: at.c })
      count++
      const same = typeof cell.v === 'number' ? Math.abs(got - cell.v) < 1e-9 : String(got ?? '') === String(cell.v ?? '')
      if (!same && wrong++ < 5) console.error(`${file} ${name}!${ref}: HyperFormula ${JSON.stringify(got)}, file ${JSON.stringify(cell.v)} = ${cell.f}`)
    }
  }
}
console.log(`HyperFormula: ${count} formulas, ${wrong} differ`)
process.exit(wrong ? 1 : 0)
