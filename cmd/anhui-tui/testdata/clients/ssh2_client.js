// Drives a session with npm's ssh2: node ssh2_client.js PORT
const { Client } = require("ssh2");

const fail = (why) => { console.error(why); process.exit(1); };
setTimeout(() => fail("took too long"), 120000).unref();
const client = new Client();
client.on("error", (err) => fail(err.message));
client.on("ready", () => {
  client.shell({ term: "xterm-256color", cols: 80, rows: 24 }, (err, stream) => {
    if (err) fail(err.message);
    let out = "";
    let from = 0;
    const steps = [
      ["Overview", () => stream.setWindow(30, 100, 0, 0)],
      ["\x1b[30;", () => stream.write("2")],
      ["Anhui's share of China", () => stream.write("q")],
    ];
    stream.on("data", (data) => {
      out += data.toString("latin1");
      if (steps.length && out.includes(steps[0][0], from)) {
        from = out.length;
        steps.shift()[1]();
      }
    });
    stream.on("exit", (code) => {
      stream.on("close", () => {
        client.end();
        process.stdout.write(Buffer.from(out, "latin1"), () => process.exit(steps.length ? 1 : code));
      });
    });
  });
});
client.connect({ host: "127.0.0.1", port: Number(process.argv[2]), username: "analyst" });
