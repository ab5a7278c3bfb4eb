// xterm.js as a terminal for a test: what the program writes comes from stdin,
// what the terminal answers goes to stdout. At SIGUSR2 the screen goes to
// stderr as one line of JSON: rows of cells, each with its characters, its
// colours, its attributes and its link, as far as it has any.
const { Terminal } = require('@xterm/headless')

const [cols, rows] = process.argv.slice(2).map(Number)
const terminal = new Terminal({ cols, rows, allowProposedApi: true, scrollback: 0 })

// As text: bytes of a character that come in two parts xterm.js loses if one of
// the first part is 0x80, as in the Chinese comma.
process.stdin.setEncoding('utf8')
process.stdin.on('data', (data) => terminal.write(data))
process.stdin.on('end', () => process.exit(0))
terminal.onData((data) => process.stdout.write(data))

const attributes = [
  ['bold', 'isBold'], ['faint', 'isDim'], ['italic', 'isItalic'], ['blink', 'isBlink'], ['reverse', 'isInverse'],
  ['hidden', 'isInvisible'], ['strike', 'isStrikethrough'],
]

// Of links the API says no more than that they are underlined; these are
// xterm.js's own insides, in the version of package.json.
const underlined = (cell) => (cell.fg & 0x10000000) !== 0
const link = (cell) => cell.hasExtendedAttrs() && terminal._core._oscLinkService.getLinkData(cell.extended.urlId)?.uri

// color is an index of the palette or #rrggbb.
const color = (rgb, value) => (rgb ? '#' + value.toString(16).padStart(6, '0') : String(value))

function shown(cell) {
  const out = { Text: cell.getChars() || (cell.getWidth() === 0 ? '' : ' ') }
  if (!cell.isFgDefault()) out.Fg = color(cell.isFgRGB(), cell.getFgColor())
  if (!cell.isBgDefault()) out.Bg = color(cell.isBgRGB(), cell.getBgColor())
  const attrs = attributes.filter(([, has]) => cell[has]()).map(([name]) => name)
  if (underlined(cell)) attrs.push('underline')
  if (link(cell)) out.Link = link(cell)
  if (attrs.length > 0) out.Attrs = attrs.join(' ')
  return out
}

process.on('SIGUSR2', () => {
  const screen = []
  const buffer = terminal.buffer.active
  for (let y = 0; y < rows; y++) {
    const line = buffer.getLine(buffer.viewportY + y)
    screen.push(Array.from({ length: cols }, (_, x) => shown(line.getCell(x))))
  }
  process.stderr.write(JSON.stringify(screen) + '\n')
})
process.stderr.write('ready\n')
