// Follows with npm's ssh2 until it sees something: node ssh2_follow.js PORT COLUMNS LINES COMMAND WANT
const { Client } = require("ssh2");

const [port, cols, rows, command, want] = process.argv.slice(2);
const fail = (why) => { console.error(why); process.exit(1); };
setTimeout(() => fail("took too long"), 120000).unref();
const client = new Client();
client.on("error", (err) => fail(err.message));
client.on("ready", () => {
  client.exec(command, { pty: { term: "xterm-256color", cols: Number(cols), rows: Number(rows) } }, (err, stream) => {
    if (err) fail(err.message);
    let out = Buffer.alloc(0);
    let pressed = false;
    stream.on("data", (data) => {
      out = Buffer.concat([out, data]);
      if (!pressed && out.includes(Buffer.from(want))) {
        pressed = true;
        stream.write("q");
      }
    });
    stream.on("exit", (code) => {
      stream.on("close", () => {
        client.end();
        process.stdout.write(out, () => process.exit(code));
      });
    });
  });
});
client.connect({ host: "127.0.0.1", port: Number(port), username: "analyst" });
