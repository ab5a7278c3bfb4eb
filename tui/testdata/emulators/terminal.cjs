// xterm.js as a terminal for a test: what the program writes comes from stdin,
// what the terminal answers goes to stdout. At SIGUSR2 the screen goes to
// stderr as one line of JSON: rows of [characters, width] cells.
const { Terminal } = require('@xterm/headless')

const [cols, rows] = process.argv.slice(2).map(Number)
const terminal = new Terminal({ cols, rows, allowProposedApi: true, scrollback: 0 })

process.stdin.on('data', (data) => terminal.write(data))
process.stdin.on('end', () => process.exit(0))
terminal.onData((data) => process.stdout.write(data))

process.on('SIGUSR2', () => {
  const screen = []
  const buffer = terminal.buffer.active
  for (let y = 0; y < rows; y++) {
    const line = buffer.getLine(buffer.viewportY + y)
    const cells = []
    for (let x = 0; x < cols; x++) {
      const cell = line.getCell(x)
      cells.push([cell.getChars() || (cell.getWidth() === 0 ? '' : ' '), cell.getWidth()])
    }
    screen.push(cells)
  }
  process.stderr.write(JSON.stringify(screen) + '\n')
})
process.stderr.write('ready\n')
