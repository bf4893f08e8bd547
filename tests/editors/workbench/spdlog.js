// Stands in for @vscode/spdlog, which is compiled when it is installed. Without a logger that
// writes files, the workbench shows empty output channels.

const fs = require("node:fs");
const path = require("node:path");

const LEVELS = ["trace", "debug", "info", "warn", "error", "critical"];

class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = 2;
    this.pattern = true;
  }

  write(level, message) {
    if (level < this.level) return;
    const stamp = new Date().toISOString().replace("T", " ").replace("Z", "");
    const head = this.pattern ? `${stamp} [${LEVELS[level]}] ` : "";
    fs.appendFileSync(this.file, this.pattern ? `${head}${message}\n` : message);
  }

  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.pattern = false; }
  flush() {}
  drop() {}
}

LEVELS.forEach((name, level) => {
  Logger.prototype[name] = function (message) { this.write(level, message); };
});

async function create(name, file) {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger("rotating", name, file);
}

// One by one: that is how names are found when this is imported as a module.
exports.version = 1;
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
